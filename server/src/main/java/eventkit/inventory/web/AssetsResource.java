package eventkit.inventory.web;

import eventkit.catalogue.ProductId;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.inventory.Alias;
import eventkit.inventory.AssetCosts;
import eventkit.inventory.AssetDetails;
import eventkit.inventory.AssetFilter;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetLine;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.BulkAssets;
import eventkit.inventory.NewAsset;
import eventkit.inventory.Registered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The asset register: list, register, change, find. */
@RestController
@RequestMapping("/api/v1/assets")
class AssetsResource {
    record BookValue(AssetId id, LocalDate on, @Nullable Money bookValue) {}

    record Summary(long total, Map<AssetStatus, Long> byStatus) {}

    private final AssetRegister register;
    private final AssetMoves moves;
    private final BulkAssets bulk;
    private final MergePatch patches;

    AssetsResource(AssetRegister register, AssetMoves moves, BulkAssets bulk, MergePatch patches) {
        this.register = register;
        this.moves = moves;
        this.bulk = bulk;
        this.patches = patches;
    }

    /** Sorts: number, product, status, location, purchaseDate, createdAt, serial. */
    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<AssetLine> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<AssetStatus> status,
            @RequestParam(required = false) @Nullable List<String> condition,
            @RequestParam(required = false) @Nullable List<UUID> location,
            @RequestParam(required = false) @Nullable List<UUID> warehouse,
            @RequestParam(required = false) @Nullable Boolean fit,
            @RequestParam(required = false) @Nullable Boolean quarantined,
            @RequestParam(required = false) @Nullable LocalDate purchasedFrom,
            @RequestParam(required = false) @Nullable LocalDate purchasedTo) {
        var filter = new AssetFilter(
                orEmpty(product),
                orEmpty(category),
                orEmpty(status),
                orEmpty(condition),
                orEmpty(location),
                orEmpty(warehouse),
                fit,
                quarantined,
                purchasedFrom,
                purchasedTo,
                null);
        return register.list(filter, query);
    }

    /** How many of each status. */
    @GetMapping("/summary")
    @Needs(Permission.ASSET_READ)
    Summary summary(@RequestParam(required = false) @Nullable UUID product) {
        var counts = register.countByStatus(product == null ? null : new ProductId(product));
        return new Summary(counts.values().stream().mapToLong(Long::longValue).sum(), counts);
    }

    /** What was scanned or typed: number, alias, UUID, a label's address, or a serial that only one asset has. */
    @GetMapping("/by-code")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<AssetView> byCode(@RequestParam String code) {
        return tagged(register.findByCode(code).orElseThrow(() -> new NotFound("asset", clipped(code))));
    }

    @GetMapping("/{id}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<AssetView> get(@PathVariable UUID id) {
        return tagged(new AssetId(id));
    }

    /** Registers one; registrations registers many alike. */
    @PostMapping
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> register(@RequestBody Registration registration) {
        var id = register.register(List.of(registration.one())).getFirst().id();
        var view = AssetView.of(register.sheet(id));
        return Versioned.created("/assets/" + id, view, view.version());
    }

    /** Registers many of one product: a quantity, numbers of their own, or serials. */
    @PostMapping("/registrations")
    @Needs(Permission.ASSET_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Page<Registered> registerMany(@RequestBody Registration registration) {
        return Page.of(register.register(registration.many()));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> change(
            @PathVariable UUID id, @RequestBody @PatchOf(AssetDetails.class) JsonNode patch, IfMatch ifMatch) {
        AssetCosts.mayChange(patch);
        if (patch.path("number").isNull()) throw new Invalid("number", "required", "An asset keeps a number.");
        var now = AssetDetails.of(register.get(new AssetId(id)));
        register.change(new AssetId(id), patches.apply(now, patch, AssetDetails.class), ifMatch);
        return tagged(new AssetId(id));
    }

    @GetMapping("/{id}/aliases")
    @Needs(Permission.ASSET_READ)
    Page<Alias> aliases(@PathVariable UUID id) {
        return Page.of(register.aliases(new AssetId(id)));
    }

    @PostMapping("/{id}/aliases")
    @Needs(Permission.ASSET_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Page<Alias> addAlias(@PathVariable UUID id, @RequestBody NewAsset.NewAlias alias) {
        return Page.of(register.addAlias(new AssetId(id), alias));
    }

    /** The code is a parameter, because it may hold a slash. */
    @DeleteMapping("/{id}/aliases")
    @Needs(Permission.ASSET_EDIT)
    Page<Alias> removeAlias(@PathVariable UUID id, @RequestParam String code) {
        return Page.of(register.removeAlias(new AssetId(id), code));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return register.history(new AssetId(id), query);
    }

    @GetMapping("/{id}/movements")
    @Needs(Permission.ASSET_READ)
    Page<AssetMoves.Movement> movements(@PathVariable UUID id, ListQuery query) {
        return moves.movements(new AssetId(id), query);
    }

    @GetMapping("/{id}/book-value")
    @Needs(Permission.ASSET_COST_READ)
    BookValue bookValue(@PathVariable UUID id, @RequestParam LocalDate on) {
        return new BookValue(new AssetId(id), on, register.bookValue(new AssetId(id), on));
    }

    /** Up to 1,000 at once with a line each; more run as a job. */
    @PostMapping("/bulk")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<BulkAssets.Answer> bulk(@RequestBody BulkAssets.Request request) {
        return accepted(bulk.change(request));
    }

    /** Takes a move or edit of many back, where nobody has changed the asset since. */
    @PostMapping("/bulk/{token}/undo")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<BulkAssets.Answer> undo(@PathVariable UUID token) {
        return accepted(bulk.undo(token));
    }

    private static ResponseEntity<BulkAssets.Answer> accepted(BulkAssets.Answer answer) {
        return ResponseEntity.status(answer.job() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(answer);
    }

    private ResponseEntity<AssetView> tagged(AssetId id) {
        var view = AssetView.of(register.sheet(id));
        return Versioned.ok(view, view.version());
    }

    /** What somebody asked for, short enough to answer with. */
    static String clipped(String code) {
        return code.length() <= 100 ? code : code.substring(0, 100);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

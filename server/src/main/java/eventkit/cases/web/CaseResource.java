package eventkit.cases.web;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.cases.ContentsKind;
import eventkit.cases.FlightCase;
import eventkit.cases.Measures;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The register of flight cases. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseResource {
    /** A case with what it weighs, takes up and is worth, everything in it included. */
    record View(
            UUID id,
            String number,
            String name,
            ContentsKind contentsKind,
            @Nullable UUID productId,
            @Nullable String productName,
            @Nullable Long tareWeightGrams,
            @Nullable Integer lengthMillimetres,
            @Nullable Integer widthMillimetres,
            @Nullable Integer heightMillimetres,
            @Nullable Long payloadGramsMax,
            boolean stackable,
            UUID locationId,
            String locationName,
            List<String> locationPath,
            @Nullable UUID parentId,
            @Nullable String parentNumber,
            CaseStatus status,
            @Nullable String statusNote,
            @Nullable String notes,
            List<String> aliases,
            long assets,
            long pieces,
            long cases,
            Instant createdAt,
            Instant changedAt,
            long version,
            Measures measures) {

        static View of(FlightCase c, Measures measures) {
            return new View(
                    c.id(),
                    c.number(),
                    c.name(),
                    c.contentsKind(),
                    c.productId(),
                    c.productName(),
                    c.tareWeightGrams(),
                    c.lengthMillimetres(),
                    c.widthMillimetres(),
                    c.heightMillimetres(),
                    c.payloadGramsMax(),
                    c.stackable(),
                    c.locationId(),
                    c.locationName(),
                    c.locationPath(),
                    c.parentId(),
                    c.parentNumber(),
                    c.status(),
                    c.statusNote(),
                    c.notes(),
                    c.aliases(),
                    c.assets(),
                    c.pieces(),
                    c.cases(),
                    c.createdAt(),
                    c.changedAt(),
                    c.version(),
                    measures);
        }
    }

    record Note(@Nullable String note) {}

    record Move(UUID locationId, @Nullable String note) {}

    private final Cases cases;
    private final ManyCases many;
    private final MergePatch patches;
    private final AuditTrail trail;

    CaseResource(Cases cases, ManyCases many, MergePatch patches, AuditTrail trail) {
        this.cases = cases;
        this.many = many;
        this.patches = patches;
        this.trail = trail;
    }

    /** Sorts: number, name, location, status, changedAt, createdAt. Retired cases show only when asked for by status. */
    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<View> cases(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<UUID> location,
            @RequestParam(required = false) @Nullable Set<UUID> product,
            @RequestParam(required = false) @Nullable Set<ContentsKind> kind,
            @RequestParam(required = false) @Nullable Set<CaseStatus> status,
            @RequestParam(required = false) @Nullable Boolean empty,
            @RequestParam(required = false) @Nullable Boolean nested,
            @RequestParam(required = false) @Nullable UUID parent) {
        var page = cases.list(
                new Cases.Filter(
                        orEmpty(location), orEmpty(product), orEmpty(kind), orEmpty(status), empty, nested, parent),
                query);
        var measures = cases.measures(page.items().stream().map(FlightCase::id).toList());
        var views = page.items().stream()
                .map(c -> View.of(c, measureOf(c, measures.get(c.id()))))
                .toList();
        return new Page<>(views, page.total(), page.next());
    }

    @PostMapping
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> create(@RequestBody Cases.NewCase details) {
        var made = cases.create(details);
        return Versioned.created("/cases/" + made.id(), view(made), made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<View> flightCase(@PathVariable UUID id) {
        return tagged(cases.get(id));
    }

    /** By number or alias, without regard to upper and lower case. */
    @GetMapping("/by-code")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<View> byCode(@RequestParam String code) {
        return tagged(cases.byCode(code).orElseThrow(() -> new NotFound("case", code)));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> change(
            @PathVariable UUID id, @PatchOf(Cases.Details.class) @RequestBody JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(Cases.Details.of(cases.get(id)), patch, Cases.Details.class);
        return tagged(cases.change(id, details, ifMatch));
    }

    /** Only a case that was never used; others are retired. */
    @DeleteMapping("/{id}")
    @Needs(Permission.CASE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        cases.remove(id, ifMatch);
    }

    @PostMapping("/{id}/closing")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> close(@PathVariable UUID id) {
        return tagged(cases.to(CaseStatus.CLOSED, id, null));
    }

    /** Opens a closed case, brings one back into service, takes back a retirement. */
    @PostMapping("/{id}/opening")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> open(@PathVariable UUID id) {
        return tagged(cases.to(CaseStatus.OPEN, id, null));
    }

    @PostMapping("/{id}/out-of-service")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> takeOutOfService(@PathVariable UUID id, @RequestBody Note note) {
        return tagged(cases.to(CaseStatus.OUT_OF_SERVICE, id, note.note()));
    }

    @PostMapping("/{id}/retirement")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<View> retire(@PathVariable UUID id, @RequestBody(required = false) @Nullable Note note) {
        return tagged(cases.to(CaseStatus.RETIRED, id, note == null ? null : note.note()));
    }

    /** With everything inside. */
    @PostMapping("/{id}/moves")
    @Needs(Permission.MOVE)
    ResponseEntity<View> move(@PathVariable UUID id, @RequestBody Move move) {
        return tagged(cases.move(id, move.locationId(), move.note()));
    }

    /** All or nothing, unless the mode is EACH. */
    @PostMapping("/bulk")
    @Needs(Permission.ASSET_READ)
    ManyCases.Outcome bulk(@RequestBody ManyCases.Bulk bulk) {
        return many.run(bulk);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return trail.history("case", cases.get(id).id(), query);
    }

    @GetMapping("/numbering")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<Cases.Numbering> numbering() {
        var n = cases.numbering();
        return Versioned.ok(n, n.version());
    }

    @PutMapping("/numbering")
    @Needs(Permission.CASE_EDIT)
    ResponseEntity<Cases.Numbering> changeNumbering(@RequestBody Cases.NumberingChange change, IfMatch ifMatch) {
        var n = cases.changeNumbering(change, ifMatch);
        return Versioned.ok(n, n.version());
    }

    private ResponseEntity<View> tagged(FlightCase c) {
        return Versioned.ok(view(c), c.version());
    }

    private View view(FlightCase c) {
        return View.of(c, measureOf(c, cases.measures(List.of(c.id())).get(c.id())));
    }

    private static Measures measureOf(FlightCase c, @Nullable Measures found) {
        if (found == null) throw new NotFound("case", c.id());
        return found;
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}

package eventkit.stock.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.stock.Consumable;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import eventkit.stock.StockLevel;
import eventkit.stock.StockTotals;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Counted stock, its ledger, and consumables. */
@RestController
@RequestMapping("/api/v1")
class StockResource {
    /** What products are counted by. */
    enum CountedKind {
        BULK,
        CONSUMABLE
    }

    record Written(List<StockEntry> entries) {}

    record Reversal(@Nullable String note) {}

    private final Stock stock;
    private final AuditTrail trail;

    StockResource(Stock stock, AuditTrail trail) {
        this.stock = stock;
        this.trail = trail;
    }

    @GetMapping("/stock")
    @Needs(Permission.ASSET_READ)
    Page<StockLevel> levels(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<UUID> product,
            @RequestParam(required = false) @Nullable Set<UUID> location,
            @RequestParam(required = false) @Nullable Set<UUID> warehouse,
            @RequestParam(required = false) @Nullable Set<UUID> category,
            @RequestParam(required = false) @Nullable Set<CountedKind> kind,
            @RequestParam(required = false) @Nullable Boolean empty) {
        var kinds = new HashSet<String>();
        for (var k : orEmpty(kind)) kinds.add(k.name());
        return stock.levels(
                new Stock.Filter(
                        orEmpty(product), orEmpty(location), orEmpty(warehouse), orEmpty(category), kinds, empty),
                query);
    }

    @GetMapping("/stock/{id}")
    @Needs(Permission.ASSET_READ)
    StockLevel level(@PathVariable UUID id) {
        return stock.level(id);
    }

    @GetMapping("/stock/{id}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> levelHistory(@PathVariable UUID id, ListQuery query) {
        return trail.history("stock", stock.level(id).id(), query);
    }

    /** What the company owns of a product: loose and packed, for each warehouse. */
    @GetMapping("/stock/totals/{productId}")
    @Needs(Permission.ASSET_READ)
    StockTotals totals(@PathVariable UUID productId) {
        return stock.totals(productId);
    }

    @GetMapping("/stock/entries")
    @Needs(Permission.ASSET_READ)
    Page<StockEntry> entries(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<UUID> product,
            @RequestParam(required = false) @Nullable Set<UUID> location,
            @RequestParam(required = false) @Nullable Set<StockEntry.Kind> kind,
            @RequestParam(required = false) @Nullable Set<StockEntry.Reason> reason,
            @RequestParam(required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable UUID operation,
            @RequestParam(required = false) @Nullable UUID ref,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        var filter = new Stock.EntryFilter(
                orEmpty(product), orEmpty(location), orEmpty(kind), orEmpty(reason), by, operation, ref, from, to);
        return stock.entries(filter, query);
    }

    @GetMapping("/stock/entries/{id}")
    @Needs(Permission.ASSET_READ)
    StockEntry entry(@PathVariable UUID id) {
        return stock.entry(id);
    }

    @PostMapping("/stock/entries/{id}/reversal")
    @Needs(Permission.STOCK_ADJUST)
    @ResponseStatus(HttpStatus.CREATED)
    Written reverse(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reversal reversal) {
        return new Written(stock.reverse(id, reversal == null ? null : reversal.note()));
    }

    @PostMapping("/stock/adjustments")
    @Needs(Permission.STOCK_ADJUST)
    ResponseEntity<StockEntry> adjust(@RequestBody Stock.Adjustment adjustment) {
        var entry = stock.adjust(adjustment);
        return ResponseEntity.created(URI.create("/api/v1/stock/entries/" + entry.id()))
                .body(entry);
    }

    /** Many lines in one sheet: all are counted or none is. */
    @PostMapping("/stock/counts")
    @Needs(Permission.STOCK_ADJUST)
    @ResponseStatus(HttpStatus.CREATED)
    Written count(@RequestBody Stock.CountSheet sheet) {
        return new Written(stock.count(sheet));
    }

    @PostMapping("/stock/receipts")
    @Needs(Permission.STOCK_ADJUST)
    @ResponseStatus(HttpStatus.CREATED)
    Written receive(@RequestBody Stock.Amounts amounts) {
        return new Written(stock.receive(amounts));
    }

    @PostMapping("/stock/consumption")
    @Needs(Permission.STOCK_ADJUST)
    @ResponseStatus(HttpStatus.CREATED)
    Written consume(@RequestBody Stock.Amounts amounts) {
        return new Written(stock.consume(amounts));
    }

    @PostMapping("/stock/moves")
    @Needs(Permission.MOVE)
    @ResponseStatus(HttpStatus.CREATED)
    Written move(@RequestBody Stock.Moves moves) {
        return new Written(stock.move(moves, null));
    }

    @GetMapping("/consumables")
    @Needs(Permission.ASSET_READ)
    Page<Consumable> consumables(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<UUID> category,
            @RequestParam(required = false) @Nullable Set<Consumable.Status> status,
            @RequestParam(required = false) @Nullable Boolean low) {
        return stock.consumables(orEmpty(category), orEmpty(status), low, query);
    }

    @GetMapping("/consumables/{productId}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<Consumable> consumable(@PathVariable UUID productId) {
        return tagged(stock.consumable(productId));
    }

    @PutMapping("/consumables/{productId}/levels")
    @Needs(Permission.STOCK_ADJUST)
    ResponseEntity<Consumable> setLevels(
            @PathVariable UUID productId, @RequestBody Stock.ReorderLevels levels, IfMatch ifMatch) {
        return tagged(stock.setLevels(productId, levels, ifMatch));
    }

    @GetMapping("/consumables/{productId}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> consumableHistory(@PathVariable UUID productId, ListQuery query) {
        return trail.history("consumable", stock.consumable(productId).productId(), query);
    }

    private static ResponseEntity<Consumable> tagged(Consumable consumable) {
        return Versioned.ok(consumable, consumable.version());
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}

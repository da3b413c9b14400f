package eventkit.scanning.web;

import eventkit.core.AuditTrail;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.scanning.ScanSheet;
import eventkit.scanning.ScanSheets;
import eventkit.scanning.Stocktake;
import eventkit.scanning.StocktakeState;
import eventkit.scanning.Stocktakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts of places. */
@RestController
@RequestMapping("/api/v1/stocktakes")
class StocktakesResource {
    private final Stocktakes stocktakes;
    private final ScanSheets sheets;

    StocktakesResource(Stocktakes stocktakes, ScanSheets sheets) {
        this.stocktakes = stocktakes;
        this.sheets = sheets;
    }

    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<Stocktake> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<StocktakeState> state,
            @RequestParam(required = false) @Nullable List<UUID> location) {
        return stocktakes.list(
                new Stocktakes.Filter(
                        state == null ? Set.of() : Set.copyOf(state),
                        location == null ? Set.of() : Set.copyOf(location)),
                query);
    }

    @PostMapping
    @Needs(Permission.STOCK_ADJUST)
    ResponseEntity<Stocktake> start(@RequestBody Stocktakes.NewStocktake stocktake) {
        var started = stocktakes.start(stocktake);
        return Versioned.created("/stocktakes/" + started.id(), started, started.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<Stocktake> get(@PathVariable UUID id) {
        return tagged(stocktakes.get(id));
    }

    /** What would follow now; {@code reviewed} is sent with the application. */
    @GetMapping("/{id}/review")
    @Needs(Permission.ASSET_READ)
    Stocktakes.Review review(@PathVariable UUID id) {
        return stocktakes.review(id);
    }

    /** Enough to count without a network. */
    @GetMapping("/{id}/sheet")
    @Needs(Permission.SCAN)
    ScanSheet sheet(@PathVariable UUID id, HttpServletRequest request) {
        return sheets.ofStocktake(id, ScansResource.origin(request));
    }

    @PostMapping("/{id}/finish")
    @Needs(Permission.SCAN)
    ResponseEntity<Stocktake> finish(@PathVariable UUID id) {
        return tagged(stocktakes.finish(id));
    }

    @PostMapping("/{id}/recount")
    @Needs(Permission.SCAN)
    ResponseEntity<Stocktake> recount(@PathVariable UUID id, @RequestBody Stocktakes.Recount recount) {
        return tagged(stocktakes.recount(id, recount));
    }

    /** All corrections in one go, by somebody who did not count. */
    @PostMapping("/{id}/application")
    @Needs(Permission.STOCK_ADJUST)
    ResponseEntity<Stocktake> apply(@PathVariable UUID id, @RequestBody Stocktakes.Application application) {
        return tagged(stocktakes.apply(id, application));
    }

    @PostMapping("/{id}/abandonment")
    @Needs(Permission.STOCK_ADJUST)
    ResponseEntity<Stocktake> abandon(@PathVariable UUID id, @RequestBody Stocktakes.Abandonment abandonment) {
        return tagged(stocktakes.abandon(id, abandonment));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return stocktakes.history(id, query);
    }

    private static ResponseEntity<Stocktake> tagged(Stocktake stocktake) {
        return Versioned.ok(stocktake, stocktake.version());
    }
}

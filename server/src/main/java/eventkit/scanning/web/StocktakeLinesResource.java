package eventkit.scanning.web;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.scanning.StocktakeLine;
import eventkit.scanning.Stocktakes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of counts. */
@RestController
@RequestMapping("/api/v1/stocktake-lines")
class StocktakeLinesResource {
    private final Stocktakes stocktakes;

    StocktakeLinesResource(Stocktakes stocktakes) {
        this.stocktakes = stocktakes;
    }

    /** Of one count, line by line: as it would be now, or as it was when it was applied. */
    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<StocktakeLine> list(
            ListQuery query,
            @RequestParam UUID stocktake,
            @RequestParam(required = false) @Nullable List<StocktakeLine.Outcome> outcome) {
        return stocktakes.lines(stocktake, outcome == null ? Set.of() : Set.copyOf(outcome), query);
    }
}

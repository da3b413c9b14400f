package eventkit.scanning;

import eventkit.core.AuditTrail;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts of places: what the registers expect is scanned, a second person looks at what came of it, and all corrections are one change. */
public interface Stocktakes {
    /**
     * @param below with what is below it; null for yes
     * @param secondPerson somebody who did not count confirms; null for yes
     */
    record NewStocktake(
            UUID locationId,
            @Nullable Boolean below,
            @Nullable Boolean secondPerson,
            @Nullable String note) {}

    /** Every part may be empty: not filtered by it. */
    record Filter(Set<StocktakeState> states, Set<UUID> locationIds) {}

    /**
     * What would follow now.
     *
     * @param reviewed what was shown, to be sent with the confirmation: where something changes until then nothing is done
     * @param mayConfirm by this caller
     */
    record Review(
            String reviewed,
            Map<StocktakeLine.Outcome, Long> outcomes,
            Map<StocktakeLine.Correction, Long> corrections,
            boolean mayConfirm) {}

    /** What becomes of assets that were not found. */
    enum Missing {
        LOST,
        SET_ASIDE
    }

    /**
     * @param leave keys of lines of which nothing follows
     * @param missing null for LOST
     */
    record Application(
            String reviewed,
            @Nullable List<String> leave,
            @Nullable Missing missing) {}

    /** @param keys lines that are begun anew, with what the registers expect by now; the others stay as they were counted */
    record Recount(@Nullable List<String> keys) {}

    record Abandonment(String reason) {}

    int LINES_MAX = 20_000;

    /** Sorts: startedAt, number, state. */
    @Needs(Permission.ASSET_READ)
    Page<Stocktake> list(Filter filter, ListQuery query);

    @Needs(Permission.ASSET_READ)
    Stocktake get(UUID id);

    /** Throws {@link StocktakeUnderWay} where the place is counted already. */
    @Needs(Permission.STOCK_ADJUST)
    Stocktake start(NewStocktake stocktake);

    /** What came of it, line by line: as it would be now, or as it was when it was applied. None of a count that is not there. */
    @Needs(Permission.ASSET_READ)
    Page<StocktakeLine> lines(UUID id, Set<StocktakeLine.Outcome> outcomes, ListQuery query);

    @Needs(Permission.ASSET_READ)
    Review review(UUID id);

    /** Everything is scanned. Throws {@link IllegalStocktakeMove}. */
    @Needs(Permission.SCAN)
    Stocktake finish(UUID id);

    @Needs(Permission.SCAN)
    Stocktake recount(UUID id, Recount recount);

    /** Throws {@link SecondPersonNeeded}, {@link StocktakeChanged} where it is not any more what was shown. */
    @Needs(Permission.STOCK_ADJUST)
    Stocktake apply(UUID id, Application application);

    @Needs(Permission.STOCK_ADJUST)
    Stocktake abandon(UUID id, Abandonment abandonment);

    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}

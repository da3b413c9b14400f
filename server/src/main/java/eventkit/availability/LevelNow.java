package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import java.util.List;
import java.util.UUID;

/**
 * The pieces of a counted product in a warehouse.
 *
 * @param inCases of those, in fixed cases
 */
record LevelNow(UUID product, UUID warehouse, long quantity, long inCases) {
    private static final long PIECES_MAX = 1_000_000_000L;

    List<Fact> facts() {
        var stock = StockKey.product(product, warehouse);
        var owned = fact(stock, Reason.OWNED, quantity);
        return inCases == 0 ? List.of(owned) : List.of(owned, fact(stock, Reason.IN_CASE, -inCases));
    }

    private Fact fact(StockKey stock, Reason reason, long quantity) {
        int pieces = (int) Math.clamp(quantity, -PIECES_MAX, PIECES_MAX);
        return Fact.of(stock, reason, SubjectKind.LEVEL, product, "", Seconds.ALWAYS, Seconds.FOREVER, pieces);
    }
}

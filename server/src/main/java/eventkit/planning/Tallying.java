package eventkit.planning;

import eventkit.core.Money;
import eventkit.planning.PullLists.GroupTotals;
import eventkit.planning.PullLists.ListTotals;
import eventkit.planning.PullLists.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what stands on a list. */
final class Tallying {
    /**
     * So many pieces of one product in one group.
     *
     * @param packed they travel in a case whose outside counts for volume
     */
    record Pieces(
            @Nullable UUID groupId,
            boolean packed,
            long quantity,
            @Nullable Long weightGrams,
            @Nullable Long volumeCubicMillimetres,
            @Nullable BigDecimal powerWatts,
            @Nullable Long valueMinor,
            @Nullable String currency) {}

    /** A case by itself, empty. @param outermost it is on the list; others are inside one that is */
    record Box(
            @Nullable UUID groupId,
            boolean outermost,
            @Nullable Long weightGrams,
            @Nullable Long volumeCubicMillimetres) {}

    /** @param priceMinor of all lines with a price in this currency */
    record Priced(
            @Nullable UUID groupId,
            long lines,
            @Nullable Long priceMinor,
            @Nullable String currency) {}

    private static final class Sum {
        private long lines;
        private long pieces;
        private long weight;
        private long weightsUnknown;
        private long volume;
        private long volumesUnknown;
        private BigDecimal power = BigDecimal.ZERO;
        private long powersUnknown;
        private final Map<String, Long> values = new TreeMap<>();
        private long valuesUnknown;
        private final Map<String, Long> prices = new TreeMap<>();

        void add(Pieces p) {
            pieces = Saturating.plus(pieces, p.quantity);
            if (p.weightGrams == null) weightsUnknown = Saturating.plus(weightsUnknown, p.quantity);
            else weight = Saturating.plus(weight, Saturating.times(p.weightGrams, p.quantity));
            if (!p.packed) {
                if (p.volumeCubicMillimetres == null) volumesUnknown = Saturating.plus(volumesUnknown, p.quantity);
                else volume = Saturating.plus(volume, Saturating.times(p.volumeCubicMillimetres, p.quantity));
            }
            if (p.powerWatts == null) powersUnknown = Saturating.plus(powersUnknown, p.quantity);
            else power = power.add(p.powerWatts.multiply(BigDecimal.valueOf(p.quantity)));
            if (p.valueMinor == null || p.currency == null) valuesUnknown = Saturating.plus(valuesUnknown, p.quantity);
            else values.merge(p.currency, Saturating.times(p.valueMinor, p.quantity), Saturating::plus);
        }

        void add(Box b) {
            if (b.weightGrams == null) weightsUnknown++;
            else weight = Saturating.plus(weight, b.weightGrams);
            if (!b.outermost) return;
            if (b.volumeCubicMillimetres == null) volumesUnknown++;
            else volume = Saturating.plus(volume, b.volumeCubicMillimetres);
        }

        void add(Priced p) {
            lines += p.lines;
            if (p.priceMinor != null && p.currency != null) prices.merge(p.currency, p.priceMinor, Saturating::plus);
        }

        Totals done() {
            return new Totals(
                    lines,
                    pieces,
                    weight,
                    weightsUnknown,
                    volume,
                    volumesUnknown,
                    power,
                    powersUnknown,
                    money(values),
                    valuesUnknown,
                    money(prices));
        }

        private static List<Money> money(Map<String, Long> sums) {
            var result = new ArrayList<Money>();
            sums.forEach((currency, minor) -> result.add(new Money(minor, Currency.getInstance(currency))));
            return List.copyOf(result);
        }
    }

    private Tallying() {}

    /** @param groupIds of the list, in their order; what stands before them comes first where there is any */
    static ListTotals of(
            List<UUID> groupIds, Collection<Pieces> pieces, Collection<Box> boxes, Collection<Priced> priced) {
        var all = new Sum();
        var before = new Sum();
        var groups = new LinkedHashMap<UUID, Sum>();
        for (var id : groupIds) groups.put(id, new Sum());
        for (var p : pieces) {
            all.add(p);
            sum(groups, before, p.groupId).add(p);
        }
        for (var b : boxes) {
            all.add(b);
            sum(groups, before, b.groupId).add(b);
        }
        for (var p : priced) {
            all.add(p);
            sum(groups, before, p.groupId).add(p);
        }
        var result = new ArrayList<GroupTotals>();
        if (before.lines > 0) result.add(new GroupTotals(null, before.done()));
        groups.forEach((id, sum) -> result.add(new GroupTotals(id, sum.done())));
        return new ListTotals(all.done(), result);
    }

    private static Sum sum(Map<UUID, Sum> groups, Sum before, @Nullable UUID groupId) {
        return groupId == null ? before : groups.getOrDefault(groupId, before);
    }
}

package eventkit.maintenance;

import eventkit.core.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an inspection looks at.
 *
 * @param id stable within its plan; made where it is left out
 * @param unit of what is measured: MΩ, mA, kg
 * @param min the least value that passes, null for no limit
 */
public record ChecklistItem(
        @Nullable String id,
        String text,
        Kind kind,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {
    public enum Kind {
        CHECK,
        MEASURE
    }

    private static final int ITEMS_MAX = 200;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    boolean passes(BigDecimal value) {
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    static boolean sane(@Nullable BigDecimal value) {
        return value == null || (value.abs().compareTo(LARGEST) <= 0 && value.scale() <= 9 && value.scale() >= -12);
    }

    static void check(Check check, @Nullable List<ChecklistItem> items, String field) {
        if (items == null) return;
        check.size(items, field, ITEMS_MAX);
        var ids = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var at = field + "[" + i + "]";
            var item = items.get(i);
            check.required(item, at);
            if (item == null) continue;
            check.required(item.text(), at + ".text")
                    .line(item.text(), at + ".text", 300)
                    .required(item.kind(), at + ".kind");
            check.line(item.unit(), at + ".unit", 20).line(item.id(), at + ".id", 50);
            check.that(
                    item.id() == null || (!item.id().isBlank() && ids.add(item.id())),
                    at + ".id",
                    "not-unique",
                    "Each entry has an id of its own.");
            check.that(sane(item.min()), at + ".min", "out-of-range", "Use a number of ordinary size.");
            check.that(sane(item.max()), at + ".max", "out-of-range", "Use a number of ordinary size.");
            boolean limited = item.min() != null || item.max() != null || item.unit() != null;
            check.that(
                    !limited || item.kind() == Kind.MEASURE,
                    at + ".kind",
                    "limits-need-measure",
                    "Only what is measured has a unit and limits.");
            if (item.min() != null && item.max() != null) {
                check.that(
                        item.min().compareTo(item.max()) <= 0,
                        at + ".max",
                        "below-min",
                        "The upper limit is below the lower one.");
            }
        }
    }

    /** Those without an id get one that the others do not have. */
    static List<ChecklistItem> numbered(List<ChecklistItem> items) {
        var taken = new HashSet<String>();
        for (var item : items) if (item.id() != null) taken.add(item.id());
        var result = new ArrayList<ChecklistItem>();
        int next = 1;
        for (var item : items) {
            var id = item.id();
            if (id == null) {
                while (!taken.add("item-" + next)) next++;
                id = "item-" + next;
            }
            result.add(new ChecklistItem(
                    id, item.text().strip(), item.kind(), blankToNull(item.unit()), item.min(), item.max()));
        }
        return result;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

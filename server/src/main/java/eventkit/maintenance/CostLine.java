package eventkit.maintenance;

import eventkit.core.Check;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repair cost: hours, parts, a bill from outside.
 *
 * @param quantity hours or pieces, to three decimals
 * @param total quantity times unit cost, half a cent up
 */
public record CostLine(Kind kind, String description, BigDecimal quantity, Money unitCost, Money total) {
    public enum Kind {
        LABOUR,
        PART,
        EXTERNAL
    }

    /** As a person enters it. */
    public record Entry(Kind kind, String description, BigDecimal quantity, Money unitCost) {
        CostLine line() {
            return new CostLine(
                    kind, description.strip(), quantity, unitCost, unitCost.times(quantity, RoundingMode.HALF_UP));
        }
    }

    private static final int LINES_MAX = 200;
    private static final long UNIT_COST_MAX = 100_000_000_000L;
    private static final BigDecimal QUANTITY_MAX = new BigDecimal(100_000);

    Entry entry() {
        return new Entry(kind, description, quantity, unitCost);
    }

    /** In one currency, or there would be no total. */
    static void check(Check check, @Nullable List<Entry> entries, String field) {
        if (entries == null) return;
        check.size(entries, field, LINES_MAX);
        Currency currency = null;
        for (int i = 0; i < entries.size(); i++) {
            var at = field + "[" + i + "]";
            var entry = entries.get(i);
            check.required(entry, at);
            if (entry == null) continue;
            check.required(entry.kind(), at + ".kind")
                    .required(entry.description(), at + ".description")
                    .line(entry.description(), at + ".description", 300);
            check.required(entry.quantity(), at + ".quantity").required(entry.unitCost(), at + ".unitCost");
            if (entry.quantity() != null) {
                check.that(
                        entry.quantity().signum() > 0
                                && entry.quantity().compareTo(QUANTITY_MAX) <= 0
                                && entry.quantity().stripTrailingZeros().scale() <= 3,
                        at + ".quantity",
                        "out-of-range",
                        "Use a number above 0, at most 100000, with at most three decimals.");
            }
            if (entry.unitCost() == null) continue;
            check.required(entry.unitCost().currency(), at + ".unitCost.currency");
            check.between(entry.unitCost().amountMinor(), at + ".unitCost.amountMinor", 0, UNIT_COST_MAX);
            if (currency == null) currency = entry.unitCost().currency();
            check.that(
                    currency == null || currency.equals(entry.unitCost().currency()),
                    at + ".unitCost.currency",
                    "mixed-currencies",
                    "Enter all lines of a repair in one currency.");
        }
    }
}

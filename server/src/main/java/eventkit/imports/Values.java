package eventkit.imports;

import eventkit.core.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row, its cells read: by field, those that are there. */
record Values(long line, Map<String, Object> values, String currency) {
    @Nullable
    String text(String field) {
        return (String) values.get(field);
    }

    @Nullable
    Long whole(String field) {
        return (Long) values.get(field);
    }

    @Nullable
    Integer integer(String field) {
        var value = whole(field);
        if (value != null && value > Integer.MAX_VALUE)
            throw new Invalid(field, "out-of-range", "The number is too large.");
        return value == null ? null : value.intValue();
    }

    @Nullable
    BigDecimal decimal(String field) {
        return (BigDecimal) values.get(field);
    }

    @Nullable
    Boolean truth(String field) {
        return (Boolean) values.get(field);
    }

    @Nullable
    LocalDate date(String field) {
        return (LocalDate) values.get(field);
    }

    @SuppressWarnings("unchecked")
    List<String> list(String field) {
        return (List<String>) values.getOrDefault(field, List.of());
    }

    @SuppressWarnings("unchecked")
    Map<String, String> pairs(String field) {
        return (Map<String, String>) values.getOrDefault(field, Map.of());
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    String currencyCode() {
        var own = text("currency");
        return own == null ? currency : own;
    }

    /** In the minor unit of the row's currency; a fraction of a cent is refused. */
    @Nullable
    Long minor(String field) {
        var amount = decimal(field);
        if (amount == null) return null;
        int digits = Math.max(0, Currency.getInstance(currencyCode()).getDefaultFractionDigits());
        try {
            return amount.movePointRight(digits)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new Invalid(field, "too-precise", "Write at most " + digits + " decimals.");
        }
    }
}

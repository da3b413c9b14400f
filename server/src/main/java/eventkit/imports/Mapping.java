package eventkit.imports;

import eventkit.core.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param columns which column is which field; the others are left out
 * @param defaults values of fields whose cell is empty or that have no column
 * @param existing what happens to things that are there already
 * @param dates how days are written; YMD is understood always
 * @param decimals what stands before the fraction
 * @param currency of amounts that name none; null for the company's
 * @param createMissing whether categories that are not there are made
 */
public record Mapping(
        List<ColumnUse> columns,
        Map<String, String> defaults,
        Mode mode,
        Existing existing,
        Dates dates,
        Decimals decimals,
        @Nullable String currency,
        @Nullable Boolean createMissing) {

    /** @param column from 0; @param unit of the numbers in it, null for the one that is stored */
    public record ColumnUse(
            int column, String field, @Nullable String unit) {}

    public enum Mode {
        ALL_OR_NOTHING,
        GOOD_ROWS_ONLY
    }

    public enum Existing {
        UPDATE,
        SKIP
    }

    public enum Dates {
        DAY_FIRST,
        MONTH_FIRST
    }

    public enum Decimals {
        AUTO,
        POINT,
        COMMA
    }

    public Mapping {
        columns = columns == null ? List.of() : List.copyOf(columns);
        defaults = defaults == null ? Map.of() : Map.copyOf(defaults);
        mode = mode == null ? Mode.ALL_OR_NOTHING : mode;
        existing = existing == null ? Existing.SKIP : existing;
        dates = dates == null ? Dates.DAY_FIRST : dates;
        decimals = decimals == null ? Decimals.AUTO : decimals;
        createMissing = createMissing == null ? Boolean.TRUE : createMissing;
    }

    boolean uses(String field) {
        return columns.stream().anyMatch(c -> c.field().equals(field)) || defaults.containsKey(field);
    }

    Optional<ColumnUse> of(String field) {
        return columns.stream().filter(c -> c.field().equals(field)).findFirst();
    }

    /** Throws {@link eventkit.core.Invalid}. */
    void check(ImportKind kind, int columnCount) {
        var check = new Check();
        var seen = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            var use = columns.get(i);
            var path = "columns[" + i + "]";
            var field = kind.named(String.valueOf(use.field()));
            check.that(field.isPresent(), path + ".field", "unknown-field", "There is no such field of " + kind + ".")
                    .that(
                            use.column() >= 0 && use.column() < columnCount,
                            path + ".column",
                            "out-of-range",
                            "The file has " + columnCount + " columns, the first is 0.")
                    .that(seen.add(use.field()), path + ".field", "twice", "A field is read from one column only.");
            field.ifPresent(f -> check.that(
                    use.unit() == null || f.type().units().contains(use.unit()),
                    path + ".unit",
                    "unknown-unit",
                    "Choose from " + f.type().units() + "."));
        }
        defaults.forEach((name, value) -> check.that(
                        kind.named(name).isPresent(),
                        "defaults." + name,
                        "unknown-field",
                        "There is no such field of " + kind + ".")
                .line(value, "defaults." + name, 1000));
        for (var field : kind.fields()) {
            check.that(
                    !field.required() || uses(field.name()),
                    "columns",
                    "field-missing",
                    "Choose the column of " + field.name() + ", or give a default.");
        }
        if (kind == ImportKind.PRODUCTS)
            check.that(
                    uses("name") || uses("model"), "columns", "field-missing", "Choose the column of name or model.");
        if (kind == ImportKind.ASSETS)
            check.that(
                    uses("product") || uses("model"),
                    "columns",
                    "field-missing",
                    "Choose the column of product or model.");
        if (kind == ImportKind.LOCATIONS)
            check.that(uses("name") || uses("path"), "columns", "field-missing", "Choose the column of name or path.");
        if (currency != null)
            check.that(Cells.currency(currency), "currency", "unknown-currency", "Use an ISO 4217 code such as EUR.");
        check.orThrow();
    }
}

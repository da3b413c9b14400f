package eventkit.planning;

import eventkit.core.Money;
import eventkit.planning.Carnets.Carnet;
import eventkit.planning.Carnets.Item;
import eventkit.planning.Carnets.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A carnet as a spreadsheet: a row for each item, and their sums. */
final class CarnetTable {
    private CarnetTable() {}

    static Table of(Sheet sheet, Event event, Carnet carnet) {
        var t = carnet.totals();
        var titles = Stream.of(
                        Words.ITEM,
                        Words.DESCRIPTION,
                        Words.MANUFACTURER,
                        Words.MODEL,
                        Words.SERIALS,
                        Words.PIECES,
                        Words.WEIGHT_KG,
                        Words.VALUE,
                        Words.CURRENCY,
                        Words.ORIGIN,
                        Words.SUB_HIRED,
                        Words.MISSING)
                .map(sheet::word)
                .toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var item : carnet.items()) rows.add(row(sheet, item));
        rows.add(Arrays.asList(
                null,
                sheet.word(Words.TOTAL),
                null,
                null,
                null,
                t.pieces(),
                kilograms(t.weightGrams()),
                amount(t.value()),
                t.value().currency().getCurrencyCode(),
                null,
                null,
                both(lacking(sheet, t), hidden(sheet, t))));
        return new Table("carnet-" + event.label(), titles, rows);
    }

    private static List<@Nullable Object> row(Sheet sheet, Item item) {
        var value = item.value();
        return Arrays.asList(
                (long) item.number(),
                item.name(),
                item.manufacturer(),
                item.model(),
                item.marks().isEmpty() ? null : marks(item.marks()),
                item.pieces(),
                item.weightGrams() == null ? null : kilograms(item.weightGrams()),
                value == null ? null : amount(value),
                value == null ? null : value.currency().getCurrencyCode(),
                item.countryOfOrigin(),
                item.lent() == null ? null : lent(item.lent()),
                item.lacks().isEmpty()
                        ? null
                        : item.lacks().stream()
                                .map(lack -> sheet.word(Words.of(lack)))
                                .collect(Collectors.joining(", ")));
    }

    static String marks(List<Carnets.Mark> marks) {
        return marks.stream()
                .map(m -> m.serial() == null ? m.number() : m.number() + " (SN " + m.serial() + ")")
                .collect(Collectors.joining(", "));
    }

    static String lent(Carnets.Lent lent) {
        return lent.partner() == null ? lent.number() : lent.number() + ", " + lent.partner();
    }

    /** Which sums lack something, in how many pieces. */
    static @Nullable String lacking(Sheet sheet, Carnets.Totals t) {
        var parts = new ArrayList<String>();
        if (t.valuesUnknown() > 0) parts.add(sheet.word(Words.VALUE) + " " + sheet.number(t.valuesUnknown()));
        if (t.weightsUnknown() > 0) parts.add(sheet.word(Words.WEIGHT) + " " + sheet.number(t.weightsUnknown()));
        if (t.originsUnknown() > 0) parts.add(sheet.word(Words.ORIGIN) + " " + sheet.number(t.originsUnknown()));
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static @Nullable String both(@Nullable String lacking, @Nullable String hidden) {
        if (lacking == null) return hidden;
        return hidden == null ? lacking : lacking + ". " + hidden;
    }

    /** For how many pieces the product's value stands, because the reader may not see theirs. */
    static @Nullable String hidden(Sheet sheet, Carnets.Totals t) {
        return t.ownValuesHidden() == 0
                ? null
                : sheet.word(Words.OWN_VALUES_HIDDEN).formatted(sheet.number(t.ownValuesHidden()));
    }

    private static BigDecimal kilograms(long grams) {
        return BigDecimal.valueOf(grams, 3);
    }

    static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(
                money.amountMinor(), Math.max(0, money.currency().getDefaultFractionDigits()));
    }
}

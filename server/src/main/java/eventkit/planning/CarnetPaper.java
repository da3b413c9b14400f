package eventkit.planning;

import eventkit.core.Money;
import eventkit.core.Paper;
import eventkit.planning.Carnets.Carnet;
import eventkit.planning.Carnets.Item;
import eventkit.planning.Carnets.Lack;
import eventkit.planning.Carnets.OfList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The general list of an ATA carnet: numbered goods with pieces, weight, value and origin. What is missing says so where it is missing. */
final class CarnetPaper {
    private final Sheet sheet;

    private CarnetPaper(Sheet sheet) {
        this.sheet = sheet;
    }

    static String html(Sheet sheet, List<String> address, Event event, Carnet carnet, String link) {
        var paper = new CarnetPaper(sheet);
        var owner = sheet.company() + (address.isEmpty() ? "" : ", " + String.join(", ", address));
        var body = sheet.fact(Words.OWNER, owner)
                + sheet.fact(Words.CLIENT, event.clientName())
                + sheet.fact(Words.VENUE, event.venueName())
                + sheet.fact(Words.ON_SITE_TIME, sheet.period(event.from(), event.to()))
                + sheet.fact(
                        Words.PULL_LIST,
                        carnet.lists().stream().map(OfList::listName).collect(Collectors.joining(", ")))
                + paper.incomplete(carnet)
                + (carnet.items().isEmpty() ? sheet.note(sheet.word(Words.NO_GOODS)) : paper.table(carnet))
                + sheet.signature(Words.SIGNED);
        return sheet.page(sheet.word(Words.CARNET), event.label(), event.name(), link, body);
    }

    private String incomplete(Carnet carnet) {
        var lacking = CarnetTable.lacking(sheet, carnet.totals());
        var hidden = CarnetTable.hidden(sheet, carnet.totals());
        return (lacking == null ? "" : warning(sheet.word(Words.INCOMPLETE).formatted(lacking)))
                + (hidden == null ? "" : warning(hidden));
    }

    private static String warning(String text) {
        return "<p class='warning'>" + Paper.escape(text) + "</p>\n";
    }

    private String table(Carnet carnet) {
        var t = carnet.totals();
        var currency = t.value().currency().getCurrencyCode();
        var html = new StringBuilder("<table><thead><tr>")
                .append(head("item", sheet.word(Words.ITEM)))
                .append(head("", sheet.word(Words.DESCRIPTION)))
                .append(head("pieces", sheet.word(Words.PIECES)))
                .append(head("amount", sheet.word(Words.WEIGHT)))
                .append(head("amount", sheet.word(Words.VALUE) + " " + currency))
                .append(head("origin", sheet.word(Words.ORIGIN)))
                .append("</tr></thead><tbody>\n");
        for (var item : carnet.items()) {
            html.append("<tr>")
                    .append(cell("item", sheet.number(item.number())))
                    .append("<td>")
                    .append(described(item))
                    .append("</td>")
                    .append(cell("pieces", sheet.number(item.pieces())))
                    .append(known(
                            "amount",
                            item.weightGrams() == null ? null : sheet.kilograms(item.weightGrams()),
                            Words.MISSING))
                    .append(known(
                            "amount",
                            item.value() == null ? null : amount(item.value()),
                            item.lacks().contains(Lack.CURRENCY) ? Words.NO_CURRENCY : Words.MISSING))
                    .append(known("origin", item.countryOfOrigin(), Words.MISSING))
                    .append("</tr>\n");
        }
        return html.append("<tr class='total'>")
                .append(cell("item", ""))
                .append(cell("", sheet.word(Words.TOTAL)))
                .append(cell("pieces", sheet.number(t.pieces())))
                .append(sum(sheet.kilograms(t.weightGrams()), t.weightGrams(), t.weightsUnknown()))
                .append(sum(amount(t.value()), t.value().amountMinor(), t.valuesUnknown()))
                .append(cell("origin", ""))
                .append("</tr></tbody></table>\n")
                .toString();
    }

    /** Where nothing is known of any piece, no number is written that looks like one. */
    private String sum(String sum, long value, long unknown) {
        return cell("amount", (value == 0 && unknown > 0 ? "–" : sum) + sheet.unknown(unknown));
    }

    private String described(Item item) {
        var html = new StringBuilder(Paper.escape(item.name()));
        var made = made(item);
        if (made != null) aside(html, made);
        if (!item.marks().isEmpty()) aside(html, sheet.word(Words.SERIALS) + ": " + CarnetTable.marks(item.marks()));
        if (item.lent() != null) aside(html, sheet.word(Words.SUB_HIRED) + ": " + CarnetTable.lent(item.lent()));
        return html.toString();
    }

    /** What of maker and model the name does not say. */
    private static @Nullable String made(Item item) {
        var name = item.name().toLowerCase(Locale.ROOT);
        var said = java.util.stream.Stream.of(item.manufacturer(), item.model())
                .filter(word -> word != null && !name.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }

    private static void aside(StringBuilder html, String text) {
        html.append("<p class='aside'>").append(Paper.escape(text)).append("</p>");
    }

    private String known(String style, @Nullable String value, Words otherwise) {
        return value == null ? cell(style + " missing", sheet.word(otherwise)) : cell(style, value);
    }

    private String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return String.format(sheet.locale(), "%,." + digits + "f", CarnetTable.amount(money));
    }

    private static String head(String style, String text) {
        return "<th class='" + style + "'>" + Paper.escape(text) + "</th>";
    }

    private static String cell(String style, String text) {
        return "<td class='" + style + "'>" + Paper.escape(text) + "</td>";
    }
}

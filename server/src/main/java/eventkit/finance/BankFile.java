package eventkit.finance;

import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a bank gives as a file: a line of titles, in English or as German banks have them, and a line for each payment. Dates as 2027-05-31,
 * 31.05.2027 or 31.05.27, amounts as 1,234.56 or 1.234,56.
 */
@Component
class BankFile {
    private static final int TEXT_MAX = 1_000_000;
    private static final int LINES_MAX = 2_000;
    private static final Map<String, List<String>> TITLES = Map.of(
            "date", List.of("date", "datum", "buchungstag", "buchungsdatum", "valuta", "value date"),
            "amount", List.of("amount", "betrag", "betrag (€)", "umsatz"),
            "currency", List.of("currency", "währung", "waehrung"),
            "reference", List.of("reference", "verwendungszweck", "text", "description", "purpose"),
            "payer",
                    List.of(
                            "payer",
                            "name",
                            "auftraggeber",
                            "zahler",
                            "counterparty",
                            "from",
                            "beguenstigter/zahlungspflichtiger",
                            "begünstigter/zahlungspflichtiger",
                            "auftraggeber / begünstigter",
                            "name zahlungsbeteiligter",
                            "zahlungspflichtige*r"));
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d.M.uu", Locale.ROOT));
    private final Bookkeeping bookkeeping;

    BankFile(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    /**
     * @param key the same for the same payment in whatever file; equal ones of one file are counted
     * @param problem why it could not be read
     */
    record Line(
            long line,
            String key,
            @Nullable LocalDate date,
            @Nullable Money amount,
            String reference,
            String payer,
            @Nullable String problem) {}

    /** Throws {@link Invalid} where it is no such file. */
    List<Line> read(String text) {
        new Check().required(text, "text").orThrow();
        if (text.length() > TEXT_MAX)
            throw new Invalid("text", "too-long", "Send at most a million characters at once.");
        var rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.isEmpty()) throw new Invalid("text", "empty", "There is nothing in the file.");
        if (rows.size() > LINES_MAX)
            throw new Invalid("text", "too-long", "Send at most " + LINES_MAX + " lines at once.");
        var columns = columns(rows.getFirst().cells());
        var seen = new HashMap<String, Integer>();
        return rows.stream().skip(1).map(row -> line(row, columns, seen)).toList();
    }

    private static Map<String, Integer> columns(List<String> titles) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < titles.size(); i++) {
            var title = titles.get(i).strip().toLowerCase(Locale.ROOT);
            for (var known : TITLES.entrySet())
                if (known.getValue().contains(title)) columns.putIfAbsent(known.getKey(), i);
        }
        if (!columns.containsKey("date") || !columns.containsKey("amount"))
            throw new Invalid(
                    "text", "no-titles", "Begin with a line of titles: date, amount, currency, reference, payer.");
        return columns;
    }

    private Line line(Row row, Map<String, Integer> columns, Map<String, Integer> seen) {
        var reference = clipped(cell(row, columns, "reference"), 200);
        var payer = clipped(cell(row, columns, "payer"), 200);
        var date = date(cell(row, columns, "date"));
        var code = cell(row, columns, "currency").toUpperCase(Locale.ROOT);
        var currency = code.isEmpty() ? bookkeeping.currency() : currency(code);
        var amount = currency == null ? null : amount(cell(row, columns, "amount"), currency);
        var problem = date == null
                ? "The date can not be read."
                : currency == null
                        ? "There is no such currency."
                        : amount == null ? "The amount can not be read." : null;
        var same = date + "|" + amount + "|" + reference + "|" + payer;
        int times = seen.merge(same, 1, Integer::sum);
        var key = UUID.nameUUIDFromBytes((same + "|" + times).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Line(row.line(), key, date, amount, reference, payer, problem);
    }

    private static String cell(Row row, Map<String, Integer> columns, String name) {
        var at = columns.get(name);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private static String clipped(String text, int max) {
        var plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.length() <= max ? plain : plain.substring(0, max);
    }

    private static @Nullable LocalDate date(String text) {
        for (var form : DATES) {
            try {
                var date = LocalDate.parse(text, form);
                return date.getYear() < 1990 || date.getYear() > 2198 ? null : date;
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return null;
    }

    private static @Nullable Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The last of point and comma parts the cents, where one to three digits are not all that follows it. */
    static @Nullable Money amount(String text, Currency currency) {
        var plain = text.replace(" ", "")
                .replace("\u00A0", "")
                .replace("'", "")
                .replace("\u2212", "-")
                .replace("+", "");
        if (!plain.matches("-?[0-9][0-9.,]{0,20}")) return null;
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        int parts = Math.max(point, comma);
        int digits = Bookkeeping.digits(currency);
        boolean decimals =
                parts >= 0 && plain.length() - parts - 1 <= Math.max(digits, 2) && plain.length() - parts - 1 > 0;
        var whole =
                (decimals ? plain.substring(0, parts) : plain).replace(".", "").replace(",", "");
        var fraction = decimals ? plain.substring(parts + 1) : "";
        try {
            long minor = new BigDecimal(whole + (fraction.isEmpty() ? "" : "." + fraction))
                    .movePointRight(digits)
                    .longValueExact();
            return minor == 0 || Math.abs(minor) > 1_000_000_000_000L ? null : new Money(minor, currency);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private record Row(long line, List<String> cells) {}

    private static List<Row> rows(String text) {
        var first = text.lines().findFirst().orElse("");
        char by = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        long line = 1;
        long began = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (quoted && i < text.length()) {
                if (c == '\n') line++;
                if (c != '"') cell.append(c);
                else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else quoted = false;
            } else if (c == '"' && cell.isEmpty()) quoted = true;
            else if (c == by) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (cells.stream().anyMatch(v -> !v.isBlank())) rows.add(new Row(began, List.copyOf(cells)));
                cells.clear();
                began = ++line;
            } else if (c != '\r') cell.append(c);
        }
        return rows;
    }
}

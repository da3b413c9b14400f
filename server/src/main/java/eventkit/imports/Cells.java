package eventkit.imports;

import eventkit.core.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads cells as what their field says; throws {@link Invalid} naming the field. */
final class Cells {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:[T ].*)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("g", BigDecimal.ONE),
            Map.entry("kg", new BigDecimal("1000")),
            Map.entry("t", new BigDecimal("1000000")),
            Map.entry("oz", new BigDecimal("28.349523125")),
            Map.entry("lb", new BigDecimal("453.59237")),
            Map.entry("mm", BigDecimal.ONE),
            Map.entry("cm", BigDecimal.TEN),
            Map.entry("m", new BigDecimal("1000")),
            Map.entry("in", new BigDecimal("25.4")),
            Map.entry("ft", new BigDecimal("304.8")),
            Map.entry("W", BigDecimal.ONE),
            Map.entry("kW", new BigDecimal("1000")),
            Map.entry("MW", new BigDecimal("1000000")));
    private static final Set<String> YES = Set.of("true", "yes", "ja", "1", "x", "y", "j", "wahr");
    private static final Set<String> NO = Set.of("false", "no", "nein", "0", "n", "falsch");
    private final Mapping mapping;

    Cells(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The apostrophe that an export put before what looked like a formula is taken off again. */
    static String undefused(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r'".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** Null for an empty cell. */
    @Nullable
    Object read(ImportField field, String raw, @Nullable String unit) {
        var text = field.type() == FieldType.TEXT
                ? undefused(raw).strip()
                : undefused(raw.strip()).strip();
        if (text.isEmpty()) return null;
        return switch (field.type()) {
            case LINE, PATH -> line(field, text);
            case TEXT -> text(field, text);
            case INTEGER -> whole(field, number(field, text));
            case DECIMAL -> number(field, text.replaceFirst("\\s*%$", ""));
            case BOOLEAN -> truth(field, text);
            case DATE -> date(field, text);
            case MONEY -> money(field, text);
            case CURRENCY ->
                code(
                        field,
                        text,
                        currency(text.toUpperCase(Locale.ROOT)),
                        "unknown-currency",
                        "Use an ISO 4217 code such as EUR.");
            case COUNTRY ->
                code(field, text, text.length() == 2, "unknown-country", "Use a code of two letters such as DE.");
            case WEB -> line(field, text);
            case CHOICE -> choice(field, text);
            case LIST -> list(field, text);
            case PAIRS -> pairs(field, text);
            case WEIGHT, LENGTH -> whole(field, scaled(field, text, unit));
            case POWER ->
                scaled(field, text, unit).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        };
    }

    static boolean currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code));
    }

    private static String line(ImportField field, String text) {
        if (text.chars().anyMatch(Character::isISOControl))
            throw bad(field, "control-characters", "Remove line breaks and control characters.");
        if (text.length() > 2000) throw bad(field, "too-long", "Use at most 2000 characters.");
        return text;
    }

    private static String text(ImportField field, String text) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw bad(field, "control-characters", "Remove control characters.");
        }
        if (text.length() > 10_000) throw bad(field, "too-long", "Use at most 10000 characters.");
        return text;
    }

    private BigDecimal number(ImportField field, String text) {
        var plain = text.replace("\u00A0", "")
                .replace("\u202F", "")
                .replace(" ", "")
                .replace("'", "")
                .replace("’", "");
        plain = switch (mapping.decimals()) {
            case POINT -> plain.replace(",", "");
            case COMMA -> plain.replace(".", "").replace(',', '.');
            case AUTO -> guessed(plain);
        };
        if (plain.length() > 40 || !NUMBER.matcher(plain).matches())
            throw bad(field, "not-a-number", "Write a number such as 12.5.");
        return new BigDecimal(plain);
    }

    /** The last of point and comma is the decimal mark; several of one kind group thousands. */
    private static String guessed(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0)
            return comma > point ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        if (comma >= 0) return text.indexOf(',') != comma ? text.replace(",", "") : text.replace(',', '.');
        return point >= 0 && text.indexOf('.') != point ? text.replace(".", "") : text;
    }

    private static Long whole(ImportField field, BigDecimal number) {
        var rounded = number.setScale(0, RoundingMode.HALF_UP);
        if (field.type() == FieldType.INTEGER && rounded.compareTo(number) != 0)
            throw bad(field, "not-whole", "Write a whole number.");
        if (rounded.signum() < 0 || rounded.precision() > 15)
            throw bad(field, "out-of-range", "Write a number that is not negative and not absurd.");
        return rounded.longValueExact();
    }

    private BigDecimal scaled(ImportField field, String text, @Nullable String unit) {
        var matcher = Pattern.compile("^(.*?[\\d.,])\\s*([\\p{L}\"″]+)$").matcher(text);
        var value = text;
        var of = unit == null ? field.type().units().getFirst() : unit;
        if (matcher.matches()) {
            var said = matcher.group(2).toLowerCase(Locale.ROOT);
            var known = field.type().units().stream()
                    .filter(u -> u.toLowerCase(Locale.ROOT).equals(said))
                    .findFirst();
            if (known.isEmpty())
                throw bad(
                        field,
                        "unknown-unit",
                        "Use one of the units " + String.join(", ", field.type().units()) + ".");
            of = known.get();
            value = matcher.group(1);
        }
        var number = number(field, value);
        if (number.signum() < 0) throw bad(field, "out-of-range", "Write a number that is not negative.");
        return number.multiply(FACTORS.getOrDefault(of, BigDecimal.ONE));
    }

    private static Boolean truth(ImportField field, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) return true;
        if (NO.contains(lower)) return false;
        throw bad(field, "not-yes-or-no", "Write yes or no.");
    }

    private LocalDate date(ImportField field, String text) {
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) return checked(field, LocalDate.of(of(first, 1), of(first, 2), of(first, 3)));
            Matcher last = YEAR_LAST.matcher(text);
            if (!last.matches()) throw bad(field, "not-a-date", "Write a date such as 2027-06-01.");
            int year = of(last, 3) < 100 ? 2000 + of(last, 3) : of(last, 3);
            // points are how dates are written where the day comes first
            boolean dayFirst = mapping.dates() == Mapping.Dates.DAY_FIRST || text.indexOf('.') > 0;
            return checked(
                    field,
                    dayFirst
                            ? LocalDate.of(year, of(last, 2), of(last, 1))
                            : LocalDate.of(year, of(last, 1), of(last, 2)));
        } catch (DateTimeException e) {
            throw bad(field, "not-a-date", "There is no such day. Write a date such as 2027-06-01.");
        }
    }

    private static int of(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static LocalDate checked(ImportField field, LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2199)
            throw bad(field, "date-out-of-range", "Use a date between 1900 and 2199.");
        return date;
    }

    /** As a decimal; the currency gives its minor unit later. */
    private BigDecimal money(ImportField field, String text) {
        var amount = number(
                field,
                text.replaceAll("^[\\p{Sc}]|[\\p{Sc}]$|^[A-Z]{3}\\s|\\s[A-Z]{3}$", "")
                        .strip());
        if (amount.signum() < 0) throw bad(field, "out-of-range", "Write an amount that is not negative.");
        if (amount.precision() - amount.scale() > 10) throw bad(field, "out-of-range", "The amount is too large.");
        return amount;
    }

    private static String code(ImportField field, String text, boolean known, String code, String message) {
        if (!known) throw bad(field, code, message);
        return text.toUpperCase(Locale.ROOT);
    }

    private static String choice(ImportField field, String text) {
        var wanted = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        if (!field.choices().contains(wanted))
            throw bad(field, "unknown-choice", "Choose from " + String.join(", ", field.choices()) + ".");
        return wanted;
    }

    private static List<String> list(ImportField field, String text) {
        var all = Arrays.stream(line(field, text).split("[;|]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
        if (all.size() > 50) throw bad(field, "too-many", "Use at most 50 entries.");
        return all;
    }

    private static Map<String, String> pairs(ImportField field, String text) {
        var result = new TreeMap<String, String>();
        for (var part : list(field, text)) {
            int at = part.indexOf('=');
            if (at < 1) throw bad(field, "not-pairs", "Write key=value; key=value.");
            result.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
        }
        return result;
    }

    /** Names from the root down. */
    static List<String> path(String text) {
        var names = new ArrayList<String>();
        for (var part : text.split("\\s*[>›;]\\s*|\\s+/\\s+")) if (!part.isBlank()) names.add(part.strip());
        return names;
    }

    static Invalid bad(ImportField field, String code, String message) {
        return new Invalid(field.name(), code, message);
    }
}

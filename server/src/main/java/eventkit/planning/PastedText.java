package eventkit.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What people copy from spreadsheets, files and mails, as rows: how many of what. Knows nothing of what there is. */
final class PastedText {
    /**
     * @param number of the line in which it begins, counted from 1
     * @param code null where there is a column for names alone, or none
     * @param unclear the quantity as it stands there, where it is no number of pieces; {@code quantity} is a guess then
     * @param note what the column for notes says
     */
    record Row(
            int number,
            String text,
            @Nullable String code,
            long quantity,
            @Nullable String unclear,
            @Nullable String note) {
        /** As somebody looks for it in what was pasted. */
        String pasted() {
            return unclear == null ? text : unclear + " " + text;
        }
    }

    private record Cells(int number, List<String> cells) {
        String at(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        List<String> filled() {
            return cells.stream().filter(cell -> !cell.isEmpty()).toList();
        }
    }

    private record Quantity(long pieces, @Nullable String unclear) {
        static final Quantity ONE = new Quantity(1, null);
    }

    private enum Column {
        QUANTITY("qty|quantity|count|amount|pcs|pieces|number of|no of|menge|anzahl|stück|stk|stückzahl"),
        NAME("product|item|name|description|equipment|article|model|what|title|material|produkt|artikel|bezeichnung"
                + "|beschreibung|gerät|geräte|modell|was"),
        CODE("code|sku|barcode|product code|item code|asset|asset number|kürzel|artikelnummer|artikelnr|artnr|nummer"),
        NOTE("note|notes|remark|remarks|comment|comments|bemerkung|bemerkungen|notiz|kommentar|hinweis");

        private final Set<String> words;

        Column(String words) {
            this.words = Set.of(words.split("\\|"));
        }

        static @Nullable Column of(String head) {
            var words =
                    head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").strip();
            for (var column : values()) if (column.words.contains(words)) return column;
            return null;
        }
    }

    private static final String UNIT = "(?:[x×]|pcs?\\.?|pieces?|stk\\.?|stück|ea\\.?)?";
    private static final Pattern QUANTITY = Pattern.compile(
            "(\\d{1,9}|\\d{1,3}(?:[.,' ]\\d{3})+)(?:[.,](\\d{1,2}))?\\s*" + UNIT, Pattern.CASE_INSENSITIVE);
    /** What people count in besides pieces, and nobody knows how many pieces that is. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\d{1,9}(?:[.,]\\d{1,3})?\\s*(?:m|cm|mm|ft|kg|g|l|dozen|dutzend|dz|pairs?|paare?|box(?:es)?|cartons?|kartons?|sets?|satz"
                    + "|rolls?|rollen?|packs?|bags?|bundles?|bund|pallets?|paletten?)\\.?",
            Pattern.CASE_INSENSITIVE);
    /** An x that begins a word is part of it: {@code 6 xlr}. */
    private static final Pattern IN_FRONT =
            Pattern.compile("(\\d{1,9})(?:[xX]\\s*|\\s*×\\s*|\\s+[xX]\\s+|\\s+)(\\S.*)");

    private static final Pattern BEGINNING = Pattern.compile("\\d{1,9}");

    private PastedText() {}

    /** Blank rows, rows of nothing but tabulators, and a row that names the columns are none. */
    static List<Row> rows(String text) {
        var lines = tabled(text);
        if (lines.isEmpty()) return List.of();
        var head = head(lines.getFirst());
        if (head != null)
            return lines.stream()
                    .skip(1)
                    .flatMap(cells -> row(cells, head).stream())
                    .toList();
        boolean counted = numbered(lines);
        return lines.stream().map(cells -> row(cells, counted)).toList();
    }

    /** Cells where the text has them: between tabulators, or between semicolons or commas that are in every row. */
    private static List<Cells> tabled(String text) {
        if (text.indexOf('\t') >= 0) return cells(text, '\t');
        for (char mark : new char[] {';', ','}) {
            if (text.indexOf(mark) < 0) continue;
            var all = cells(text, mark);
            if (!all.isEmpty() && all.stream().allMatch(one -> one.cells().size() > 1) && table(all)) return all;
        }
        return cells(text, '\0');
    }

    /** Whether a column has a head that says what it is, or only quantities. */
    private static boolean table(List<Cells> all) {
        if (head(all.getFirst()) != null) return true;
        if (all.size() == 1) return false;
        return IntStream.range(0, all.getFirst().cells().size())
                .anyMatch(column -> all.stream().allMatch(one -> quantity(one.at(column)) != null));
    }

    private static @Nullable Map<Column, Integer> head(Cells first) {
        var columns = new HashMap<Column, Integer>();
        for (int i = 0; i < first.cells().size(); i++) {
            if (quantity(first.at(i)) != null) return null;
            var column = Column.of(first.at(i));
            if (column != null) columns.putIfAbsent(column, i);
        }
        boolean names = columns.containsKey(Column.NAME) || columns.containsKey(Column.CODE);
        return names && first.filled().size() > 1 ? columns : null;
    }

    private static List<Row> row(Cells cells, Map<Column, Integer> head) {
        var name = cells.at(head.getOrDefault(Column.NAME, Integer.MAX_VALUE));
        var code = cells.at(head.getOrDefault(Column.CODE, Integer.MAX_VALUE));
        if (name.isEmpty() && code.isEmpty()) return List.of();
        var note = cells.at(head.getOrDefault(Column.NOTE, Integer.MAX_VALUE));
        var said = cells.at(head.getOrDefault(Column.QUANTITY, Integer.MAX_VALUE));
        var read = quantity(said);
        var quantity = read != null ? read : said.isEmpty() ? Quantity.ONE : guess(said);
        return List.of(new Row(
                cells.number(),
                name.isEmpty() ? code : name,
                code.isEmpty() || name.isEmpty() ? null : code,
                quantity.pieces(),
                quantity.unclear(),
                note.isEmpty() ? null : note));
    }

    /** Whether the first column counts the rows and another one the pieces. */
    private static boolean numbered(List<Cells> lines) {
        if (lines.size() < 2) return false;
        for (int i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).filled();
            if (cells.size() < 3 || !cells.getFirst().matches("0*" + (i + 1) + "\\.?")) return false;
            if (cells.stream().skip(1).noneMatch(cell -> quantity(cell) != null)) return false;
        }
        return true;
    }

    /** Without a head: the quantity stands before the name or behind it. */
    private static Row row(Cells line, boolean numbered) {
        var cells = line.filled().subList(numbered ? 1 : 0, line.filled().size());
        if (cells.size() == 1) {
            var one = IN_FRONT.matcher(cells.getFirst());
            return one.matches()
                    ? plain(line, one.group(2).strip(), new Quantity(Long.parseLong(one.group(1)), null))
                    : plain(line, cells.getFirst(), Quantity.ONE);
        }
        for (int i : new int[] {0, 1}) {
            var quantity = quantity(cells.get(i));
            if (quantity != null) return plain(line, cells.get(1 - i), quantity);
        }
        for (int i : new int[] {0, 1})
            if (OTHERWISE.matcher(cells.get(i)).matches()) return plain(line, cells.get(1 - i), guess(cells.get(i)));
        return plain(line, cells.getFirst(), Quantity.ONE);
    }

    private static Row plain(Cells line, String text, Quantity quantity) {
        return new Row(line.number(), text, null, quantity.pieces(), quantity.unclear(), null);
    }

    /** {@code 12}, {@code 12x}, {@code 12 pcs}, {@code 1,200}, {@code 12.00}, {@code 2,5}; there are no half pieces, so that is three. */
    private static @Nullable Quantity quantity(String cell) {
        var found = QUANTITY.matcher(cell);
        if (!found.matches()) return null;
        long pieces = Long.parseLong(Objects.requireNonNull(found.group(1)).replaceAll("\\D", ""));
        boolean whole = found.group(2) == null || found.group(2).matches("0+");
        return new Quantity(whole ? pieces : pieces + 1, whole ? null : cell);
    }

    /** The number that it begins with, if any: somebody is asked. */
    private static Quantity guess(String cell) {
        var number = BEGINNING.matcher(cell);
        return new Quantity(number.lookingAt() ? Math.max(1, Long.parseLong(number.group())) : 1, cell);
    }

    /** Cells as spreadsheets write them: between quotation marks where there is more than a word in them, and marks in them doubled. */
    private static List<Cells> cells(String text, char mark) {
        var result = new ArrayList<Cells>();
        var cells = new ArrayList<String>();
        int line = 1;
        int began = 1;
        int i = 0;
        int n = text.length();
        while (i <= n) {
            int end = i < n && text.charAt(i) == '"' && mark != '\0' ? quoted(text, i, mark) : -1;
            String cell;
            if (end >= 0) {
                cell = text.substring(i + 1, end).replace("\"\"", "\"");
                line += (int) cell.chars().filter(c -> c == '\n').count();
                i = end + 1;
            } else {
                int from = i;
                while (i < n && text.charAt(i) != mark && !newline(text.charAt(i))) i++;
                cell = text.substring(from, i);
            }
            cells.add(cell.replaceAll("\\s*\\R\\s*", " ").strip());
            if (i < n && text.charAt(i) == mark) {
                i++;
                continue;
            }
            if (cells.stream().anyMatch(one -> !one.isEmpty())) result.add(new Cells(began, List.copyOf(cells)));
            cells.clear();
            if (i + 1 < n && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') i++;
            i++;
            began = ++line;
        }
        return result;
    }

    /** Where the cell that begins with a quotation mark ends with one, before a mark or a new line; -1 where the first one means inches or the like. */
    private static int quoted(String text, int from, char mark) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') continue;
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            if (next == '"') i++;
            else return next == mark || newline(next) ? i : -1;
        }
        return -1;
    }

    private static boolean newline(char c) {
        return c == '\n' || c == '\r';
    }
}

package eventkit.core.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row, as CSV (UTF-8 with a byte order mark, RFC 4180) or as XLSX; memory does not grow with the rows.
 *
 * <p>Text that a spreadsheet would take for a formula ({@code = + - @}, tab or carriage return in front) is given an apostrophe; numbers are
 * numbers and stay. What imports such a file takes the apostrophe off again.
 */
public abstract sealed class TableExport implements AutoCloseable {
    /** Rows of one sheet; Excel ends at 1,048,576. */
    private static final int SHEET_ROWS_MAX = 1_000_000;

    private static final BigDecimal EXACT_MAX = new BigDecimal("999999999999999");

    /** What a list can be had as. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param title of the sheet */
    public static TableExport to(OutputStream out, Format format, String title) throws IOException {
        return switch (format) {
            case CSV -> new Csv(out);
            case XLSX -> new Xlsx(out, title);
        };
    }

    /** @param cells String, Number, Boolean or null each */
    public abstract void row(List<? extends @Nullable Object> cells) throws IOException;

    /** The row of titles, repeated on each sheet. */
    public abstract void header(List<String> titles) throws IOException;

    /** Ends the table; the stream stays open. */
    @Override
    public abstract void close() throws IOException;

    static String defused(String text) {
        if (text.isEmpty()) return text;
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> "'" + text;
            // what starts with an apostrophe already gets one more, so that taking one off gives the text back
            case '\'' -> text.length() > 1 && "=+-@\t\r'".indexOf(text.charAt(1)) >= 0 ? "'" + text : text;
            default -> text;
        };
    }

    private static final class Csv extends TableExport {
        private final BufferedWriter out;

        Csv(OutputStream out) throws IOException {
            this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            this.out.write('\uFEFF');
        }

        @Override
        public void header(List<String> titles) throws IOException {
            row(titles);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            boolean first = true;
            for (var cell : cells) {
                if (!first) out.write(',');
                first = false;
                out.write(text(cell));
            }
            out.write("\r\n");
        }

        private static String text(@Nullable Object cell) {
            return switch (cell) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                case Boolean truth -> truth.toString();
                default -> quoted(defused(cell.toString()));
            };
        }

        private static String quoted(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ','
                        || c == ';'
                        || c == '"'
                        || c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || c == '\u00A0'
                        || (c == ' ' && (i == 0 || i == text.length() - 1))) {
                    return '"' + text.replace("\"", "\"\"") + '"';
                }
            }
            return text;
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static final class Xlsx extends TableExport {
        private static final int CELL_MAX = 32_767;
        private final Workbook book;
        private final String title;
        private List<String> titles = List.of();
        private Worksheet sheet;
        private int sheets = 1;
        private int row;

        Xlsx(OutputStream out, String title) {
            this.title = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
            this.book = new Workbook(out, "EventKit", "1.0");
            this.sheet = book.newWorksheet(this.title);
        }

        @Override
        public void header(List<String> names) throws IOException {
            titles = names;
            titleRow();
        }

        private void titleRow() throws IOException {
            for (int i = 0; i < titles.size(); i++) {
                sheet.inlineString(0, i, defused(titles.get(i)));
                sheet.style(0, i).bold().set();
                sheet.width(i, Math.clamp(titles.get(i).length() + 4, 10, 40));
            }
            sheet.freezePane(0, 1);
            row = 1;
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            if (row > SHEET_ROWS_MAX) {
                sheet.finish();
                sheet = book.newWorksheet(title + " " + ++sheets);
                titleRow();
            }
            for (int i = 0; i < cells.size(); i++) {
                switch (cells.get(i)) {
                    case null -> {}
                    case Number number -> number(i, number);
                    case Boolean truth -> sheet.value(row, i, truth);
                    case Object other -> sheet.inlineString(row, i, clean(defused(other.toString())));
                }
            }
            if (++row % 500 == 0) sheet.flush();
        }

        private void number(int column, Number number) {
            var exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
            if (exact.abs().compareTo(EXACT_MAX) > 0) sheet.inlineString(row, column, exact.toPlainString());
            else sheet.value(row, column, number);
        }

        /** XML has no place for most control characters. */
        private static String clean(String text) {
            var clipped = text.length() > CELL_MAX ? text.substring(0, CELL_MAX) : text;
            return clipped.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            book.finish();
        }
    }
}

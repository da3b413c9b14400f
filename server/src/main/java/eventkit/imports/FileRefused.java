package eventkit.imports;

import eventkit.core.Refusal;
import java.util.Map;

/** The file is not a table that can be read; nothing of it was kept. */
public final class FileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private FileRefused(String code, Kind kind, String message, Map<String, ?> facts) {
        super(code, kind, message, facts);
    }

    static FileRefused empty() {
        return new FileRefused(
                "csv-empty",
                Kind.INVALID,
                "The file holds no rows. The first line has the titles of the columns.",
                Map.of());
    }

    static FileRefused notText(String seems) {
        return new FileRefused(
                "csv-not-text",
                Kind.UNSUPPORTED,
                "This is not a CSV file but " + seems + ". Save it as CSV, then send that.",
                Map.of("seems", seems));
    }

    static FileRefused encoding(String charset, long line) {
        return new FileRefused(
                "csv-encoding",
                Kind.INVALID,
                "The file cannot be read as " + charset + ". Save it as UTF-8.",
                line > 0 ? Map.of("charset", charset, "line", line) : Map.of("charset", charset));
    }

    static FileRefused quote(long line) {
        return new FileRefused(
                "csv-quote-broken",
                Kind.INVALID,
                "The quoted text that begins in line " + line
                        + " is not closed properly. A quote inside quoted text is written twice.",
                Map.of("line", line));
    }

    static FileRefused columns(long line, int max) {
        return new FileRefused(
                "csv-too-many-columns",
                Kind.TOO_LARGE,
                "Line " + line + " has more than " + max + " columns.",
                Map.of("line", line, "columnsMax", max));
    }

    static FileRefused rows(long max) {
        return new FileRefused(
                "csv-too-many-rows",
                Kind.TOO_LARGE,
                "The file has more than " + max + " rows. Split it.",
                Map.of("rowsMax", max));
    }

    static FileRefused cell(long line, int column, int max) {
        return new FileRefused(
                "csv-cell-too-long",
                Kind.TOO_LARGE,
                "The cell in line " + line + ", column " + column + " has more than " + max + " characters.",
                Map.of("line", line, "column", column, "charactersMax", max));
    }

    static FileRefused tooLarge(long max) {
        return new FileRefused(
                "too-large", Kind.TOO_LARGE, "Send at most " + max / 1024 / 1024 + " MB.", Map.of("bytesMax", max));
    }
}

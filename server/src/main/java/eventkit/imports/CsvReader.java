package eventkit.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows one by one (RFC 4180, any line ending). A quote in the middle of unquoted text is text; a quoted cell that is not closed, or goes on
 * behind its closing quote, is refused with the line where it began. Empty lines are passed over.
 */
final class CsvReader implements Closeable {
    static final int COLUMNS_MAX = 500;
    static final int CELL_MAX = 32_000;

    /** @param line of the file in which the row begins, the first is 1 */
    record Row(long line, List<String> cells) {}

    private final Reader in;
    private final CsvForm form;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private long line = 1;
    private final StringBuilder cell = new StringBuilder();

    CsvReader(Reader in, CsvForm form) {
        this.in = in;
        this.form = form;
    }

    /** Null at the end of the file. */
    @Nullable
    Row next() throws IOException {
        while (true) {
            long began = line;
            var cells = row(began);
            if (cells == null) return null;
            if (cells.size() == 1 && cells.getFirst().isBlank()) continue;
            return new Row(began, cells);
        }
    }

    private @Nullable List<String> row(long began) throws IOException {
        int c = read();
        if (c < 0) return null;
        var cells = new ArrayList<String>();
        while (true) {
            if (cells.size() >= COLUMNS_MAX) throw FileRefused.columns(began, COLUMNS_MAX);
            cell.setLength(0);
            if (c == form.quote()) c = quoted(cells.size() + 1);
            else c = plain(c, cells.size() + 1);
            cells.add(cell.toString());
            if (c == form.delimiter()) {
                c = read();
                if (c < 0) {
                    cells.add("");
                    return cells;
                }
                continue;
            }
            if (c == '\r') {
                c = read();
                if (c != '\n' && c >= 0) at--;
            }
            line++;
            return cells;
        }
    }

    /** Returns what ended the cell: the delimiter, a line's end or -1. */
    private int plain(int first, int column) throws IOException {
        int c = first;
        while (c >= 0 && c != form.delimiter() && c != '\n' && c != '\r') {
            if (cell.length() >= CELL_MAX) throw FileRefused.cell(line, column, CELL_MAX);
            cell.append((char) c);
            c = read();
        }
        return c;
    }

    private int quoted(int column) throws IOException {
        long began = line;
        int c = read();
        while (true) {
            if (c < 0) throw FileRefused.quote(began);
            if (c == form.quote()) {
                c = read();
                if (c != form.quote()) return behindQuote(c, began);
            } else if (c == '\n') line++;
            else if (c == '\r') {
                cell.append('\r');
                line++;
                c = read();
                if (c != '\n') continue;
            }
            if (cell.length() >= CELL_MAX) {
                if (line > began) throw FileRefused.quote(began);
                throw FileRefused.cell(line, column, CELL_MAX);
            }
            cell.append((char) c);
            c = read();
        }
    }

    private int behindQuote(int first, long began) throws IOException {
        int c = first;
        while (c == ' ' && form.delimiter() != ' ') c = read();
        if (c >= 0 && c != form.delimiter() && c != '\n' && c != '\r') throw FileRefused.quote(began);
        return c;
    }

    private int read() throws IOException {
        if (at >= end) {
            try {
                end = in.read(buffer, 0, buffer.length);
            } catch (CharacterCodingException e) {
                throw FileRefused.encoding(form.charset().displayName(), line);
            }
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

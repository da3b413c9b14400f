package eventkit.imports;

import eventkit.imports.Imports.BadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes bad rows down while the import's own transaction may yet be rolled back: in transactions of their own. */
final class BadRows {
    private static final int BATCH = 1000;
    private final Uploads uploads;
    private final UUID upload;
    private final TransactionTemplate apart;
    private final List<BadRow> waiting = new ArrayList<>();
    private int written;
    private long lines;
    private long lastLine = -1;

    BadRows(Uploads uploads, UUID upload, TransactionTemplate apart, boolean clear) {
        this.uploads = uploads;
        this.upload = upload;
        this.apart = apart;
        if (clear) apart.executeWithoutResult(s -> uploads.clearBadRows(upload));
    }

    void add(BadRow row) {
        if (row.line() != lastLine) lines++;
        lastLine = row.line();
        waiting.add(new BadRow(row.line(), row.column(), clip(row.value()), row.code(), row.message()));
        if (waiting.size() >= BATCH) flush();
    }

    private static @org.jspecify.annotations.Nullable String clip(@org.jspecify.annotations.Nullable String value) {
        if (value == null) return null;
        var clean = value.replace('\0', ' ');
        return clean.length() > 1000 ? clean.substring(0, 1000) + "…" : clean;
    }

    /** How many rows are bad; one may be so for several reasons. */
    long lines() {
        return lines;
    }

    void flush() {
        if (waiting.isEmpty()) return;
        int first = written;
        var rows = List.copyOf(waiting);
        apart.executeWithoutResult(s -> uploads.addBadRows(upload, first, rows));
        written += rows.size();
        waiting.clear();
    }
}

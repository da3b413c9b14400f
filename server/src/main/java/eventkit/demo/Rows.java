package eventkit.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for one table in PostgreSQL's own copy format. They are kept, beyond some megabytes in a file, until {@link #send}: so that a story can be told in
 * its own order and the tables be filled in theirs.
 */
final class Rows implements AutoCloseable {
    private static final int SPILL_AT = 1_000_000;
    private final String target;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Path spilled;
    private long count;
    private boolean many;

    /** @param target table and columns: {@code inventory.asset (id, number)} */
    Rows(String target) {
        this.target = target;
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            append(values[i]);
        }
        text.append('\n');
        count++;
        if (text.length() > SPILL_AT) spill();
    }

    /** Of these come so many that the table's indexes are better made afterwards. Nothing may look for rows of the table by them while it is filled. */
    Rows many() {
        many = true;
        return this;
    }

    long count() {
        return count;
    }

    /** Copies all of them into the table, in one statement. */
    void send(Connection connection) {
        if (count == 0) return;
        var sql = "copy " + target + " from stdin";
        try {
            var indexes = many ? Indexes.aside(connection, target.substring(0, target.indexOf(' '))) : null;
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            if (spilled == null) {
                copy.copyIn(
                        sql, new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            } else {
                spill();
                try (var in = Files.newInputStream(spilled)) {
                    copy.copyIn(sql, in, 1 << 16);
                }
            }
            if (indexes != null) indexes.back();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copying into " + target, e);
        }
        close();
    }

    /** What has been kept so far. */
    String kept() {
        try {
            return target + "\n" + (spilled == null ? "" : Files.readString(spilled)) + text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Collection<?> list ->
                escaped(list.stream()
                        .map(v -> "\"" + v.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(",", "{", "}")));
            case Instant instant -> text.append(instant);
            default -> escaped(value.toString());
        }
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void spill() {
        try {
            if (spilled == null) spilled = Files.createTempFile("eventkit-demo", ".copy");
            Files.writeString(spilled, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.setLength(0);
    }

    @Override
    public void close() {
        text.setLength(0);
        count = 0;
        try {
            if (spilled != null) Files.deleteIfExists(spilled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spilled = null;
    }
}

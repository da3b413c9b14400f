package eventkit.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table in PostgreSQL's own copy format; sent when there are many, and at the end. */
final class Rows implements AutoCloseable {
    private static final int SEND_AT = 4_000_000;
    private final Connection connection;
    private final String target;
    private final StringBuilder text = new StringBuilder();
    private long count;

    /** @param target table and columns: {@code inventory.asset (id, number)} */
    Rows(Connection connection, String target) {
        this.connection = connection;
        this.target = target;
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            append(values[i]);
        }
        text.append('\n');
        count++;
        if (text.length() > SEND_AT) send();
    }

    long count() {
        return count;
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

    private void send() {
        if (text.isEmpty()) return;
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(text.toString()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copying into " + target, e);
        }
        text.setLength(0);
    }

    @Override
    public void close() {
        send();
    }
}

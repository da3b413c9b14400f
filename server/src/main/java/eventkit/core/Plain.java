package eventkit.core;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Text blocks straight to the driver, on the connection of the transaction, for the few statements that run with every scan: to take the text apart, and to
 * look for a converter of each value, costs jOOQ more than PostgreSQL needs to answer. Failures are what jOOQ throws.
 */
public final class Plain {
    /** The values of a row, by the names of their columns; a record of jOOQ is read alike: {@code record::get}. */
    @FunctionalInterface
    public interface Row {
        <T> T get(String column, Class<T> type);
    }

    @FunctionalInterface
    public interface Reading<T> {
        T read(Row row);
    }

    private static final String PLAN_ONCE = "set local plan_cache_mode = force_generic_plan";

    private Plain() {}

    /**
     * Where planning the statements of a transaction takes longer than running them, as with rows that are found by their keys through several views: until
     * the transaction ends they are planned once for all, and not for each of their values.
     */
    public static void planOnce(DSLContext db) {
        execute(db, PLAN_ONCE);
    }

    /** The same, with the first of those that it is for. */
    public static Together planningOnce() {
        return new Together().execute(PLAN_ONCE);
    }

    /** How many rows it changed. */
    public static int execute(DSLContext db, String sql, @Nullable Object... values) {
        return db.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(connection, statement, 0, values);
                return statement.execute() ? 0 : statement.getUpdateCount();
            }
        });
    }

    public static <T> List<T> fetch(DSLContext db, String sql, Reading<T> reading, @Nullable Object... values) {
        return db.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(connection, statement, 0, values);
                try (var rows = statement.executeQuery()) {
                    var row = new Current(rows);
                    var result = new ArrayList<T>();
                    while (rows.next()) result.add(reading.read(row));
                    return result;
                }
            }
        });
    }

    static void bind(Connection connection, PreparedStatement statement, int before, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            int at = before + i + 1;
            switch (values[i]) {
                case null -> statement.setObject(at, null);
                case UUID[] all -> statement.setObject(at, new UuidArray(all));
                case String[] all -> statement.setArray(at, connection.createArrayOf("text", all));
                case Long[] all -> statement.setArray(at, connection.createArrayOf("int8", all));
                case Integer[] all -> statement.setArray(at, connection.createArrayOf("int4", all));
                case Boolean[] all -> statement.setArray(at, connection.createArrayOf("bool", all));
                case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
                case Object value -> statement.setObject(at, value);
            }
        }
    }

    static final class Current implements Row {
        private final ResultSet rows;
        private final Map<String, Integer> columns = new HashMap<>();

        Current(ResultSet rows) throws SQLException {
            this.rows = rows;
            var all = rows.getMetaData();
            for (int i = 1; i <= all.getColumnCount(); i++) columns.putIfAbsent(all.getColumnLabel(i), i);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // null where the column is, as with a record of jOOQ
        public <T> T get(String column, Class<T> type) {
            var at = columns.get(column);
            if (at == null) throw new IllegalArgumentException("no column is called " + column);
            try {
                return (T) value(at, type);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private @Nullable Object value(int at, Class<?> type) throws SQLException {
            if (type == String.class) return rows.getString(at);
            if (type == Instant.class) {
                var moment = rows.getObject(at, OffsetDateTime.class);
                return moment == null ? null : moment.toInstant();
            }
            Object value = null;
            if (type == Long.class) value = rows.getLong(at);
            else if (type == Integer.class) value = rows.getInt(at);
            else if (type == Boolean.class) value = rows.getBoolean(at);
            if (value != null) return rows.wasNull() ? null : value;
            if (type == UUID.class || type == LocalDate.class) return rows.getObject(at, type);
            if (type == BigDecimal.class) return rows.getBigDecimal(at);
            if (type == UUID[].class || type == String[].class) {
                Array array = rows.getArray(at);
                return array == null ? null : array.getArray();
            }
            throw new IllegalArgumentException("a column is not read as " + type);
        }
    }
}

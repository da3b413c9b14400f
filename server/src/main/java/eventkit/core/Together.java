package eventkit.core;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database in one message, and come back with one: where there are many of them and each is quick, the way there and back takes longer
 * than the work. They run in their order, each sees what those before it did, and where one fails none after it runs. Like {@link Plain} for the few that run
 * with every scan.
 *
 * <p>What answers with rows should give no value that is null without a type: the driver then asks what the types are, and waits for it.
 */
public final class Together {
    /**
     * Whoever sends much while much comes back may wait for the other side, which waits as well: with more values than this each goes by itself. A value is at
     * most some forty bytes, and less than a connection holds back.
     */
    private static final int VALUES_MAX = 4_000;

    private record Each(
            String sql,
            @Nullable Consumer<Plain.Row> reading,
            @Nullable Object[] values) {}

    private final List<Each> all = new ArrayList<>();

    /** Whatever it answers is left unread. */
    public Together execute(String sql, @Nullable Object... values) {
        all.add(new Each(sql, null, values));
        return this;
    }

    /** @param reading called for each of its rows, before those of the next statement */
    public Together read(String sql, Consumer<Plain.Row> reading, @Nullable Object... values) {
        all.add(new Each(sql, reading, values));
        return this;
    }

    /** Those of another, after these. */
    public Together then(Together others) {
        all.addAll(others.all);
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many there are so far. */
    public int size() {
        return all.size();
    }

    /** Leaves out what came after the first so many. */
    public void cut(int size) {
        all.subList(size, all.size()).clear();
    }

    /** Runs all, and is empty again. */
    public void run(DSLContext db) {
        if (all.isEmpty()) return;
        var now = List.copyOf(all);
        all.clear();
        boolean answers = now.stream().limit(now.size() - 1).anyMatch(each -> each.reading() != null);
        if (answers && values(now) > VALUES_MAX) for (var each : now) run(db, List.of(each));
        else run(db, now);
    }

    private static int values(List<Each> some) {
        int count = 0;
        for (var each : some) for (var value : each.values()) count += value instanceof Object[] many ? many.length : 1;
        return count;
    }

    private static void run(DSLContext db, List<Each> some) {
        var text = some.size() == 1
                ? some.getFirst().sql()
                : String.join(";\n", some.stream().map(Each::sql).toList());
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(text)) {
                bind(connection, statement, some);
                boolean rows = statement.execute();
                for (var each : some) {
                    if (rows) read(statement, each);
                    rows = statement.getMoreResults();
                }
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Each> some) throws SQLException {
        int before = 0;
        for (var each : some) {
            Plain.bind(connection, statement, before, each.values());
            before += each.values().length;
        }
    }

    private static void read(PreparedStatement statement, Each each) throws SQLException {
        if (each.reading() == null) return;
        try (var rows = statement.getResultSet()) {
            var row = new Plain.Current(rows);
            while (rows.next()) each.reading().accept(row);
        }
    }
}

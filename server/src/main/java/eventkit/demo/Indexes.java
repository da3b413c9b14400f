package eventkit.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of a table that is about to be filled: set aside and made again over all its rows at once, which costs half of what keeping them row by
 * row does, and both processors take part. Those that keep a rule stay.
 */
final class Indexes {
    private final Connection connection;
    private final List<String> definitions = new ArrayList<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    static Indexes aside(Connection connection, String table) throws SQLException {
        var aside = new Indexes(connection);
        var drops = new ArrayList<String>();
        try (var found = connection.prepareStatement("""
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                  from pg_index i
                 where i.indrelid = ?::regclass and not i.indisunique and not i.indisexclusion and i.indisvalid
                 order by 1
                """)) {
            found.setString(1, table);
            try (var rows = found.executeQuery()) {
                while (rows.next()) {
                    drops.add("drop index " + rows.getString(1));
                    aside.definitions.add(rows.getString(2));
                }
            }
        }
        aside.run(drops);
        return aside;
    }

    void back() throws SQLException {
        run(List.of("set local maintenance_work_mem = '128MB'"));
        run(definitions);
    }

    private void run(List<String> statements) throws SQLException {
        try (var all = connection.createStatement()) {
            for (var one : statements) all.execute(one);
        }
    }
}

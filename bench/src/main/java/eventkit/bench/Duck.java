package eventkit.bench;

import eventkit.reports.ProfitQuestions.Line;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** The same books in DuckDB, in memory, two threads: a database made for such questions. */
final class Duck implements AutoCloseable {
    private static final Map<String, String> TABLES = Map.of(
            "line", "select entry_id, account_id, own_minor, event_id, client_id from finance.line",
            "entry", "select id, date from finance.entry",
            "account", "select id, class from finance.account",
            "event",
                    "select e.id, e.number, e.name, c.name as client_name,"
                            + " ((e.to_at - interval '1 microsecond') at time zone e.time_zone)::date as last_day from planning.event e join clients.client c on c.id = e.client_id");
    private static final String QUARTERS = """
            select quarter::date::varchar, 0, revenue, cost
              from (select date_trunc('quarter', date) as quarter, coalesce(-sum(own_minor) filter (where class = 'REVENUE'), 0)::bigint as revenue,
                           coalesce(sum(own_minor) filter (where class <> 'REVENUE'), 0)::bigint as cost
                      from %s where class in ('REVENUE', 'COST', 'EXCHANGE') group by 1) q
             order by quarter
            """;
    private static final String TOP = """
            select e.number || ' ' || e.name || ' ' || e.client_name || ' ' || e.last_day::varchar, 0, p.revenue, p.cost
              from (select event_id, coalesce(-sum(own_minor) filter (where class = 'REVENUE'), 0)::bigint as revenue,
                           coalesce(sum(own_minor) filter (where class <> 'REVENUE'), 0)::bigint as cost
                      from %s where class in ('REVENUE', 'COST', 'EXCHANGE') and event_id is not null
                     group by 1 order by revenue - cost desc, event_id limit 100) p
              join event e on e.id = p.event_id
             order by p.revenue - p.cost desc, p.event_id
            """;
    private static final String CLIENT_YEARS = """
            select client_id::varchar, nth, revenue, cost
              from (select client_id, year(date)::int as nth, coalesce(-sum(own_minor) filter (where class = 'REVENUE'), 0)::bigint as revenue,
                           coalesce(sum(own_minor) filter (where class <> 'REVENUE'), 0)::bigint as cost
                      from %s where class in ('REVENUE', 'COST', 'EXCHANGE') and client_id is not null group by 1, 2) c
            """;

    /** What the question asks of: the tables as they are, or one wide table without joins, the kindest shape there is for such a database. */
    enum Shape {
        TABLES("(line join account on account.id = account_id join entry on entry.id = entry_id)"),
        // The hundred best need no days.
        LINES("(line join account on account.id = account_id)"),
        WIDE("wide");

        private final String from;

        Shape(String from) {
            this.from = from;
        }
    }

    List<Line> quarters(boolean wide) throws SQLException {
        return ask(QUARTERS, wide ? Shape.WIDE : Shape.TABLES);
    }

    List<Line> top(boolean wide) throws SQLException {
        return ask(TOP, wide ? Shape.WIDE : Shape.LINES);
    }

    List<Line> clientYears(boolean wide) throws SQLException {
        return ask(CLIENT_YEARS, wide ? Shape.WIDE : Shape.TABLES);
    }

    private final Connection connection;

    private Duck(Connection connection) {
        this.connection = connection;
    }

    /** @param folder for what is handed over */
    static Duck of(Connection postgres, Path folder) throws SQLException, IOException {
        var duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
        duck.run("set threads = 2");
        duck.run("set enable_progress_bar = false");
        for (var table : TABLES.entrySet()) {
            var file = folder.resolve(table.getKey() + ".csv");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                postgres.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + table.getValue() + ") to stdout (format csv, header)", out);
            }
            duck.run("create table " + table.getKey() + " as select * from read_csv('" + file + "', header = true"
                    + types(table.getKey()) + ")");
            Files.delete(file);
        }
        duck.run(
                "create table wide as select l.event_id, l.client_id, e.date, a.class, l.own_minor from line l join entry e on e.id = l.entry_id join account a on a.id = l.account_id");
        return duck;
    }

    private static String types(String table) {
        return switch (table) {
            case "line" ->
                ", columns = {'entry_id': 'UUID', 'account_id': 'UUID', 'own_minor': 'BIGINT', 'event_id': 'UUID', 'client_id': 'UUID'}";
            case "entry" -> ", columns = {'id': 'UUID', 'date': 'DATE'}";
            case "account" -> ", columns = {'id': 'UUID', 'class': 'VARCHAR'}";
            default ->
                ", columns = {'id': 'UUID', 'number': 'VARCHAR', 'name': 'VARCHAR', 'client_name': 'VARCHAR', 'last_day': 'DATE'}";
        };
    }

    private List<Line> ask(String question, Shape shape) throws SQLException {
        var lines = new ArrayList<Line>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question.formatted(shape.from))) {
            while (rows.next())
                lines.add(new Line(rows.getString(1), rows.getInt(2), rows.getLong(3), rows.getLong(4)));
        }
        return lines;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

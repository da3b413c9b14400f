package eventkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Three years of books: events of some thousand clients, each with ten entries of five lines. Written straight into the rows, without triggers; what the
 * triggers keep is then counted once from all lines, and held against them again after real postings.
 */
final class LedgerCompany {
    static final int CLIENTS = 2_000;
    static final int ENTRIES = 10;
    static final int LINES = 5;
    private static final List<String> TABLES =
            List.of("clients.client", "planning.event", "finance.entry", "finance.line");
    private static final String ID = "(lpad(to_hex(%s), 32, '0'))::uuid";

    private LedgerCompany() {}

    static void furnish(Connection connection, int events) throws SQLException {
        for (var table : TABLES) run(connection, "alter table " + table + " disable trigger user");
        run(connection, "set synchronous_commit = off");
        run(connection, "set maintenance_work_mem = '512MB'");
        run(connection, """
                insert into clients.client (id, name, created_at, changed_at)
                select %s, 'Client ' || n, '2024-01-01Z', '2024-01-01Z' from generate_series(1, %d) n
                """.formatted(ID.formatted("n"), CLIENTS));
        run(connection, """
                insert into planning.event (id, number, name, client_id, type_id, phase, phase_since, time_zone, from_at, to_at, prep_minutes,
                       transit_before_minutes, transit_after_minutes, turnaround_minutes, occupied_from, occupied_to, created_at, changed_at)
                select %s, 'E-' || n, 'Event ' || n, %s, t.id, 'CLOSED', at, 'Europe/Berlin', at, at + interval '2 days', 0, 0, 0, 0, at, at + interval '2 days', at, at
                  from generate_series(1, %d) n
                 cross join (select id from planning.event_type where standard) t
                 cross join lateral (select timestamptz '2024-01-01Z' + interval '1 hour' * %s as at) a
                """.formatted(
                ID.formatted("n"), ID.formatted("1 + " + hash("n", 1, CLIENTS)), events, hash("n", 2, 1_090 * 24)));
        run(connection, """
                insert into finance.entry (id, date, text, source_kind, posted_at, posted_by_name)
                select %s, (timestamptz '2024-01-01Z' + interval '1 hour' * %s)::date + k, 'Posting', 'hand', now(), 'Bench'
                  from generate_series(1, %d) n cross join generate_series(0, %d) k
                """.formatted(
                ID.formatted("n::bigint * " + ENTRIES + " + k"), hash("n", 2, 1_090 * 24), events, ENTRIES - 1));
        var again = takeOff(connection);
        // The first entry of an event bills it in three groups with VAT, the others are costs against what is owed for
        // them.
        run(connection, """
                with a as (select array_agg(id order by code) filter (where class = 'REVENUE') as revenue, array_agg(id order by code) filter (where class = 'COST') as cost,
                                  min(id::text) filter (where class = 'RECEIVABLE')::uuid as receivable, min(id::text) filter (where class = 'VAT')::uuid as vat,
                                  min(id::text) filter (where class = 'ACCRUED')::uuid as accrued
                             from finance.account),
                amount as (
                  select n, k, p, 10000 + (hashint8extended(n::bigint * 1000 + k * 10 + p, 3) & 9223372036854775807) %% (case k when 0 then 400000 else 9000 end) as minor
                    from generate_series(1, %1$d) n cross join generate_series(0, %2$d) k cross join generate_series(0, %3$d) p)
                insert into finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor, event_id, client_id)
                select %4$s, %5$s, m.p, case when k = 0 then case p when 0 then a.receivable when 1 then a.vat else a.revenue[1 + (n + p) %% 8] end
                                             else case p when 0 then a.accrued else a.cost[1 + (n + k + p) %% 8] end end,
                       case when k = 0 and p = 0 or k > 0 and p > 0 then minor else -minor end, 'EUR',
                       case when k = 0 and p = 0 or k > 0 and p > 0 then minor else -minor end, %6$s, %7$s
                  from (select n, k, p, case when p = 0 then sum(minor) filter (where p > 0) over (partition by n, k) else minor end as minor from amount) m
                 cross join a
                """.formatted(
                        events,
                        ENTRIES - 1,
                        LINES - 1,
                        ID.formatted("(n::bigint * " + ENTRIES + " + k) * " + LINES + " + p"),
                        ID.formatted("n::bigint * " + ENTRIES + " + k"),
                        ID.formatted("n"),
                        ID.formatted("1 + " + hash("n", 1, CLIENTS))));
        for (var statement : again) run(connection, statement);
        run(connection, "update finance.settings set currency = 'EUR'");
        run(
                connection,
                "insert into finance.sum (event_id, quarter, client_id, class, profit_group, own_minor, lines) select * from finance.recount");
        run(connection, "insert into finance.event_profit select * from finance.profit_recount");
        run(connection, "insert into finance.client_profit select * from finance.client_recount");
        for (var table : TABLES) run(connection, "alter table " + table + " enable trigger user");
        run(connection, "reset synchronous_commit");
        run(connection, "vacuum analyze");
    }

    private static String hash(String of, int seed, int below) {
        return "((hashint8extended(" + of + ", " + seed + ") & 9223372036854775807) % " + below + ")::int";
    }

    /** Indexes and foreign keys are quicker made of all rows than row by row. Returns what makes them again. */
    private static List<String> takeOff(Connection connection) throws SQLException {
        var drop = new ArrayList<String>();
        var again = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('alter table finance.line drop constraint %I', conname),
                               format('alter table finance.line add constraint %I %s', conname, pg_get_constraintdef(oid))
                          from pg_constraint where conrelid = 'finance.line'::regclass and contype = 'f'
                        union all
                        select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index i
                         where indrelid = 'finance.line'::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                        """)) {
            while (rows.next()) {
                drop.add(rows.getString(1));
                again.add(rows.getString(2));
            }
        }
        for (var statement : drop) run(connection, statement);
        return again;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        ImportBench.execute(connection, sql);
    }
}

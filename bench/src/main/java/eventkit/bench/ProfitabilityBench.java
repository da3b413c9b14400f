package eventkit.bench;

import eventkit.reports.ProfitQuestions;
import eventkit.reports.ProfitQuestions.Line;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Profitability by quarter, of the hundred best events, and by client and year, over 100,000 events and 5,000,000 lines of the ledger: our own queries, on sums
 * that postings keep, beside DuckDB that reads all lines. Each pair is asked in turns and must answer the same. Then entries are posted through the API, and
 * the next answer must have them.
 */
final class ProfitabilityBench implements Benchmark {
    private static final int EVENTS = 100_000;
    private static final double BAR = 1.0;

    private record Asking(
            String name, Callable<List<Line>> ours, Callable<List<Line>> theirs, Callable<List<Line>> wide) {}

    @Override
    public String about() {
        return "profitability over 100,000 events and 5,000,000 ledger lines, beside DuckDB; current after a posting";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int events = options.count(EVENTS, 2_000);
        int rounds = options.count(41, 5);
        var figures = new ArrayList<Figure>();
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var client = new Client(server.port).setUp();
            LedgerCompany.furnish(connection, events);
            long lines = Bookings.number(connection, "select count(*) from finance.line");
            figures.add(
                    Figure.stated(
                            "events, ledger lines, rows of sums that are read",
                            events + ", " + lines + ", "
                                    + Bookings.number(
                                            connection,
                                            "select (select count(*) from finance.event_profit) + (select count(*) from finance.client_profit)")));
            var ours = new ProfitQuestions(DSL.using(connection, SQLDialect.POSTGRES));
            try (var duck = Duck.of(connection, work)) {
                for (var one : List.of(
                        new Asking("by quarter", ours::quarters, () -> duck.quarters(false), () -> duck.quarters(true)),
                        new Asking("top 100", ours::top, () -> duck.top(false), () -> duck.top(true)),
                        new Asking(
                                "client × year",
                                ours::clientYears,
                                () -> duck.clientYears(false),
                                () -> duck.clientYears(true)))) figures.addAll(compare(one, rounds, options));
            }
            figures.addAll(postings(server, client, connection, ours, options));
        }
        return figures;
    }

    private static List<Figure> compare(Asking one, int rounds, Options options) throws Exception {
        var answer = sorted(one.ours().call());
        if (answer.isEmpty()
                || !answer.equals(sorted(one.theirs().call()))
                || !answer.equals(sorted(one.wide().call())))
            throw new IllegalStateException(one.name() + ": the two do not answer the same");
        for (long end = System.nanoTime() + (long) (options.seconds(4, 0.5) * 1e9); System.nanoTime() < end; ) {
            one.ours().call();
            one.theirs().call();
        }
        var times = new double[3][rounds];
        for (int i = 0; i < rounds; i++) {
            times[0][i] = millis(one.ours());
            times[1][i] = millis(one.theirs());
            times[2][i] = millis(one.wide());
        }
        for (var each : times) Arrays.sort(each);
        int middle = rounds / 2;
        var name = "profitability " + one.name();
        return List.of(
                Figure.ratioAtMost(
                        name + " / DuckDB on the same tables", times[0][middle], times[1][middle], " ms", BAR),
                Figure.beside(name + " / DuckDB on one wide table", times[0][middle], times[2][middle], " ms"));
    }

    private static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::key).thenComparing(Line::year))
                .toList();
    }

    private static List<Figure> postings(
            Server server, Client client, Connection connection, ProfitQuestions ours, Options options)
            throws Exception {
        var accounts = new HashMap<String, String>();
        for (var account : client.get("/api/v1/accounts").path("items"))
            accounts.putIfAbsent(
                    account.path("accountClass").asString(account.path("class").asString("")),
                    account.path("id").asString());
        int tries = options.count(20, 3);
        int current = 0;
        for (int i = 0; i < tries; i++) {
            var before = sums(ours.clientYears());
            post(client, accounts, i + 1, 1_000 + i);
            var after = sums(ours.clientYears());
            if (after[0] - before[0] == 1_000 + i && after[1] == before[1]) current++;
        }
        // Both ways in turns, each in a transaction that is given up: the sums stay as they are.
        int each = options.count(400, 40);
        var kept = new double[each];
        var alone = new double[each];
        for (int i = 0; i < each; i++) {
            kept[i] = entry(connection, "ENABLE");
            alone[i] = entry(connection, "DISABLE");
        }
        Arrays.sort(kept);
        Arrays.sort(alone);
        var latencies = new double[options.count(200, 20)];
        var cpu = server.cpu();
        for (int i = 0; i < latencies.length; i++) {
            int n = i;
            latencies[i] = millis(() -> post(client, accounts, 1 + n % LedgerCompany.CLIENTS, 1));
        }
        var spent = server.cpu().since(cpu);
        Arrays.sort(latencies);
        long wrong = client.get("/api/v1/ledger-recount").path("wrong").asLong();
        return List.of(
                Figure.atMost("postings that the next answer did not have, of " + tries, tries - current, 0, ""),
                Figure.atMost("sums that differ from a recount of all lines afterwards", wrong, 0, ""),
                Figure.stated(
                        "a posting through the API: median; CPU of the server + PostgreSQL",
                        Figure.number(latencies[latencies.length / 2]) + " ms; "
                                + Figure.number(spent.jvmNanos() / 1e6 / latencies.length) + " + "
                                + Figure.number(spent.postgresNanos() / 1e6 / latencies.length) + " ms"),
                Figure.beside(
                        "inserting the entry's five lines in SQL / without keeping the sums of reports",
                        kept[each / 2],
                        alone[each / 2],
                        " ms"));
    }

    private static long[] sums(List<Line> lines) {
        return new long[] {
            lines.stream().mapToLong(Line::revenue).sum(),
            lines.stream().mapToLong(Line::cost).sum()
        };
    }

    /** Revenue of a client against what it owes. */
    private static Object post(Client client, Map<String, String> accounts, int number, long minor) throws Exception {
        var id = new java.util.UUID(0, number).toString();
        return client.post(
                "/api/v1/journal-entries",
                Map.of(
                        "date",
                        "2026-06-15",
                        "text",
                        "Bench",
                        "lines",
                        List.of(
                                Map.of(
                                        "accountId",
                                        String.valueOf(accounts.get("RECEIVABLE")),
                                        "clientId",
                                        id,
                                        "eventId",
                                        id,
                                        "amount",
                                        Map.of("amountMinor", minor, "currency", "EUR")),
                                Map.of(
                                        "accountId",
                                        String.valueOf(accounts.get("REVENUE")),
                                        "clientId",
                                        id,
                                        "eventId",
                                        id,
                                        "amount",
                                        Map.of("amountMinor", -minor, "currency", "EUR")))));
    }

    private static double entry(Connection connection, String trigger) throws SQLException {
        Bookings.run(connection, "alter table finance.line " + trigger + " trigger line_adds_to_profits");
        Bookings.run(connection, "begin");
        Bookings.run(connection, """
                insert into finance.entry (id, date, text, source_kind, posted_at, posted_by_name)
                values ('ffffffff-0000-0000-0000-000000000001', '2026-06-15', 'Bench', 'hand', now(), 'Bench')
                """);
        long start = System.nanoTime();
        Bookings.run(connection, """
                insert into finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor, event_id, client_id)
                select gen_random_uuid(), 'ffffffff-0000-0000-0000-000000000001', p, a.id, case p when 0 then -400 else 100 end, 'EUR', case p when 0 then -400 else 100 end,
                       (lpad('7', 32, '0'))::uuid, (lpad('7', 32, '0'))::uuid
                  from generate_series(0, 4) p cross join lateral (select id from finance.account where class = 'COST' order by code offset p limit 1) a
                """);
        double millis = (System.nanoTime() - start) / 1e6;
        Bookings.run(connection, "rollback");
        Bookings.run(connection, "alter table finance.line enable trigger line_adds_to_profits");
        return millis;
    }
}

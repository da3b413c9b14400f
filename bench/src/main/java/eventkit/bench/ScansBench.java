package eventkit.bench;

import eventkit.bench.Dispatch.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/**
 * Assets out and in again by scanning their numbers, through the API with everything on: session, permission, the journal, the judge, the register, what
 * availability knows, the audit trail, announcements. Eight events are loaded at the same time. Beside it {@link BareScans}, a function in the database
 * that writes the same rows. The sides take turns on the same events; what listeners do after a scan is waited for and counts as the server's.
 */
final class ScansBench implements Benchmark {
    private static final List<Integer> CLIENTS = List.of(16, 64);
    private static final int BATCH = 50; // as the web's devices send it
    private static final int JOURNAL = 5_000;
    /** Of each kind by itself: a turn of batches is over in a second or two, and Java goes on compiling what it runs. */
    private static final int WARM_SECONDS = 30;

    private static final double LEAST = 0.5;
    private static final double CPU_MOST = 1.5;
    private static final double JOURNAL_SECONDS = 10;

    /** After so long PostgreSQL's processes have told what they wrote. */
    private static final long TOLD_MILLIS = 11_500;

    private enum Kind {
        FEW,
        MANY,
        BATCHES
    }

    /** What the turns of one side came to. */
    private static final class Tally {
        private long scans;
        private double seconds;
        private Server.Cpu cpu = Server.Cpu.NONE;
        private final List<Load.Result> turns = new ArrayList<>();

        double perSecond() {
            return scans / seconds;
        }

        double postgresMillis() {
            return cpu.postgresNanos() / 1e6 / scans;
        }

        double jvmMillis() {
            return cpu.jvmNanos() / 1e6 / scans;
        }

        double millisAt(double quantile) {
            return turns.stream()
                    .mapToDouble(t -> t.millisAt(quantile))
                    .sorted()
                    .toArray()[turns.size() / 2];
        }
    }

    /** Both of them, in one kind of turn. */
    private record Sides(Tally ours, Tally theirs) {}

    @Override
    public String about() {
        return "check-outs and check-ins by scan at 16 and 64 clients, in batches of 50 and as a journal, beside one function call";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var dispatch = Dispatch.furnish(server, connection, options.count(10, 5));
            var run = new Run(server, connection, dispatch, data);
            try {
                run.first();
                run.warmUp(options);
                var sides = run.measure(options);
                var figures = figures(sides);
                var journal = new ArrayList<Double>();
                int scans = options.count(JOURNAL, JOURNAL / 10);
                for (int i = 0; i < options.count(3, 1); i++) journal.add(run.replay(scans));
                figures.add(Figure.atMost(
                        "a journal of " + scans + " scans, the slowest of " + journal.size(),
                        journal.stream().mapToDouble(s -> s).max().orElseThrow(),
                        JOURNAL_SECONDS,
                        " s"));
                figures.addAll(run.rows());
                figures.add(run.statements());
                return figures;
            } finally {
                run.close();
            }
        }
    }

    private static List<Figure> figures(Map<Kind, Sides> all) {
        var figures = new ArrayList<Figure>();
        all.forEach((kind, sides) -> {
            var name = switch (kind) {
                case FEW -> "single scans, " + CLIENTS.getFirst() + " clients";
                case MANY -> "single scans, " + CLIENTS.getLast() + " clients";
                case BATCHES -> "scans in batches of " + BATCH + ", one client";
            };
            var ours = sides.ours();
            var theirs = sides.theirs();
            figures.add(Figure.ratioAtLeast(
                    name + " / " + (kind == Kind.BATCHES ? "the batch as one statement" : "a function call"),
                    ours.perSecond(),
                    theirs.perSecond(),
                    "/s",
                    LEAST));
            var cpu = name + ", PostgreSQL's CPU a scan";
            figures.add(
                    kind == Kind.BATCHES
                            ? Figure.beside(cpu, ours.postgresMillis(), theirs.postgresMillis(), " ms")
                            : Figure.ratioAtMost(cpu, ours.postgresMillis(), theirs.postgresMillis(), " ms", CPU_MOST));
            figures.add(Figure.stated(name + ", the server's CPU a scan", Figure.number(ours.jvmMillis()) + " ms"));
            figures.add(Figure.beside(name + ", median", ours.millisAt(0.5), theirs.millisAt(0.5), " ms"));
            figures.add(Figure.beside(name + ", p99", ours.millisAt(0.99), theirs.millisAt(0.99), " ms"));
        });
        return figures;
    }

    /** A server with trucks at its doors, and both ways to scan. */
    private static final class Run implements AutoCloseable {
        private final Server server;
        private final Connection connection;
        private final Dispatch dispatch;
        private final Path data;
        private final List<Wire> wires = new ArrayList<>();
        private final List<BareScans> bare = new ArrayList<>();
        private int turns;

        Run(Server server, Connection connection, Dispatch dispatch, Path data) throws IOException {
            this.server = server;
            this.connection = connection;
            this.dispatch = dispatch;
            this.data = data;
            for (int i = 0; i < CLIENTS.getLast(); i++)
                wires.add(new Wire(server.port, dispatch.owner().cookie()));
        }

        /** One asset out and in, so that the other side knows what is said of that. */
        void first() throws Exception {
            var item = dispatch.load(1).getFirst().getFirst();
            send(wires.getFirst(), true, List.of(item));
            send(wires.getFirst(), false, List.of(item));
            BareScans.prepare(connection);
            for (int i = 0; i < CLIENTS.getLast(); i++) bare.add(new BareScans(data));
        }

        void warmUp(Options options) throws Exception {
            for (var kind : Kind.values()) {
                var sides = new Sides(new Tally(), new Tally());
                while (sides.ours().seconds < options.seconds(WARM_SECONDS, 1)) turn(kind, sides);
            }
        }

        Map<Kind, Sides> measure(Options options) throws Exception {
            var all = new EnumMap<Kind, Sides>(Kind.class);
            for (var kind : Kind.values()) all.put(kind, new Sides(new Tally(), new Tally()));
            for (int round = 0; round < options.count(4, 1); round++) {
                Company.settle(data);
                for (var each : all.entrySet()) turn(each.getKey(), each.getValue());
            }
            return all;
        }

        /** All that is there goes out and comes back, on either side; whoever begins ends the next time. */
        private void turn(Kind kind, Sides sides) throws Exception {
            var events = load();
            boolean first = turns++ % 2 == 0;
            if (first) ours(kind, events, sides.ours());
            theirs(kind, events, sides.theirs());
            if (!first) ours(kind, events, sides.ours());
        }

        /** For either side. */
        private List<List<Item>> load() throws Exception {
            var events = dispatch.load(Dispatch.EVENTS);
            BareScans.load(
                    connection, events.stream().map(e -> e.getFirst().event()).toList());
            return events;
        }

        private void ours(Kind kind, List<List<Item>> events, Tally tally) throws Exception {
            turn(kind, events, tally, (client, goes, items) -> send(wires.get(client), goes, items));
        }

        private void theirs(Kind kind, List<List<Item>> events, Tally tally) throws Exception {
            turn(
                    kind,
                    events,
                    tally,
                    (client, goes, items) -> kind == Kind.BATCHES
                            ? bare.get(client).scan(goes, items)
                            : bare.get(client).scan(goes, items.getFirst()));
        }

        private void turn(Kind kind, List<List<Item>> events, Tally tally, Scanning scanning) throws Exception {
            var groups = kind == Kind.BATCHES ? batches(events) : singles(events);
            int clients = switch (kind) {
                case FEW -> CLIENTS.getFirst();
                case MANY -> CLIENTS.getLast();
                case BATCHES -> 1;
            };
            int each = groups.size() / clients;
            IntFunction<Callable<?>> work = client -> {
                var step = new int[1];
                return () -> {
                    int at = step[0]++;
                    return scanning.scan(client, at % 2 == 0, groups.get(at / 2 * clients + client));
                };
            };
            var before = server.cpu();
            var result = Load.times(clients, 2 * each, work);
            drain();
            tally.cpu = tally.cpu.plus(server.cpu().since(before));
            tally.scans += 2L * each * clients * groups.getFirst().size();
            tally.seconds += result.seconds();
            tally.turns.add(result);
        }

        /** Until everybody has heard what happened. */
        private void drain() throws Exception {
            long end = System.nanoTime() + 60_000_000_000L;
            while (Bookings.number(connection, "select count(*) from core.event_publication where not parked") > 0) {
                if (System.nanoTime() > end) throw new IllegalStateException("listeners do not keep up");
                Thread.sleep(50);
            }
        }

        /** One of each event in turn, so that all trucks are loaded at once. */
        private static List<List<Item>> singles(List<List<Item>> events) {
            var result = new ArrayList<List<Item>>();
            for (int i = 0; i < events.getFirst().size(); i++)
                for (var event : events) result.add(List.of(event.get(i)));
            return result;
        }

        private static List<List<Item>> batches(List<List<Item>> events) {
            var result = new ArrayList<List<Item>>();
            for (var event : events)
                for (int from = 0; from + BATCH <= event.size(); from += BATCH)
                    result.add(event.subList(from, from + BATCH));
            return result;
        }

        /** What one device gathered over days without a network: truck by truck out, and all of them in. */
        double replay(int scans) throws Exception {
            var journal = new ArrayList<List<Map<String, Object>>>();
            for (int left = scans / 2; left > 0; ) {
                int assets = Math.min(left, dispatch.assets());
                var events = dispatch.load(Math.ceilDiv(assets * Dispatch.EVENTS, dispatch.assets()));
                var batches = batches(events).subList(0, assets / BATCH);
                for (boolean goes : new boolean[] {true, false})
                    for (var batch : batches)
                        journal.add(batch.stream().map(item -> scan(goes, item)).toList());
                left -= assets;
            }
            long start = System.nanoTime();
            for (var batch : journal) send(wires.getFirst(), batch);
            double seconds = (System.nanoTime() - start) / 1e9;
            drain();
            return seconds;
        }

        /** Counted by PostgreSQL, whatever wrote them: inserted, changed and deleted. */
        List<Figure> rows() throws Exception {
            var figures = new ArrayList<Figure>();
            var kinds = List.of(Kind.FEW, Kind.BATCHES);
            var loads = new ArrayList<List<List<Item>>>();
            for (int i = 0; i < kinds.size(); i++) loads.add(load());
            Thread.sleep(TOLD_MILLIS);
            for (int i = 0; i < kinds.size(); i++) {
                double ours = written("<> 'bench'");
                double theirs = written("= 'bench'");
                var tally = new Tally();
                ours(kinds.get(i), loads.get(i), tally);
                theirs(kinds.get(i), loads.get(i), new Tally());
                Thread.sleep(TOLD_MILLIS);
                figures.add(Figure.beside(
                        "rows that a scan writes, " + (kinds.get(i) == Kind.FEW ? "single" : "in a batch of " + BATCH),
                        (written("<> 'bench'") - ours) / tally.scans,
                        (written("= 'bench'") - theirs) / tally.scans,
                        ""));
            }
            return figures;
        }

        private long written(String schema) throws Exception {
            return Bookings.number(
                    connection,
                    "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables where schemaname "
                            + schema);
        }

        /** By PostgreSQL's log, in which its superuser has them written for a moment: beginnings and commits with them. */
        Figure statements() throws Exception {
            var item = dispatch.load(2);
            try (var log = new StatementLog(data)) {
                long single = 0;
                for (var one : item.getFirst()) {
                    single += log.count(() -> send(wires.getFirst(), true, List.of(one)));
                    single += log.count(() -> send(wires.getFirst(), false, List.of(one)));
                }
                var batch = item.getLast().subList(0, BATCH);
                long all = log.count(() -> send(wires.getFirst(), true, batch));
                all += log.count(() -> send(wires.getFirst(), false, batch));
                return Figure.stated(
                        "SQL statements of a scan, of a batch of " + BATCH,
                        Figure.number(single / 2.0 / item.getFirst().size()) + ", " + Figure.number(all / 2.0));
            }
        }

        private static int send(Wire wire, boolean goes, List<Item> items) throws IOException {
            return send(wire, items.stream().map(item -> scan(goes, item)).toList());
        }

        private static int send(Wire wire, List<Map<String, Object>> scans) throws IOException {
            var body = Client.JSON.writeValueAsBytes(
                    Map.of("sentAt", Instant.now().toString(), "app", "bench", "scans", scans));
            var answer = new String(wire.send("/api/v1/scans", body), StandardCharsets.UTF_8);
            int accepted = answer.split("\"result\":\"ACCEPTED\"", -1).length - 1;
            if (accepted != scans.size())
                throw new IOException("of " + scans.size() + " scans " + accepted + " were accepted: " + answer);
            return accepted;
        }

        private static Map<String, Object> scan(boolean goes, Item item) {
            var scan = new LinkedHashMap<String, Object>();
            scan.put("id", UUID.randomUUID().toString());
            scan.put("kind", goes ? "CHECK_OUT" : "CHECK_IN");
            scan.put("at", Instant.now().toString());
            scan.put("code", item.number());
            scan.put("eventId", item.event().toString());
            return scan;
        }

        @Override
        public void close() throws Exception {
            for (var one : wires) one.close();
            for (var one : bare) one.close();
        }
    }

    private interface Scanning {
        int scan(int client, boolean goes, List<Item> items) throws Exception;
    }
}

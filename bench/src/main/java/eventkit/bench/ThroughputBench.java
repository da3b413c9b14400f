package eventkit.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Reading an asset and registering one, with sign-in, permission, audit and idempotency, beside a handler that does nothing on the same server and
 * beside plain JDBC that touches the same rows of the same database. All sides run in turns; CPU time counts what the server and PostgreSQL spent,
 * not the clients.
 */
final class ThroughputBench implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int ASSETS = 20_000;
    private static final double MEGABYTES_MAX = 400;

    @Override
    public String about() {
        return "reading and registering an asset at 16 clients, beside a bare handler and plain JDBC; memory after it";
    }

    /** One of the things that are done in turns, and what its turns came to. */
    private static final class Side {
        final IntFunction<Callable<?>> work;
        long requests;
        double seconds;
        Server.Cpu cpu = Server.Cpu.NONE;
        final List<Load.Result> turns = new ArrayList<>();

        Side(IntFunction<Callable<?>> work) {
            this.work = work;
        }

        double perSecond() {
            return requests / seconds;
        }

        double jvmMillis() {
            return cpu.jvmNanos() / 1e6 / requests;
        }

        double postgresMillis() {
            return cpu.postgresNanos() / 1e6 / requests;
        }

        double millis() {
            return jvmMillis() + postgresMillis();
        }

        double p99() {
            return turns.stream().mapToDouble(t -> t.millisAt(0.99)).sorted().toArray()[turns.size() / 2];
        }
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        try (var server = Server.start(data, "run")) {
            var company = Company.furnish(server, CLIENTS);
            company.register(options.count(ASSETS, 2_000));
            var wires = new ArrayList<Wire>();
            var bare = new ArrayList<BareRows>();
            try (var connection = ImportBench.connect(data)) {
                var assets = Company.assets(connection);
                var sample = sample(connection);
                for (int i = 0; i < CLIENTS; i++) {
                    wires.add(new Wire(server.port, company.owner().cookie()));
                    bare.add(new BareRows(data, sample, new byte[900]));
                }
                Company.settle(data);
                var sides = sides(company, assets, wires, bare);
                warmUp(server, sides.values(), options);
                Company.settle(data);
                for (int turn = 0; turn < options.count(4, 1); turn++) {
                    for (var side : sides.values()) measure(server, side, options.seconds(4, 2));
                }
                var memory = server.memory();
                var figures = figures(sides, rows(connection, company, wires.getFirst(), bare.getFirst()));
                figures.addAll(MemoryBench.figures("after this load", memory, MEGABYTES_MAX));
                return figures;
            } finally {
                for (var one : wires) one.close();
                for (var one : bare) one.close();
            }
        }
    }

    /**
     * 30 seconds, and more where others keep the processors busy: until the server has had 30 seconds of them, the time in which Java compiles what it
     * does most.
     */
    private static void warmUp(Server server, Collection<Side> sides, Options options) throws Exception {
        double least = options.seconds(30, 3);
        double most = options.seconds(90, 6);
        long begun = System.nanoTime();
        var before = server.cpu();
        double seconds;
        do {
            for (var side : sides) Load.run(CLIENTS, options.seconds(2, 0.5), side.work);
            seconds = (System.nanoTime() - begun) / 1e9;
        } while (seconds < most
                && (seconds < least || server.cpu().since(before).jvmNanos() < least * 1e9));
    }

    private static Map<String, Side> sides(Company company, List<UUID> assets, List<Wire> wires, List<BareRows> bare) {
        var serials = new AtomicLong();
        var sides = new LinkedHashMap<String, Side>();
        sides.put("bare handler", new Side(i -> () -> wires.get(i).get("/ping")));
        sides.put("read", new Side(i -> () -> wires.get(i).get("/api/v1/assets/" + any(assets))));
        sides.put("bare read", new Side(i -> () -> bare.get(i).read(any(assets))));
        sides.put("register", new Side(i -> () -> {
            var serial = "S" + serials.incrementAndGet();
            return wires.get(i).post("/api/v1/assets", serial, company.registration(i, serial));
        }));
        sides.put(
                "bare register",
                new Side(i -> () -> bare.get(i).register(company, i, "B" + serials.incrementAndGet())));
        return sides;
    }

    private static UUID any(List<UUID> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private static void measure(Server server, Side side, double seconds) throws Exception {
        var before = server.cpu();
        var result = Load.run(CLIENTS, seconds, side.work);
        side.cpu = side.cpu.plus(server.cpu().since(before));
        side.requests += result.latenciesNanos().length;
        side.seconds += result.seconds();
        side.turns.add(result);
    }

    private static List<Figure> figures(Map<String, Side> sides, String rows) {
        var ping = side(sides, "bare handler");
        var figures = new ArrayList<Figure>();
        for (var name : List.of("read", "register")) {
            var ours = side(sides, name);
            var theirs = side(sides, "bare " + name);
            var about = name.equals("read") ? "reading an asset" : "registering an asset";
            figures.add(Figure.beside(about + " / bare handler", ours.perSecond(), ping.perSecond(), "/s"));
            figures.add(Figure.beside(about + " / plain JDBC", ours.perSecond(), theirs.perSecond(), "/s"));
            figures.add(Figure.beside(about + ", CPU / bare handler", ours.millis(), ping.millis(), " ms"));
            figures.add(Figure.beside(
                    about + ", PostgreSQL's CPU / plain JDBC", ours.postgresMillis(), theirs.postgresMillis(), " ms"));
            figures.add(Figure.stated(
                    about + ", CPU of the server + PostgreSQL",
                    Figure.number(ours.jvmMillis()) + " + " + Figure.number(ours.postgresMillis()) + " ms"));
            figures.add(Figure.beside(about + ", p99 / bare handler", ours.p99(), ping.p99(), " ms"));
        }
        figures.add(Figure.stated("rows a registration leaves, ours and plain JDBC", rows));
        return figures;
    }

    private static Side side(Map<String, Side> sides, String name) {
        return java.util.Objects.requireNonNull(sides.get(name));
    }

    /** What the audit trail says of a registration, so that the other side writes as much. */
    private static String sample(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select changes from core.audit_entry where subject_kind = 'asset' limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Counts the rows that one registration leaves on either side, to show that they do the same. */
    private static String rows(Connection connection, Company company, Wire wire, BareRows bare) throws Exception {
        var serial = "C" + System.nanoTime();
        long before = rows(connection);
        for (int i = 0; i < 10; i++) wire.post("/api/v1/assets", serial + i, company.registration(0, serial + i));
        long between = rows(connection);
        for (int i = 0; i < 10; i++) bare.register(company, 0, serial + "bare" + i);
        long after = rows(connection);
        return Figure.number((between - before) / 10.0) + " and " + Figure.number((after - between) / 10.0);
    }

    private static long rows(Connection connection) throws SQLException {
        long rows = 0;
        for (var table : List.of(
                "inventory.asset",
                "inventory.asset_code",
                "inventory.asset_movement",
                "core.audit_entry",
                "core.idempotency",
                "core.event_publication",
                "insight.search_entry",
                "insight.search_code",
                "maintenance.due")) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                rows += row.getLong(1);
            }
        }
        return rows;
    }
}

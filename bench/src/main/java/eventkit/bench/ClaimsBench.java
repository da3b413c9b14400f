package eventkit.bench;

import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Claiming pull lists of 100 lines, half of them of 200 hot products, by 16 writers through the module's face: all in one server process, or in two on one
 * database; beside plain JDBC on 16 connections that inserts the same rows. Then the same until stock runs out.
 */
final class ClaimsBench implements Benchmark {
    private static final int WRITERS = 16;
    private static final int LINES = 100;
    private static final int PRODUCTS = 2_000;
    private static final int DAYS_TIGHT = 30;
    private static final int MORE_THAN_ENOUGH = 1_000_000;

    /** What the turns of one side came to. */
    private static final class Tally {
        private long lists;
        private long refused;
        private double seconds;
        private Server.Cpu cpu = Server.Cpu.NONE;

        double rows() {
            return lists * LINES / seconds;
        }

        String cpuOfAList() {
            return Figure.number(cpu.jvmNanos() / 1e6 / lists) + " + "
                    + Figure.number(cpu.postgresNanos() / 1e6 / lists) + " ms";
        }
    }

    private interface Turn {
        /** Lists written, lists refused, seconds. */
        double[] run(double seconds) throws Exception;
    }

    @Override
    public String about() {
        return "claiming lists of 100 lines at 16 writers, in one process and in two, beside plain JDBC; what is oversold";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        Files.createDirectories(work);
        try (var postgres = PostgresServer.start(
                PostgresServer.Config.at(work.resolve("data")).withSettings(Map.of("autovacuum", "off")))) {
            var access = postgres.access(PostgresServer.DATABASE);
            var source = new PGSimpleDataSource();
            source.setUrl(access.url());
            source.setUser(access.user());
            source.setPassword(access.password());
            Migrations.migrate(source);
            try (var connection = access.connect()) {
                var warehouse = Bookings.warehouse(connection);
                Bookings.products(connection, warehouse, PRODUCTS, MORE_THAN_ENOUGH);
                var arguments = List.of(access.url(), access.user(), access.password(), work.toString());
                try (var one = claimer(work, arguments, 1, warehouse);
                        var two = claimer(work, arguments, 2, warehouse)) {
                    one.hear("ready");
                    two.hear("ready");
                    one.tell("run 1 0.1 " + Bookings.DAYS); // takes up the supply
                    one.hear("ran");
                    var lists = new Claimer.Lists(warehouse, PRODUCTS);
                    var bare = new ArrayList<BareClaims>();
                    var stocks = BareClaims.prepare(connection);
                    for (int i = 0; i < WRITERS; i++) bare.add(new BareClaims(access, stocks));
                    try {
                        return figures(connection, one, two, lists, bare, options);
                    } finally {
                        for (var each : bare) each.close();
                    }
                }
            }
        }
    }

    private static Child claimer(Path work, List<String> arguments, int seed, UUID warehouse) throws Exception {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("" + seed, warehouse.toString(), "" + PRODUCTS));
        return Child.startLarge(work.resolve("claimer-" + seed + ".log"), Claimer.class, all.toArray(String[]::new));
    }

    private static List<Figure> figures(
            Connection connection, Child one, Child two, Claimer.Lists lists, List<BareClaims> bare, Options options)
            throws Exception {
        Turn alone = seconds -> claim(List.of(one), seconds, Bookings.DAYS);
        Turn both = seconds -> claim(List.of(one, two), seconds, Bookings.DAYS);
        Turn plain = plain(lists, bare);
        var sides = Map.of(alone, new Tally(), both, new Tally(), plain, new Tally());
        double turn = options.seconds(4, 1);
        var order = List.of(plain, alone, plain, both);
        for (long end = System.nanoTime() + (long) (options.seconds(30, 4) * 1e9); System.nanoTime() < end; )
            for (var side : order) side.run(options.seconds(2.5, 0.5));
        for (int round = 0; round < options.count(5, 1); round++) {
            Bookings.run(connection, "vacuum analyze"); // as autovacuum would at any moment: no side pays for the other
            for (var side : order) measure(side, turn, java.util.Objects.requireNonNull(sides.get(side)));
        }
        var ofPlain = java.util.Objects.requireNonNull(sides.get(plain));
        var figures = new ArrayList<Figure>();
        for (var side : List.of(alone, both)) {
            var tally = java.util.Objects.requireNonNull(sides.get(side));
            var name = side == alone ? "one process" : "two processes";
            figures.add(Figure.ratioAtLeast(
                    "claiming lists of 100 lines, 16 writers, " + name + " / plain JDBC",
                    tally.rows(),
                    ofPlain.rows(),
                    " rows/s",
                    side == alone ? 0.6 : 0.35));
            figures.add(Figure.stated("CPU a list, server + PostgreSQL, " + name, tally.cpuOfAList()));
        }
        figures.add(Figure.stated("CPU a list, client + PostgreSQL, plain JDBC", ofPlain.cpuOfAList()));
        figures.addAll(tight(connection, one, two, options));
        return figures;
    }

    private static void measure(Turn side, double seconds, Tally tally) throws Exception {
        var before = Server.cpu(ProcessHandle.current());
        var ran = side.run(seconds);
        tally.cpu = tally.cpu.plus(Server.cpu(ProcessHandle.current()).since(before));
        tally.lists += (long) ran[0];
        tally.refused += (long) ran[1];
        tally.seconds += ran[2];
    }

    private static double[] claim(List<Child> processes, double seconds, int days) throws Exception {
        for (var process : processes) process.tell("run " + WRITERS / processes.size() + " " + seconds + " " + days);
        var sum = new double[3];
        for (var process : processes) {
            var said = process.hear("ran");
            sum[0] += Long.parseLong(said.get(0));
            sum[1] += Long.parseLong(said.get(1));
            sum[2] = Math.max(sum[2], Double.parseDouble(said.get(2)));
        }
        return sum;
    }

    private static Turn plain(Claimer.Lists lists, List<BareClaims> bare) {
        var turns = new AtomicInteger();
        IntFunction<Callable<?>> work = writer -> {
            var random = new Random(7_000_000L + turns.incrementAndGet());
            return () -> bare.get(writer).write(lists.next(random, LINES, Bookings.DAYS));
        };
        return seconds -> {
            var result = Load.run(WRITERS, seconds, work);
            return new double[] {result.latenciesNanos().length, 0, result.seconds()};
        };
    }

    /** Three pieces more than ever were needed at once, and everybody wants them in the same month. */
    private static List<Figure> tight(Connection connection, Child one, Child two, Options options) throws Exception {
        limit(connection);
        var tally = new Tally();
        measure(seconds -> claim(List.of(one, two), seconds, DAYS_TIGHT), options.seconds(10, 2), tally);
        if (tally.refused == 0 || tally.lists == 0)
            throw new IllegalStateException("stock was not tight: " + tally.refused + " refused");
        long oversold = Bookings.number(
                connection,
                "select count(*) from (" + PEAKS
                        + ") p join stock.level v on v.product_id = p.product_id where p.peak > v.quantity");
        one.tell("check");
        var differences = one.hear("checked").getFirst();
        return List.of(
                Figure.stated(
                        "tight, stock = peak + 3, two processes: lists held, refused",
                        tally.lists + ", " + tally.refused),
                new Figure("oversold products, by a recount of all rows", "" + oversold, "-", "-", "0", oversold == 0),
                new Figure(
                        "differences between the image, the rows and the registers",
                        differences,
                        "-",
                        "-",
                        "0",
                        differences.equals("0")));
    }

    /** How many pieces of each product are promised at most at any moment: in SQL alone. */
    private static final String PEAKS = """
            select s.product_id, max(l.held) as peak
              from (select stock_id, sum(quantity) over (partition by stock_id order by at) as held
                      from (select stock_id, begins as at, quantity from availability.booking where known_to is null and standing = 'CONFIRMED'
                            union all
                            select stock_id, ends, -quantity from availability.booking where known_to is null and standing = 'CONFIRMED') steps) l
              join availability.stock s on s.id = l.stock_id
             group by s.product_id
            """;

    private static void limit(Connection connection) throws SQLException {
        Bookings.run(connection, """
                with p as (%s),
                l as (
                  update stock.level v set quantity = p.peak + 3, version = 2 from p where p.product_id = v.product_id
                  returning v.product_id, v.location_id, v.quantity)
                insert into stock.entry (id, product_id, location_id, sequence, kind, delta, resulting, operation_id, at, by_name)
                select gen_random_uuid(), product_id, location_id, 2, 'COUNT', quantity - %d, quantity, gen_random_uuid(), now(), 'Owner' from l
                """.formatted(PEAKS, MORE_THAN_ENOUGH));
    }
}

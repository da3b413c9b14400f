package eventkit.bench;

import eventkit.availability.Kernel;
import eventkit.postgres.DatabaseAccess;
import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;

/** How the figures of availability grow with bookings and with products. Leaves a page and a plot in docs/. */
final class GrowthBench implements Benchmark {
    private static final int PRODUCTS = 10_000;
    private static final int BOOKINGS = 200_000;

    /** What was measured of one size. */
    record Point(
            int products,
            int bookings,
            double catalogue,
            double catalogueSql,
            double timelines,
            double timelinesSql,
            double read,
            double bytes,
            double claims) {}

    @Override
    public String about() {
        return "how availability grows: 20,000 to 2,000,000 bookings, 1,000 to 50,000 products; writes docs/availability-growth.md";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        Files.createDirectories(work);
        var points = new ArrayList<Point>();
        try (var postgres = PostgresServer.start(PostgresServer.Config.at(work.resolve("data")))) {
            postgres.createDatabase("template");
            Migrations.migrate(source(postgres.access("template")));
            int shrink = options.count(1, 20);
            var sizes = options.quick()
                    ? List.of(new int[] {PRODUCTS, 20_000}, new int[] {PRODUCTS, BOOKINGS})
                    : List.of(
                            new int[] {PRODUCTS, 20_000},
                            new int[] {PRODUCTS, BOOKINGS},
                            new int[] {PRODUCTS, 2_000_000},
                            new int[] {1_000, BOOKINGS},
                            new int[] {50_000, BOOKINGS});
            for (var size : sizes) {
                var name = "size" + points.size();
                postgres.createDatabase(name, "template");
                points.add(point(
                        work, postgres.access(name), size[0] / shrink, size[1] / shrink, options, points.isEmpty()));
                postgres.dropDatabase(name);
            }
        }
        var docs = options.quick() ? work : Path.of("docs");
        var date = LocalDate.now(ZoneOffset.UTC);
        GrowthPage.write(docs, points, date);
        return points.stream().map(GrowthBench::figure).toList();
    }

    private static PGSimpleDataSource source(DatabaseAccess access) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    private static Figure figure(Point p) {
        return Figure.stated(
                p.products + " products, " + p.bookings + " bookings",
                "catalogue %s ms (SQL %s), timelines %s ms (SQL %s), read in %s s, %s bytes a booking, %s claims/s"
                        .formatted(
                                Figure.number(p.catalogue),
                                Figure.number(p.catalogueSql),
                                Figure.number(p.timelines),
                                Figure.number(p.timelinesSql),
                                Figure.number(p.read),
                                Figure.number(p.bytes),
                                Figure.number(p.claims)));
    }

    private static Point point(
            Path work, DatabaseAccess access, int products, int bookings, Options options, boolean first)
            throws Exception {
        try (var connection = access.connect()) {
            var warehouse = Bookings.warehouse(connection);
            Bookings.products(connection, warehouse, products, Bookings.PIECES);
            Kernel.followRegisters(source(access));
            Bookings.book(connection, bookings);
            long begun = System.nanoTime();
            var kernel = Kernel.read(connection);
            double read = (System.nanoTime() - begun) / 1e9;
            double bytes = 1.0 * kernel.allBytes() / bookings;
            var times = times(kernel, Sql.prepare(connection), options, first);
            Bookings.run(connection, "drop index availability.bench_sweep");
            double claims = claims(work, access, warehouse, products, options);
            return new Point(products, bookings, times[0], times[1], times[2], times[3], read, bytes, claims);
        }
    }

    private static double[] times(Kernel kernel, Sql sql, Options options, boolean first) throws Exception {
        var now = Instant.now();
        var soon = Bookings.FROM.plus(AvailabilityBench.CATALOGUE);
        var later = Bookings.FROM.plus(AvailabilityBench.TIMELINE);
        AvailabilityBench.requireSame(kernel.catalogue(Bookings.FROM, soon, now), sql.free(Bookings.FROM, soon));
        try (var freeSummed = sql.freeSummed(Bookings.FROM, soon);
                var slices = sql.slicesSummed(Bookings.FROM, later)) {
            Callable<?> catalogue = () -> kernel.catalogue(Bookings.FROM, soon, now);
            var sides = List.of(
                    new Turns.Side(catalogue, AvailabilityBench::ownCpu, 0.25),
                    new Turns.Side(() -> Sql.sum(freeSummed), AvailabilityBench::ownCpu, 0.25),
                    new Turns.Side(() -> kernel.timelines(Bookings.FROM, later, now), AvailabilityBench::ownCpu, 0.25),
                    new Turns.Side(() -> Sql.sum(slices), AvailabilityBench::ownCpu, 0.25));
            Turns.run(options.seconds(first ? 30 : 3, 1), options.seconds(6, 1), sides.toArray(Turns.Side[]::new));
            return sides.stream().mapToDouble(Turns.Side::median).toArray();
        }
    }

    /** Lists of 100 lines a second, by 16 writers in one process. */
    private static double claims(Path work, DatabaseAccess access, UUID warehouse, int products, Options options)
            throws Exception {
        try (var claimer = Child.startLarge(
                work.resolve("claimer.log"),
                Claimer.class,
                access.url(),
                access.user(),
                access.password(),
                work.toString(),
                "3",
                warehouse.toString(),
                "" + products)) {
            claimer.hear("ready");
            double[] last = {0, 0};
            for (double seconds : new double[] {options.seconds(8, 1), options.seconds(4, 1)}) {
                claimer.tell("run 16 " + seconds + " " + Bookings.DAYS);
                var said = claimer.hear("ran");
                last = new double[] {
                    Long.parseLong(said.get(0)) + Long.parseLong(said.get(1)), Double.parseDouble(said.get(2))
                };
            }
            return last[0] / last[1];
        }
    }

    static List<Point> ofProducts(List<Point> points, int products) {
        return points.stream()
                .filter(p -> p.products == products)
                .sorted(java.util.Comparator.comparingInt(Point::bookings))
                .toList();
    }

    static List<Point> ofBookings(List<Point> points, int bookings) {
        return points.stream()
                .filter(p -> p.bookings == bookings)
                .sorted(java.util.Comparator.comparingInt(Point::products))
                .toList();
    }
}

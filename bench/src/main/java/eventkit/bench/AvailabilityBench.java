package eventkit.bench;

import eventkit.availability.Free;
import eventkit.availability.Kernel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What is free of 10,000 products with 2,000,000 bookings: the module's image in this process beside PostgreSQL on the same rows, and the same through
 * the API beside an endpoint that does nothing but answer as much.
 */
final class AvailabilityBench implements Benchmark {
    static final Duration CATALOGUE = Duration.ofDays(5);
    static final Duration TIMELINE = Duration.ofDays(90);

    @Override
    public String about() {
        return "the whole catalogue over 5 days and its timelines over 90, beside SQL; through the API; memory a booking";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int products = options.count(10_000, 2_000);
        int bookings = options.count(2_000_000, 100_000);
        var figures = new ArrayList<Figure>();
        var company = BookedCompany.make(data, products, bookings);
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var sql = Sql.prepare(connection);
            LongSupplier postgres = () -> server.cpu().postgresNanos();
            var kernel = kernel(connection, bookings, figures);
            catalogue(kernel, sql, postgres, options, figures);
            timelines(kernel, sql, postgres, options, figures);
            try (var bare = Child.start(work.resolve("bare.log"), BareAnswer.class, "" + products);
                    var ours = new Wire(server.port, company.cookie());
                    var theirs = new Wire(Integer.parseInt(bare.hear("ready").getFirst()), "")) {
                company.requireCorrect(ours.body(company.question(CATALOGUE)), sql, CATALOGUE);
                api(kernel, server, bare, ours, theirs, company, options, figures);
            }
        }
        return figures;
    }

    /** With what it takes of the memory, as the objects lie there: differences of the heap are as large as what else was just tidied up. */
    private static Kernel kernel(Connection connection, int bookings, List<Figure> figures) throws SQLException {
        var kernel = Kernel.read(connection);
        figures.add(Figure.stated(
                "memory a booking, " + bookings + " bookings",
                Figure.number(1.0 * kernel.allBytes() / bookings) + " bytes, of them "
                        + Figure.number(1.0 * kernel.changePointBytes() / bookings) + " change points"));
        return kernel;
    }

    static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void catalogue(Kernel kernel, Sql sql, LongSupplier postgres, Options options, List<Figure> figures)
            throws Exception {
        var to = Bookings.FROM.plus(CATALOGUE);
        var now = Instant.now();
        requireSame(kernel.catalogue(Bookings.FROM, to, now), sql.free(Bookings.FROM, to));
        try (var summed = sql.freeSummed(Bookings.FROM, to)) {
            var ours = new Turns.Side(() -> kernel.catalogue(Bookings.FROM, to, now), AvailabilityBench::ownCpu, 0.5);
            var theirs = new Turns.Side(() -> Sql.sum(summed), postgres, 0.5);
            Turns.run(options.seconds(30, 2), options.seconds(20, 2), ours, theirs);
            figures.add(Figure.ratioAtMost(
                    "catalogue over 5 days, kernel / SQL", ours.median(), theirs.median(), " ms", 1.0 / 40));
            figures.add(Figure.beside("the same, CPU", ours.cpuMillis(), theirs.cpuMillis(), " ms"));
        }
    }

    /** Of every stock: nothing but equal numbers may be compared. */
    static void requireSame(int[] ours, Map<Integer, Free> theirs) {
        var there = new HashMap<Integer, Free>();
        for (int stock = 0; 3 * stock < ours.length; stock++)
            if (theirs.containsKey(stock))
                there.put(stock, new Free(ours[3 * stock], ours[3 * stock + 1], ours[3 * stock + 2]));
        if (theirs.isEmpty() || !there.equals(theirs))
            throw new IllegalStateException("the kernel and SQL do not answer the same");
    }

    private static void timelines(Kernel kernel, Sql sql, LongSupplier postgres, Options options, List<Figure> figures)
            throws Exception {
        var to = Bookings.FROM.plus(TIMELINE);
        var now = Instant.now();
        try (var slices = sql.slices(Bookings.FROM, to);
                var summed = sql.slicesSummed(Bookings.FROM, to)) {
            var sum = kernel.timelines(Bookings.FROM, to, now);
            // Number 0 is no stock: of it the kernel has one step, at which nothing is there.
            if (!sum.equals(plus(Sql.sum(summed), 1)))
                throw new IllegalStateException("the kernel's steps are " + sum + ", SQL's " + Sql.sum(summed));
            var ours = new Turns.Side(() -> kernel.timelines(Bookings.FROM, to, now), AvailabilityBench::ownCpu, 0.5);
            var handed = new Turns.Side(() -> Sql.sum(slices), postgres, 0.5);
            var theirs = new Turns.Side(() -> Sql.sum(summed), postgres, 0.5);
            Turns.run(options.seconds(15, 2), options.seconds(20, 2), ours, handed, theirs);
            figures.add(Figure.ratioAtMost(
                    "timelines over 90 days, kernel / SQL slices of arrays, each number summed",
                    ours.median(),
                    theirs.median(),
                    " ms",
                    1.0 / 5));
            figures.add(Figure.beside("the same, CPU", ours.cpuMillis(), theirs.cpuMillis(), " ms"));
            figures.add(Figure.beside(
                    "timelines over 90 days, kernel / SQL slices, cut out and not looked at",
                    ours.median(),
                    handed.median(),
                    " ms"));
            figures.add(Figure.stated("steps of these timelines", "" + sum.count()));
        }
    }

    /** One client after the other sides; the kernel in turns with them, as often as it takes. */
    private static void api(
            Kernel kernel,
            Server server,
            Child bare,
            Wire ours,
            Wire theirs,
            BookedCompany company,
            Options options,
            List<Figure> figures)
            throws Exception {
        var question = company.question(CATALOGUE);
        int length = ours.get(question);
        int bareLength = theirs.get("/answer");
        if (Math.abs(length - bareLength) > length / 50)
            throw new IllegalStateException("the bare answer has " + bareLength + " bytes, ours " + length);
        var to = Bookings.FROM.plus(CATALOGUE);
        var now = Instant.now();
        var inside = new Turns.Side(() -> kernel.catalogue(Bookings.FROM, to, now), AvailabilityBench::ownCpu, 0.3);
        var through = new Turns.Side(
                () -> ours.get(question),
                () -> server.cpu().jvmNanos() + server.cpu().postgresNanos(),
                1);
        var answer =
                new Turns.Side(() -> theirs.get("/answer"), () -> bare.cpu().jvmNanos(), 1);
        var afterAnswer = new Turns.Side(
                () -> {
                    theirs.get("/answer");
                    return kernel.catalogue(Bookings.FROM, to, now);
                },
                AvailabilityBench::ownCpu,
                1);
        Turns.run(options.seconds(30, 2), options.seconds(20, 2), inside, through, answer, afterAnswer);
        double between = afterAnswer.median() - answer.median();
        figures.add(Figure.ratioAtMost(
                "catalogue through the API with sign-in and JSON / 3 kernels, each after an answer, + bare endpoint",
                through.median(),
                3 * between + answer.median(),
                " ms",
                1));
        figures.add(Figure.beside(
                "the same / 3 kernels in a loop, their profiles in the cache, + bare endpoint",
                through.median(),
                3 * inside.median() + answer.median(),
                " ms"));
        figures.add(Figure.stated("of it: the kernel after an answer", Figure.number(between) + " ms"));
        figures.add(Figure.stated("the kernel in a loop", inside.both()));
        figures.add(Figure.stated("of it: the bare endpoint, JSON of " + bareLength + " bytes", answer.both()));
        figures.add(
                Figure.stated("the API, CPU of the server and PostgreSQL", Figure.number(through.cpuMillis()) + " ms"));
    }

    private static Kernel.Sum plus(Kernel.Sum sum, long steps) {
        return new Kernel.Sum(sum.count() + steps, sum.firm(), sum.worst());
    }
}

package eventkit.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code Bench [list | NAME…] [--quick]}: runs the named benchmarks, or all; prints a line a figure and ends with 1 when one is short, 2 when it could not
 * be measured. {@code --quick} only shows that they work: small and hardly warmed up, its figures prove nothing.
 */
public final class Bench {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("start", new StartBench());
        ALL.put("throughput", new ThroughputBench());
        ALL.put("memory", new MemoryBench());
        ALL.put("lists", new ListsBench());
        ALL.put("import", new ImportBench());
        ALL.put("search", new SearchBench());
        ALL.put("availability", new AvailabilityBench());
        ALL.put("availability-start", new AvailabilityStartBench());
        ALL.put("availability-growth", new GrowthBench());
        ALL.put("claims", new ClaimsBench());
        ALL.put("claims-api", new ApiClaimsBench());
        ALL.put("scans", new ScansBench());
        ALL.put("phone", new PhoneBench());
        ALL.put("timeline", new TimelineBench());
        ALL.put("papers", new PapersBench());
        ALL.put("dashboard", new DashboardBench());
        ALL.put("profitability", new ProfitabilityBench());
        ALL.put("accept", new AcceptBench());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out),
                true,
                java.nio.charset.StandardCharsets.UTF_8);
        var names = Arrays.stream(args).filter(a -> !a.startsWith("--")).toList();
        var flags = Arrays.stream(args).filter(a -> a.startsWith("--")).toList();
        if (names.contains("list")) {
            ALL.forEach((name, bench) -> out.printf("%-19s %s%n", name, bench.about()));
            return;
        }
        for (var flag : flags) {
            if (!flag.equals("--quick")) end(out, "there is no option " + flag);
        }
        for (var name : names) {
            if (!ALL.containsKey(name))
                end(out, "there is no benchmark " + name + "; ./eventkit bench list names them");
        }
        quieten();
        var options = new Options(flags.contains("--quick"));
        boolean shortOne = false;
        var work = Files.createTempDirectory("eventkit-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tidy(work)));
        try {
            // So that PostgreSQL's own user may go in, where EventKit is started by root.
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
            out.println("figure | ours | comparison | ratio | bar | holds");
            for (var name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
                for (var figure : Objects.requireNonNull(ALL.get(name)).run(work.resolve(name), options)) {
                    out.println(figure.line());
                    shortOne |= Boolean.FALSE.equals(figure.holds());
                }
            }
            out.println(machine());
        } catch (Exception e) {
            e.printStackTrace(out);
            System.exit(2);
        }
        System.exit(shortOne && !options.quick() ? 1 : 0);
    }

    /** The server's libraries, which some benchmarks use from inside, have nothing to tell here. */
    static void quieten() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        LoggingSystem.get(Bench.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private static void tidy(Path work) {
        Server.endAll();
        try {
            Server.deleteTree(work);
        } catch (IOException e) {
            System.err.println(work + " could not be deleted: " + e.getMessage());
        }
    }

    private static void end(PrintStream out, String why) {
        out.println(why);
        System.exit(2);
    }

    /** What the figures were measured on, and whether it was at rest. */
    private static String machine() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return "on %d processors, Java %s, load average of the last minute %s (the benchmark's own included)"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), Figure.number(load));
    }
}

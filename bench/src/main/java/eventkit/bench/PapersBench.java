package eventkit.bench;

import eventkit.papers.Drawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** A quote of 300 lines as PDF/A and an e-invoice of as many, in a process just started and in a warm one, under the flags of a server. */
final class PapersBench implements Benchmark {
    private static final int LINES = 300;
    private static final int COLD = 5;

    @Override
    public String about() {
        return "a quote of 300 lines as PDF, and an e-invoice: the first of a process, and warm";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        Files.createDirectories(work);
        var figures = new ArrayList<Figure>();
        for (var what : List.of("quote", "factur-x", "cii", "ubl")) {
            var cold = new ArrayList<Double>();
            for (int i = 0; i < options.count(COLD, 1); i++) {
                try (var child = Child.start(work.resolve(what + ".log"), PapersBench.class, what, "0", "1")) {
                    cold.add(Double.parseDouble(child.hear("took").getFirst()));
                }
            }
            try (var child = Child.start(
                    work.resolve(what + ".log"),
                    PapersBench.class,
                    what,
                    "" + options.seconds(30, 2),
                    "" + options.count(200, 3))) {
                var warm = child.hear("took");
                figures.add(Figure.stated(
                        name(what) + ": the first of a process, warm, CPU time warm, size",
                        Figure.number(median(cold)) + " ms, " + Figure.number(Double.parseDouble(warm.getFirst()))
                                + " ms, "
                                + Figure.number(Double.parseDouble(warm.get(1))) + " ms, "
                                + Figure.number(Double.parseDouble(warm.get(2)) / 1_000) + " kB"));
            }
        }
        return figures;
    }

    private static String name(String what) {
        return switch (what) {
            case "quote" -> "a quote of " + LINES + " lines as PDF/A-3";
            case "factur-x" -> "an invoice of two pages as Factur-X with " + LINES + " lines of data";
            case "cii" -> "its data as CII";
            default -> "its data as UBL";
        };
    }

    /** In a process of its own: what, for how many seconds it warms up, how often it is measured. */
    public static void main(String[] arguments) throws Exception {
        Bench.quieten();
        var drawing = new Drawing(LINES);
        var all = Map.<String, Callable<byte[]>>of(
                "quote", drawing::quote, "factur-x", drawing::facturX, "cii", drawing::cii, "ubl", drawing::ubl);
        var work = Objects.requireNonNull(all.get(arguments[0]));
        for (long end = System.nanoTime() + (long) (Double.parseDouble(arguments[1]) * 1e9); System.nanoTime() < end; )
            work.call();
        int count = Integer.parseInt(arguments[2]);
        var millis = new ArrayList<Double>();
        long cpu = AvailabilityBench.ownCpu();
        int size = 0;
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            size = work.call().length;
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        cpu = AvailabilityBench.ownCpu() - cpu;
        System.out.println("took " + median(millis) + " " + cpu / 1e6 / count + " " + size);
        System.out.flush();
        System.in.read();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

package eventkit.bench;

import eventkit.bench.GrowthBench.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The page and the plot of how availability grows, drawn without help: logarithmic both ways, light or dark as the reader has it. */
final class GrowthPage {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 360;
    private static final int PANEL = 300;
    private static final int TOP = 40;
    private static final int BOTTOM = 300;

    /** From 10 microseconds to 10 seconds. */
    private static final double LOWEST = 0.01;

    private static final double HIGHEST = 10_000;

    private record Series(String name, String style, ToDoubleFunction<Point> millis) {}

    private static final List<Series> SERIES = List.of(
            new Series("catalogue, 5 days: kernel", "a", Point::catalogue),
            new Series("catalogue, 5 days: SQL", "a sql", Point::catalogueSql),
            new Series("timelines, 90 days: kernel", "b", Point::timelines),
            new Series("timelines, 90 days: SQL", "b sql", Point::timelinesSql));

    private GrowthPage() {}

    static void write(Path folder, List<Point> points, LocalDate date) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images/availability-growth.svg"), svg(points));
        Files.writeString(folder.resolve("availability-growth.md"), page(points, date));
    }

    private static String page(List<Point> points, LocalDate date) {
        var text = new StringBuilder("""
                # How availability grows

                Written by `./eventkit bench availability-growth`, last on %s; what is measured is said in [benchmarks.md](benchmarks.md). Milliseconds of one
                client, one thread on our side; the kernel is the image in the memory of a server, SQL is PostgreSQL on the same rows. Reading is what a server
                does once, when it starts. Claims are lists of 100 lines, half of them of 200 hot products, by 16 writers in one process.

                ![Milliseconds by bookings and by products](images/availability-growth.svg)

                | products | bookings | catalogue, kernel | SQL | timelines, kernel | SQL | reading all | memory a booking | claims a second |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(date));
        for (var p : points) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %s ms | %s ms | %s ms | %s ms | %s s | %s bytes | %s |%n",
                    p.products(),
                    p.bookings(),
                    Figure.number(p.catalogue()),
                    Figure.number(p.catalogueSql()),
                    Figure.number(p.timelines()),
                    Figure.number(p.timelinesSql()),
                    Figure.number(p.read()),
                    Figure.number(p.bytes()),
                    Figure.number(p.claims())));
        }
        return text.append("""

                The catalogue costs the kernel a search in the change points of each product: it grows with the products, and with
                the bookings where they no longer fit the processor's caches. Timelines cost what there is to tell. Memory is all of the image, counted
                object by object as the JVM lays them out: with few bookings it is that of the products.
                """).toString();
    }

    private static String svg(List<Point> points) {
        int products = points.getFirst().products();
        int bookings = points.stream()
                .map(Point::bookings)
                .sorted(Comparator.reverseOrder())
                .filter(b -> points.stream().filter(p -> p.bookings() == b).count() > 1)
                .findFirst()
                .orElse(points.getLast().bookings());
        var text = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="How long the whole catalogue takes, by bookings and by products">
                <style>
                  text { fill: #30363d } .grid { stroke: #d0d7de; stroke-width: 1 } .line { fill: none; stroke-width: 2 } .sql { stroke-dasharray: 5 4 }
                  .a { stroke: #0b62c4 } .b { stroke: #b3541e } circle.a { fill: #0b62c4 } circle.b { fill: #b3541e } .head { font-weight: 600 }
                  @media (prefers-color-scheme: dark) {
                    text { fill: #d0d7de } .grid { stroke: #3d444d } .a { stroke: #6cb2ff } .b { stroke: #f0a36b } circle.a { fill: #6cb2ff } circle.b { fill: #f0a36b }
                  }
                </style>
                """.formatted(WIDTH, HEIGHT));
        panel(
                text,
                60,
                GrowthBench.ofProducts(points, products),
                Point::bookings,
                thousands(products) + " products, by bookings");
        panel(
                text,
                480,
                GrowthBench.ofBookings(points, bookings),
                Point::products,
                thousands(bookings) + " bookings, by products");
        int x = 60;
        for (var series : SERIES) {
            text.append("<path class=\"line %s\" d=\"M%d %dh28\"/><text x=\"%d\" y=\"%d\">%s</text>%n"
                    .formatted(series.style, x, HEIGHT - 14, x + 34, HEIGHT - 10, series.name));
            x += 200;
        }
        return text.append("</svg>\n").toString();
    }

    private static void panel(
            StringBuilder text, int left, List<Point> points, ToDoubleFunction<Point> size, String title) {
        text.append("<text class=\"head\" x=\"%d\" y=\"22\">%s, in milliseconds</text>%n".formatted(left, title));
        for (double millis = LOWEST; millis <= HIGHEST; millis *= 10) {
            text.append(String.format(
                    Locale.ROOT,
                    "<path class=\"grid\" d=\"M%d %.1fh%d\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    left,
                    y(millis),
                    PANEL,
                    left - 8,
                    y(millis) + 4,
                    millis < 1 ? "" + millis : thousands(millis)));
        }
        if (points.isEmpty()) return;
        double least = Math.log10(size.applyAsDouble(points.getFirst()));
        double span = Math.max(1e-9, Math.log10(size.applyAsDouble(points.getLast())) - least);
        var at = new ArrayList<Double>();
        for (var point : points) {
            double x = left + 20 + (PANEL - 40) * (Math.log10(size.applyAsDouble(point)) - least) / span;
            at.add(x);
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x,
                    BOTTOM + 18,
                    thousands(size.applyAsDouble(point))));
        }
        for (var series : SERIES) {
            var path = new StringBuilder();
            for (int i = 0; i < points.size(); i++) {
                double y = y(series.millis.applyAsDouble(points.get(i)));
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", at.get(i), y));
                text.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n",
                        series.style,
                        at.get(i),
                        y));
            }
            text.append("<path class=\"line %s\" d=\"%s\"/>%n".formatted(series.style, path));
        }
    }

    private static double y(double millis) {
        double share = Math.log10(Math.clamp(millis, LOWEST, HIGHEST) / LOWEST) / Math.log10(HIGHEST / LOWEST);
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String thousands(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}

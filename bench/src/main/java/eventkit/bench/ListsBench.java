package eventkit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The first and the 1,000th page of 100,000 assets over the API, in both ways there are: by offset, which is how the grid jumps when its scroll bar is
 * dragged, and by cursor, which is how everything else goes on. Each pair is asked in turns; the median of each is compared.
 */
final class ListsBench implements Benchmark {
    private static final int PAGE = 100;
    private static final int PRODUCTS = 50;
    private static final double BAR = 1.5;
    private static final List<String> SORTS = List.of(
            "number", "-number", "product", "status", "location", "purchaseDate", "createdAt", "-createdAt", "serial");
    private static final List<String> FILTERS =
            List.of("status=AVAILABLE", "fit=true", "q=BSPOT", "purchasedFrom=2026-03-01", "quarantined=false");

    @Override
    public String about() {
        return "first and 1,000th page of 100,000 assets, each sort and filter";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int assets = options.count(100_000, 5_000);
        try (var server = Server.start(data, "run")) {
            var company = Company.furnish(server, PRODUCTS);
            ImportBench.bring(company.owner(), ImportBench.csv("L", assets, PRODUCTS));
            Company.settle(data);
            var figures = new ArrayList<Figure>();
            try (var wire = new Wire(server.port, company.owner().cookie())) {
                warm(wire, options);
                for (var sort : SORTS)
                    figures.addAll(compare(company.owner(), wire, "sort=" + sort, sort, assets, options));
                for (var filter : FILTERS)
                    figures.addAll(compare(company.owner(), wire, filter, filter, assets, options));
                figures.add(Figure.stated(
                        "one page anywhere, as dragging the scroll bar asks, p99",
                        Figure.number(anywhere(wire, assets, options)) + " ms"));
            }
            return figures;
        }
    }

    private static void warm(Wire wire, Options options) throws Exception {
        long end = System.nanoTime() + (long) (options.seconds(30, 4) * 1e9);
        for (int i = 0; System.nanoTime() < end; i++)
            wire.get("/api/v1/assets?limit=100&offset=" + PAGE * (i % 50) + "&sort=" + SORTS.get(i % SORTS.size()));
    }

    private static List<Figure> compare(
            Client client, Wire wire, String query, String name, int assets, Options options) throws Exception {
        var path = "/api/v1/assets?limit=" + PAGE + "&" + query;
        var first = client.get(path);
        long total = first.path("total").asLong();
        if (total < assets * 9L / 10) throw new IllegalStateException(query + " selects only " + total);
        long offset = Math.min(total, assets) - PAGE;
        var cursor =
                client.get(path + "&offset=" + (offset - PAGE)).path("next").asString();
        var asked = List.of(path, path + "&offset=" + offset, path + "&cursor=" + cursor);
        var times = new double[asked.size()][options.count(40, 8)];
        for (int i = 0; i < times[0].length; i++) {
            for (int way = 0; way < times.length; way++) times[way][i] = millis(wire, asked.get(way));
        }
        for (var one : times) Arrays.sort(one);
        int middle = times[0].length / 2;
        var page = "1,000th page / first, " + name;
        return List.of(
                Figure.ratioAtMost(page + ", by offset", times[1][middle], times[0][middle], " ms", BAR),
                Figure.ratioAtMost(page + ", by cursor", times[2][middle], times[0][middle], " ms", BAR));
    }

    private static double anywhere(Wire wire, int assets, Options options) throws Exception {
        Callable<Double> ask = () -> millis(
                wire,
                "/api/v1/assets?limit=100&offset="
                        + PAGE * ThreadLocalRandom.current().nextInt(assets / PAGE));
        var times = new double[options.count(300, 30)];
        for (int i = 0; i < times.length; i++) times[i] = ask.call();
        Arrays.sort(times);
        return times[(int) (times.length * 0.99)];
    }

    private static double millis(Wire wire, String path) throws Exception {
        long start = System.nanoTime();
        wire.get(path);
        return (System.nanoTime() - start) / 1e6;
    }
}

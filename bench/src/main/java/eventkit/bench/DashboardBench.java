package eventkit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The home screen with every widget on it, asked for by many people at once, on a company twenty times as large as the demo. */
final class DashboardBench implements Benchmark {
    private static final int CLIENTS = 16;
    static final String EMAIL = "owner@demo.example";
    static final String PASSWORD = "limelight crane 42 velvet";
    private static final List<String> KINDS =
            List.of("UPCOMING", "PIPELINE", "UTILISATION", "STOCK", "CREW", "ACTIVITY", "EQUIPMENT");

    @Override
    public String about() {
        return "the home screen with all widgets on the demo × 20, 16 clients";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        var figures = new ArrayList<Figure>();
        long begun = System.nanoTime();
        try (var server = Server.start(data, "demo", "--scale", "" + options.count(20, 1))) {
            figures.add(Figure.stated(
                    "demo × " + options.count(20, 1) + ", from nothing to the first answer",
                    Figure.number((System.nanoTime() - begun) / 1e9) + " s"));
            var owner = new Client(server.port).signIn(EMAIL, PASSWORD);
            var whole = board(owner, "Everything", KINDS);
            warm(server, owner, whole, options);
            figures.addAll(together(server, owner, whole, options));
            figures.addAll(alone(server, owner, whole, data, options));
            for (var kind : KINDS) {
                var path = board(owner, kind, List.of(kind));
                try (var wire = new Wire(server.port, owner.cookie())) {
                    figures.add(Figure.stated(
                            "  of it " + kind.toLowerCase(Locale.ROOT) + ", one client, median",
                            Figure.number(median(wire, path, options.count(60, 8))) + " ms"));
                }
            }
            return figures;
        }
    }

    /** Where it is shown. */
    private static String board(Client owner, String name, List<String> kinds) throws Exception {
        var widgets = kinds.stream()
                .map(kind -> Map.of("kind", kind, "size", "MEDIUM", "settings", Map.of("days", 30)))
                .toList();
        var made = owner.post("/api/v1/boards", Map.of("name", name, "widgets", widgets));
        var path = "/api/v1/boards/shown?board=" + made.path("id").asString();
        for (var widget : owner.get(path).path("widgets"))
            if (!widget.path("state").asString().equals("SHOWN"))
                throw new IllegalStateException(widget.path("kind").asString() + " is not shown");
        return path;
    }

    private static void warm(Server server, Client owner, String path, Options options) throws Exception {
        Load.run(CLIENTS, options.seconds(20, 3), c -> {
            var wire = wire(server, owner);
            return () -> wire.get(path);
        });
    }

    private static List<Figure> together(Server server, Client owner, String path, Options options) throws Exception {
        var before = server.cpu();
        var boards = Load.run(CLIENTS, options.seconds(30, 4), c -> {
            var wire = wire(server, owner);
            return () -> wire.get(path);
        });
        var spent = server.cpu().since(before);
        var plain = Load.run(CLIENTS, options.seconds(10, 2), c -> {
            var wire = wire(server, owner);
            return () -> wire.get("/api/v1/me");
        });
        double each = boards.latenciesNanos().length;
        return List.of(
                Figure.stated("home screen, 16 clients, p99", Figure.number(boards.millisAt(0.99)) + " ms"),
                Figure.stated("home screen, 16 clients, median", Figure.number(boards.millisAt(0.5)) + " ms"),
                Figure.stated("home screen, 16 clients", Figure.number(boards.perSecond()) + " /s"),
                Figure.stated("CPU of one: server", Figure.number(spent.jvmNanos() / 1e6 / each) + " ms"),
                Figure.stated("CPU of one: database", Figure.number(spent.postgresNanos() / 1e6 / each) + " ms"),
                Figure.beside(
                        "the same beside who one is (/me), p99", boards.millisAt(0.99), plain.millisAt(0.99), " ms"));
    }

    /** What the database alone says that its statements took, with nobody else asking. */
    private static List<Figure> alone(Server server, Client owner, String path, Path data, Options options)
            throws Exception {
        int times = options.count(50, 5);
        try (var wire = new Wire(server.port, owner.cookie());
                var log = new StatementLog(data)) {
            double median = median(wire, path, times);
            long statements = log.count(() -> wire.get(path));
            double millis = log.millis(() -> {
                for (int i = 0; i < times; i++) wire.get(path);
                return null;
            });
            return List.of(
                    Figure.stated("home screen, one client, median", Figure.number(median) + " ms"),
                    Figure.stated("its statements", "" + statements),
                    Figure.stated("its SQL alone", Figure.number(millis / times) + " ms"));
        }
    }

    private static double median(Wire wire, String path, int times) throws Exception {
        var all = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            wire.get(path);
            all[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(all);
        return all[times / 2];
    }

    private static Wire wire(Server server, Client owner) {
        try {
            return new Wire(server.port, owner.cookie());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

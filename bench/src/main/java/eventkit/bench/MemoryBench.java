package eventkit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * What the server holds after a day's mix at 16 clients: an import, reading, lists, searches, registering, label sheets and spreadsheets; so many
 * requests, not so many seconds, for a busy machine must not make the figure better. Resident, as the system counts it, right after the last
 * request; nothing is asked to tidy up first.
 */
final class MemoryBench implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int ASSETS = 20_000;
    private static final int EACH = 2_500;
    private static final double MEGABYTES_MAX = 450;

    @Override
    public String about() {
        return "resident memory of the server after a mixed load at 16 clients, PostgreSQL's beside it";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        try (var server = Server.start(data, "run")) {
            var atStart = server.memory();
            var company = Company.furnish(server, CLIENTS);
            ImportBench.bring(company.owner(), ImportBench.csv("M", options.count(ASSETS, 2_000), CLIENTS));
            List<UUID> assets;
            try (var connection = ImportBench.connect(data)) {
                assets = Company.assets(connection);
            }
            var format = company.owner()
                    .get("/api/v1/label-formats")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            var wires = new ArrayList<Wire>();
            try {
                for (int i = 0; i < CLIENTS; i++)
                    wires.add(new Wire(server.port, company.owner().cookie()));
                var load = Load.times(CLIENTS, options.count(EACH, 200), day(company, wires, assets, format));
                var figures = new ArrayList<>(figures("after a mixed load", server.memory(), MEGABYTES_MAX));
                figures.add(Figure.stated(
                        "the load: requests, and their rate",
                        Figure.number(load.latenciesNanos().length) + ", " + Figure.number(load.perSecond()) + "/s"));
                figures.add(Figure.stated(
                        "memory at the start, server + PostgreSQL",
                        Figure.number(atStart.jvmMegabytes()) + " + " + Figure.number(atStart.postgresMegabytes())
                                + " MB"));
                return figures;
            } finally {
                for (var wire : wires) wire.close();
            }
        }
    }

    static List<Figure> figures(String when, Server.Memory memory, double max) {
        return List.of(
                Figure.atMost("server memory " + when, memory.jvmMegabytes(), max, " MB"),
                Figure.stated("PostgreSQL's memory " + when, Figure.number(memory.postgresMegabytes()) + " MB"));
    }

    /** Of 200 requests of a client: 1 spreadsheet, 1 label sheet, 20 lists, 20 searches, 20 registrations, the rest reads. */
    private static IntFunction<Callable<?>> day(Company company, List<Wire> wires, List<UUID> assets, String format) {
        var serials = new AtomicLong();
        return client -> {
            var wire = wires.get(client);
            return () -> {
                int dice = ThreadLocalRandom.current().nextInt(200);
                if (dice == 0) return wire.get("/api/v1/assets.xlsx?q=BSPOT" + client);
                if (dice == 1) return labels(company.owner(), assets, format);
                if (dice < 22) return wire.get("/api/v1/assets?limit=100&offset=" + 100 * (dice * 7));
                if (dice < 42) return wire.get("/api/v1/search?q=bsp" + dice);
                if (dice < 62) {
                    var serial = "M" + serials.incrementAndGet();
                    return wire.post("/api/v1/assets", serial, company.registration(client, serial));
                }
                return wire.get("/api/v1/assets/" + assets.get(dice * 17 % assets.size()));
            };
        };
    }

    private static int labels(Client owner, List<UUID> assets, String format) throws IOException, InterruptedException {
        var items = assets.subList(0, 24).stream()
                .map(id -> Map.of("kind", "ASSET", "id", id.toString()))
                .toList();
        var order = Client.JSON.writeValueAsBytes(Map.of("items", items, "formatId", format));
        return owner.send("POST", "/api/v1/labels", order, "application/json").body().length;
    }
}

package eventkit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Confirming events whose pull list has 10 or 100 lines, by 16 clients through the API with everything on: sign-in, permission, phase and its conditions, claim,
 * audit, idempotency, announcements. Between the turns the events are taken back, which is not measured.
 */
final class ApiClaimsBench implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int PRODUCTS = 2_000;
    private static final List<Integer> LINES = List.of(10, 100);

    /** What confirming lists of one length came to. */
    private static final class Tally {
        private int confirmed;
        private double seconds;
        private Server.Cpu cpu = Server.Cpu.NONE;
        private final List<Double> medians = new ArrayList<>();
    }

    @Override
    public String about() {
        return "confirming events with lists of 10 and 100 lines through the API at 16 clients: CPU of a claim";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int events = options.count(64, 16);
        try (var server = Server.start(data, "run")) {
            var client = new Client(server.port).setUp();
            UUID warehouse;
            try (var connection = ImportBench.connect(data)) {
                warehouse = Bookings.warehouse(connection);
                Bookings.products(connection, warehouse, PRODUCTS, 1_000_000);
                BookedCompany.awaitSupply(connection, PRODUCTS);
            }
            var ids = new ArrayList<List<String>>();
            for (int lines : LINES) ids.add(events(client, warehouse, events, lines));
            Company.settle(data);
            var wires = new ArrayList<Wire>();
            for (int i = 0; i < CLIENTS; i++) wires.add(new Wire(server.port, client.cookie()));
            var tallies = List.of(new Tally(), new Tally());
            for (long end = System.nanoTime() + (long) (options.seconds(30, 3) * 1e9); System.nanoTime() < end; )
                for (var each : ids) turn(server, wires, each, new Tally());
            for (int round = 0; round < options.count(12, 1); round++)
                for (int i = 0; i < LINES.size(); i++) turn(server, wires, ids.get(i), tallies.get(i));
            return figures(tallies);
        }
    }

    private static List<Figure> figures(List<Tally> tallies) {
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < LINES.size(); i++) {
            var tally = tallies.get(i);
            var name = "confirming an event of " + LINES.get(i) + " lines through the API";
            figures.add(Figure.stated(
                    name + ", CPU of the server + PostgreSQL",
                    Figure.number(tally.cpu.jvmNanos() / 1e6 / tally.confirmed) + " + "
                            + Figure.number(tally.cpu.postgresNanos() / 1e6 / tally.confirmed) + " ms"));
            figures.add(Figure.stated(
                    name + ", 16 clients",
                    Figure.number(tally.confirmed / tally.seconds) + " a second, median "
                            + Figure.number(
                                    tally.medians.stream().sorted().toList().get(tally.medians.size() / 2))
                            + " ms"));
        }
        return figures;
    }

    /** Confirms all, and takes all back. */
    private static void turn(Server server, List<Wire> wires, List<String> events, Tally tally) throws Exception {
        var before = server.cpu();
        var result = move(wires, events, Map.of("phase", "CONFIRMED"));
        tally.cpu = tally.cpu.plus(server.cpu().since(before));
        tally.confirmed += events.size();
        tally.seconds += result.seconds();
        tally.medians.add(result.millisAt(0.5));
        move(wires, events, Map.of("phase", "QUOTED", "reason", "again"));
    }

    private static Load.Result move(List<Wire> wires, List<String> events, Map<String, String> to) throws Exception {
        var next = new AtomicInteger();
        var body = Client.JSON.writeValueAsBytes(to);
        return Load.times(
                CLIENTS,
                events.size() / CLIENTS,
                i -> () -> wires.get(i)
                        .post(
                                "/api/v1/events/" + events.get(next.getAndIncrement()) + "/phase",
                                UUID.randomUUID().toString(),
                                body,
                                "If-Match: *\r\n",
                                200));
    }

    /** Half of the lines of 200 hot products, as elsewhere; quoted. */
    private static List<String> events(Client client, UUID warehouse, int count, int lines) throws Exception {
        var random = new Random(lines);
        var ids = new ArrayList<String>();
        var planner = client.get("/api/v1/me").path("id").asString();
        var customer = client.post("/api/v1/clients", Map.of("name", "Bench festivals " + lines))
                .path("id")
                .asString();
        for (int i = 0; i < count; i++) {
            var from = Bookings.FROM.plus(Duration.ofHours(random.nextInt(Bookings.DAYS * 24)));
            var event = client.post(
                    "/api/v1/events",
                    Map.of(
                            "name",
                            "Show " + lines + "/" + i,
                            "from",
                            from.toString(),
                            "to",
                            from.plus(Duration.ofHours(4 + random.nextInt(100))).toString(),
                            "clientId",
                            customer,
                            "plannerId",
                            planner,
                            "warehouseId",
                            warehouse.toString()));
            var id = event.path("id").asString();
            var list = client.post("/api/v1/events/" + id + "/pull-lists", Map.of("name", "All of it"));
            var all = new ArrayList<Map<String, Object>>();
            for (int line = 0; line < lines; line++) {
                int product = line < lines / 2
                        ? random.nextInt(Claimer.Lists.HOT)
                        : Claimer.Lists.HOT + random.nextInt(PRODUCTS - Claimer.Lists.HOT);
                all.add(Map.of(
                        "kind",
                        "PRODUCT",
                        "productId",
                        Bookings.product(product).toString(),
                        "quantity",
                        1 + random.nextInt(3)));
            }
            post(client, "/api/v1/pull-lists/" + list.path("id").asString() + "/lines", Map.of("lines", all));
            post(client, "/api/v1/events/" + id + "/phase", Map.of("phase", "QUOTED"));
            ids.add(id);
        }
        return ids;
    }

    private static void post(Client client, String path, Object body) throws Exception {
        client.send("POST", path, Client.JSON.writeValueAsBytes(body), "application/json", Map.of("If-Match", "*"));
    }
}

package eventkit.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients who accept quotes of 100 lines by their links, 16 at once, with everything that follows: evidence, deal won, event with its pull list, claim, audit,
 * announcements and what they lead to. It counts from the first yes until all are confirmed and nothing is left to announce.
 */
final class AcceptBench implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int PRODUCTS = 2_000;
    private static final int LINES = 100;

    /** One quote that was sent. */
    private record Offer(String secret, byte[] yes) {}

    @Override
    public String about() {
        return "accepting quotes of 100 lines by the client's link at 16 clients, until confirmed: CPU and rate";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int warm = options.count(3, 1);
        int rounds = options.count(6, 1);
        int each = CLIENTS * options.count(2, 1);
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var client = new Client(server.port).setUp();
            var warehouse = Bookings.warehouse(connection);
            Bookings.products(connection, warehouse, PRODUCTS, 1_000_000);
            BookedCompany.awaitSupply(connection, PRODUCTS);
            var offers = offers(client, warehouse, (warm + rounds) * each);
            Company.settle(data);
            var wires = new ArrayList<Wire>();
            for (int i = 0; i < CLIENTS; i++) wires.add(new Wire(server.port, ""));
            for (int i = 0; i < warm; i++) accept(wires, connection, offers.subList(i * each, (i + 1) * each));
            var rates = new ArrayList<Double>();
            var answers = new ArrayList<Double>();
            var cpu = Server.Cpu.NONE;
            for (int i = warm; i < warm + rounds; i++) {
                Company.settle(data);
                var before = server.cpu();
                long start = System.nanoTime();
                answers.add(accept(wires, connection, offers.subList(i * each, (i + 1) * each))
                        .millisAt(0.5));
                rates.add(each / ((System.nanoTime() - start) / 1e9));
                cpu = cpu.plus(server.cpu().since(before));
            }
            int accepted = rounds * each;
            long confirmed =
                    Bookings.number(connection, "select count(*) from portal.acceptance where state = 'CONFIRMED'");
            long won = Bookings.number(connection, "select count(*) from crm.deal where state = 'WON'");
            long lines = Bookings.number(
                    connection,
                    "select count(*) from planning.pull_line l join planning.pull_list p on p.id = l.list_id join planning.event e on e.id = p.event_id where e.phase = 'CONFIRMED'");
            int all = (warm + rounds) * each;
            return List.of(
                    Figure.atMost(
                            "accepted quotes of " + LINES + " lines that are not confirmed, won and listed, of " + all,
                            Math.max(all - confirmed, Math.max(all - won, all - lines / LINES)),
                            0,
                            ""),
                    Figure.stated(
                            "accepting a quote of " + LINES + " lines until confirmed, CPU of the server + PostgreSQL",
                            Figure.number(cpu.jvmNanos() / 1e6 / accepted) + " + "
                                    + Figure.number(cpu.postgresNanos() / 1e6 / accepted) + " ms"),
                    Figure.stated(
                            "accepting a quote of " + LINES + " lines, 16 clients, until confirmed",
                            Figure.number(median(rates)) + " a second, the client's answer after "
                                    + Figure.number(median(answers)) + " ms (median)"));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Until all of it is confirmed and told. */
    private static Load.Result accept(List<Wire> wires, Connection connection, List<Offer> offers) throws Exception {
        long before = Bookings.number(connection, "select count(*) from portal.acceptance where state = 'CONFIRMED'");
        var next = new AtomicInteger();
        var result = Load.times(CLIENTS, offers.size() / CLIENTS, i -> () -> {
            var offer = offers.get(next.getAndIncrement());
            return wires.get(i)
                    .post(
                            "/api/v1/offers/" + offer.secret() + "/acceptance",
                            UUID.randomUUID().toString(),
                            offer.yes(),
                            "",
                            200);
        });
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (Bookings.number(connection, "select count(*) from portal.acceptance where state = 'CONFIRMED'")
                        < before + offers.size()
                || Bookings.number(connection, "select count(*) from core.event_publication") > 0) {
            if (System.nanoTime() > end) throw new IllegalStateException("not all of it was confirmed");
            Thread.sleep(5);
        }
        return result;
    }

    /** Half of the lines of 200 hot products, as elsewhere; each of another deal. */
    private static List<Offer> offers(Client client, UUID warehouse, int count) throws Exception {
        var random = new Random(LINES);
        var me = client.get("/api/v1/me").path("id").asString();
        var customer = client.post("/api/v1/clients", Map.of("name", "Bench festivals"))
                .path("id")
                .asString();
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < count; i++) {
            var deal = client.post("/api/v1/deals", Map.of("name", "Show " + i, "clientId", customer, "ownerId", me));
            var quote = client.post(
                            "/api/v1/quotes", Map.of("dealId", deal.path("id").asString()))
                    .path("id")
                    .asString();
            var from = LocalDate.ofInstant(Bookings.FROM, ZoneOffset.UTC).plusDays(random.nextInt(Bookings.DAYS));
            send(
                    client,
                    "PATCH",
                    "/api/v1/quotes/" + quote,
                    Map.of(
                            "hireFrom",
                            from.toString(),
                            "hireTo",
                            from.plusDays(random.nextInt(5)).toString(),
                            "warehouseId",
                            warehouse.toString(),
                            "groups",
                            List.of(Map.of("name", "All of it", "lines", lines(random)))));
            var sent = send(client, "POST", "/api/v1/quotes/" + quote + "/send", Map.of());
            var version = Client.JSON.readTree(sent).path("current").path("id").asString();
            var address = client.post("/api/v1/quotes/" + quote + "/links", Map.of("forName", "Jo Client"))
                    .path("address")
                    .asString();
            offers.add(new Offer(
                    address.substring(address.lastIndexOf('/') + 1),
                    Client.JSON.writeValueAsBytes(
                            Map.of("versionId", version, "chosen", List.of(), "name", "Jo Client", "agreed", true))));
        }
        return offers;
    }

    private static List<Map<String, Object>> lines(Random random) {
        var all = new ArrayList<Map<String, Object>>();
        for (int line = 0; line < LINES; line++) {
            int product = line < LINES / 2
                    ? random.nextInt(Claimer.Lists.HOT)
                    : Claimer.Lists.HOT + random.nextInt(PRODUCTS - Claimer.Lists.HOT);
            all.add(Map.of(
                    "kind",
                    "PRODUCT",
                    "productId",
                    Bookings.product(product).toString(),
                    "quantity",
                    1 + random.nextInt(3),
                    "listPrice",
                    10));
        }
        return all;
    }

    private static byte[] send(Client client, String method, String path, Object body) throws Exception {
        return client.send(
                        method, path, Client.JSON.writeValueAsBytes(body), "application/json", Map.of("If-Match", "*"))
                .body();
    }
}

package eventkit.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a small company does in a day, over HTTP: a job is planned, goes out and comes back by scans, and a quote is written. */
final class TrainingDay implements AutoCloseable {
    private static final int ASSETS = 20;
    /** Java looks at what it has run some hundred times. */
    private static final int ROUNDS = 5;
    /** Trucks that are loaded and unloaded: what a warehouse waits for. */
    private static final int TRUCKS = 12;

    private static final List<String> LISTS = List.of(
            "products",
            "assets",
            "cases",
            "locations",
            "events",
            "clients",
            "deals",
            "quotes",
            "invoices",
            "scans",
            "shortages",
            "audit");
    private static final List<String> PAGES = List.of(
            "boards/shown",
            "search?q=par",
            "availability/products?from=%1$s&to=%2$s",
            "events?from=%1$s&to=%2$s",
            "scanning/jobs",
            "notifications",
            "products.xlsx",
            "assets.csv");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient browser;
    private final String base;
    private final Clock clock;
    /** The session's. Kept by hand: it is for HTTPS only, and here is none. */
    private String cookie = "";

    private int made;

    TrainingDay(String base, Clock clock) {
        this.base = base;
        this.clock = clock;
        this.browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public void close() {
        browser.close();
    }

    /** The owner signs up. */
    void setUp() throws IOException, InterruptedException {
        post(
                "setup",
                Map.of(
                        "companyName", "Training",
                        "ownerName", "Training",
                        "email", "training@training.example",
                        "password", "copper lantern 42 orchard",
                        "locale", "en",
                        "timeZone", "UTC",
                        "currency", "EUR"));
    }

    /** Any answer will do, a refusal as well. */
    void look(String path) throws IOException, InterruptedException {
        var request = request(path).header("Accept-Encoding", "gzip");
        browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    void work() throws IOException, InterruptedException {
        var hall = id(post("locations", Map.of("kind", "WAREHOUSE", "name", "Hall", "code", "H")));
        var product = id(post(
                "products",
                Map.of("kind", "SERIALISED", "name", "Spot", "manufacturer", "Training", "numberPrefix", "SPOT")));
        post("assets/registrations", Map.of("productId", product, "locationId", hall, "quantity", ASSETS));
        var client = id(post("clients", Map.of("name", "Training festivals")));
        var planner = id(get("me"));
        var from = clock.instant().plus(Duration.ofDays(1));
        var to = from.plus(Duration.ofDays(2));
        for (int truck = 0; truck < TRUCKS; truck++) {
            var later = Duration.ofDays(4L * truck);
            scan(job(hall, product, client, planner, from.plus(later), to.plus(later)), truck % 4 > 0);
        }
        quote(client, product, hall, LocalDate.ofInstant(from, ZoneOffset.UTC));
        for (int round = 0; round < ROUNDS; round++) {
            for (var list : LISTS) look("/api/v1/" + list + "?limit=50");
            for (var page : PAGES) look("/api/v1/" + page.formatted(from, to));
        }
    }

    private String job(String hall, String product, String client, String planner, Instant from, Instant to)
            throws IOException, InterruptedException {
        var event = id(post(
                "events",
                Map.of(
                        "name",
                        "Training",
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "clientId",
                        client,
                        "plannerId",
                        planner,
                        "warehouseId",
                        hall)));
        var list = id(post("events/" + event + "/pull-lists", Map.of("name", "Lights")));
        var line = Map.of("kind", "PRODUCT", "productId", product, "quantity", ASSETS);
        post("pull-lists/" + list + "/lines", Map.of("lines", List.of(line)));
        for (var phase : List.of("CONFIRMED", "PREP", "LOAD_OUT"))
            post("events/" + event + "/phase", Map.of("phase", phase));
        look("/api/v1/events/" + event);
        look("/api/v1/pull-lists/" + list + "/print");
        look("/api/v1/scanning/jobs/" + event);
        return event;
    }

    /** @param gathered as a device sends what it scanned without a network; else one by one */
    private void scan(String event, boolean gathered) throws IOException, InterruptedException {
        var numbers = new ArrayList<String>();
        for (var asset : get("assets?limit=" + ASSETS).path("items"))
            numbers.add(asset.path("number").asString());
        for (var kind : List.of("CHECK_OUT", "CHECK_IN")) {
            if (gathered) scan(event, kind, numbers);
            else for (var number : numbers) scan(event, kind, List.of(number));
        }
    }

    private void scan(String event, String kind, List<String> numbers) throws IOException, InterruptedException {
        var scans = new ArrayList<Map<String, Object>>();
        for (var number : numbers) {
            var scan = new LinkedHashMap<String, Object>();
            scan.put("id", another().toString());
            scan.put("kind", kind);
            scan.put("at", clock.instant().toString());
            scan.put("code", number);
            scan.put("eventId", event);
            scans.add(scan);
        }
        for (var answer : post("scans", Map.of("sentAt", clock.instant().toString(), "app", "training", "scans", scans))
                .path("answers"))
            if (!answer.path("result").asString().equals("ACCEPTED"))
                throw new IOException("a scan was answered " + answer);
    }

    private void quote(String client, String product, String hall, LocalDate day)
            throws IOException, InterruptedException {
        var quote = id(post("quotes", Map.of("clientId", client, "name", "Training")));
        var line = Map.of("kind", "PRODUCT", "productId", product, "quantity", 2, "listPrice", 10);
        send(
                "PATCH",
                "quotes/" + quote,
                Map.of(
                        "hireFrom", day.toString(),
                        "hireTo", day.plusDays(2).toString(),
                        "warehouseId", hall,
                        "groups", List.of(Map.of("name", "Lights", "lines", List.of(line)))));
        var version = id(post("quotes/" + quote + "/send", Map.of()).path("current"));
        for (int round = 0; round < ROUNDS; round++) look("/api/v1/quotes/versions/" + version + "/pdf");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private UUID another() {
        return UUID.nameUUIDFromBytes(("training " + ++made).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        var request = request("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .header("If-Match", "*")
                .header("Idempotency-Key", another().toString())
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(json.writeValueAsString(body)));
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) throw new IOException(method + " " + path + " was answered " + answer.body());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }
}

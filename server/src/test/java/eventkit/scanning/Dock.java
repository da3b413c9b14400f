package eventkit.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Ids;
import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The loading dock of tests: events that are loaded, things to load, and a scanner that speaks the API. */
@Component
class Dock {
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final Ids ids;

    Dock(Company company, Warehouse warehouse, DSLContext db, Ids ids) {
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        this.ids = ids;
    }

    Api api() {
        return company.owner();
    }

    /** What is wanted of a product. */
    static Map<String, Object> of(UUID product, long quantity) {
        return Map.of("kind", "PRODUCT", "productId", product, "quantity", quantity);
    }

    static Map<String, Object> ofAsset(UUID id) {
        return Map.of("kind", "ASSET", "assetId", id, "quantity", 1);
    }

    static Map<String, Object> ofCase(UUID id) {
        return Map.of("kind", "CASE", "caseId", id, "quantity", 1);
    }

    /** An event on its way out: everything on its list, in the phase to load. */
    UUID loading(UUID hall, String day, List<Map<String, Object>> lines) {
        var event = event(hall, day, lines);
        walk(event, "CONFIRMED", "PREP", "LOAD_OUT");
        return event;
    }

    UUID event(UUID hall, String day, List<Map<String, Object>> lines) {
        var client = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, ?, now(), now())",
                client,
                "Client " + Warehouse.running());
        var body = new HashMap<String, @Nullable Object>();
        body.put("name", "Harbour Night " + Warehouse.running());
        body.put("warehouseId", hall);
        body.put("from", day + "T08:00:00Z");
        body.put("to", day + "T20:00:00Z");
        body.put("clientId", client);
        body.put("plannerId", api().get("/me").expect(200).json().path("id").asString());
        body.put(
                "occupancy",
                Map.of("prepMinutes", 0, "transitBeforeMinutes", 0, "transitAfterMinutes", 0, "turnaroundMinutes", 60));
        var event = UUID.fromString(api().post("/events", body).expect(201).id());
        var list = api().get("/events/" + event + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        api().send("POST", "/pull-lists/" + list + "/lines", Map.of("lines", lines), Map.of("If-Match", "*"))
                .expect(200);
        return event;
    }

    void walk(UUID event, String... phases) {
        for (var phase : phases)
            api().post("/events/" + event + "/phase", Map.of("phase", phase)).expect(200);
    }

    UUID flightCase(UUID location, String kind, UUID... assets) {
        var id = UUID.randomUUID();
        db.execute("""
                insert into cases.flight_case (id, number, name, contents_kind, location_id, status, created_at, changed_at)
                values (?, ?, 'Case', ?, ?, 'OPEN', now(), now())
                """, id, "FC-T" + Warehouse.running(), kind, location);
        if (assets.length > 0)
            api().post(
                            "/cases/" + id + "/contents",
                            Map.of(
                                    "items",
                                    Arrays.stream(assets)
                                            .map(a -> Map.of("assetId", a))
                                            .toList()))
                    .expect(200);
        return id;
    }

    void stock(UUID product, UUID location, long quantity) {
        api().post(
                        "/stock/receipts",
                        Map.of(
                                "lines",
                                List.of(Map.of("productId", product, "locationId", location, "quantity", quantity))))
                .expect(201);
    }

    List<UUID> assets(UUID product, UUID location, int count) {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) all.add(warehouse.asset(product, location));
        return all;
    }

    Map<String, Object> scan(String kind, ThingKind thing, UUID id) {
        var scan = new LinkedHashMap<String, Object>();
        scan.put("id", ids.next().toString());
        scan.put("kind", kind);
        scan.put("at", "2028-01-01T00:00:00Z");
        scan.put("thing", Map.of("kind", thing.name(), "id", id));
        return scan;
    }

    Map<String, Object> out(UUID event, ThingKind thing, UUID id) {
        var scan = scan("CHECK_OUT", thing, id);
        scan.put("eventId", event);
        return scan;
    }

    Map<String, Object> pick(UUID event, ThingKind thing, UUID id) {
        var scan = scan("PREP", thing, id);
        scan.put("eventId", event);
        return scan;
    }

    Map<String, Object> pack(String action, UUID flightCase, ThingKind thing, UUID id) {
        var scan = scan("PACK", thing, id);
        scan.put("action", action);
        scan.put("caseId", flightCase);
        return scan;
    }

    Map<String, Object> in(ThingKind thing, UUID id) {
        return scan("CHECK_IN", thing, id);
    }

    Map<String, Object> undo(Map<String, Object> scan) {
        var undo = new LinkedHashMap<String, Object>();
        undo.put("id", ids.next().toString());
        undo.put("kind", "UNDO");
        undo.put("at", "2028-01-01T00:00:01Z");
        undo.put("undoes", String.valueOf(scan.get("id")));
        return undo;
    }

    @SafeVarargs
    final Answer send(Map<String, Object>... scans) {
        return send(api(), Arrays.asList(scans));
    }

    Answer send(Api as, List<Map<String, Object>> scans) {
        return as.send("POST", "/scans", Map.of("scans", scans), Map.of());
    }

    /** The codes of the answers, a refused one with a minus, a duplicate with an equals sign. */
    static List<String> codes(Answer answer) {
        var codes = new ArrayList<String>();
        for (var one : answer.expect(200).json().path("answers")) {
            var sign = switch (one.path("result").asString()) {
                case "ACCEPTED" -> "";
                case "REFUSED" -> "-";
                default -> "=";
            };
            codes.add(sign + one.path("code").asString());
        }
        return codes;
    }

    @SafeVarargs
    final void accepted(Map<String, Object>... scans) {
        var answer = send(scans);
        assertThat(codes(answer)).as(answer.text()).noneMatch(c -> c.startsWith("-") || c.startsWith("="));
    }

    JsonNode job(UUID event) {
        return api().get("/scanning/jobs/" + event).expect(200).json();
    }

    /** {@code wanted/picked/out/back/missing} of each need that wants something, in their order. */
    List<String> counts(UUID event) {
        var counts = new ArrayList<String>();
        for (var n : job(event).path("needs"))
            counts.add(n.path("wanted").asLong() + "/" + n.path("picked").asLong() + "/"
                    + n.path("out").asLong() + "/" + n.path("back").asLong() + "/"
                    + n.path("missing").asLong());
        return counts;
    }

    String status(UUID asset) {
        return db.fetchSingle("select status from inventory.asset where id = ?", asset)
                .get(0, String.class);
    }

    /** Firm. */
    int free(UUID product, UUID hall, String day, int hour) {
        var found = api().get("/availability/products?warehouse=" + hall + "&from=" + day + "T" + hour + ":00:00Z&to="
                        + day + "T" + hour + ":30:00Z&product=" + product)
                .expect(200)
                .json()
                .path("items");
        return found.get(0).path("firm").asInt();
    }
}

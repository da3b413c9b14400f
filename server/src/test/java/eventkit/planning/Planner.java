package eventkit.planning;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes events and walks them through their phases, over the API. */
@Component
class Planner {
    static final Map<String, Integer> NO_MINUTES =
            Map.of("prepMinutes", 0, "transitBeforeMinutes", 0, "transitAfterMinutes", 0, "turnaroundMinutes", 0);
    private final Company company;
    private final DSLContext db;

    Planner(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    Api api() {
        return company.owner();
    }

    UUID me() {
        return UUID.fromString(api().get("/me").expect(200).json().path("id").asString());
    }

    UUID client() {
        var id = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, ?, now(), now())",
                id,
                "Client " + Warehouse.running());
        return id;
    }

    UUID venue() {
        var id = UUID.randomUUID();
        db.execute(
                "insert into venues.venue (id, name, time_zone, created_at, changed_at) values (?, ?, 'Europe/Berlin', now(), now())",
                id,
                "Venue " + Warehouse.running());
        return id;
    }

    UUID room(UUID venue) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into venues.room (id, venue_id, position, name) values (?, ?, 0, ?)",
                id,
                venue,
                "Room " + Warehouse.running());
        return id;
    }

    Answer create(Map<String, ?> more) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("name", "Summer Stage " + Warehouse.running());
        body.put("from", "2027-06-01T08:00:00Z");
        body.put("to", "2027-06-03T22:00:00Z");
        body.putAll(more);
        return api().post("/events", body);
    }

    /** An event with client and planner: nothing keeps it from being confirmed. */
    UUID event() {
        return UUID.fromString(create(Map.of("clientId", client(), "plannerId", me()))
                .expect(201)
                .id());
    }

    /** A job that takes what it wants from that warehouse, just as long as it is on site; nothing keeps it from being confirmed. */
    UUID job(UUID warehouse, String from, String to, Map<String, Integer> minutes) {
        var occupancy = new HashMap<>(NO_MINUTES);
        occupancy.putAll(minutes);
        return UUID.fromString(create(Map.of(
                        "clientId",
                        client(),
                        "plannerId",
                        me(),
                        "warehouseId",
                        warehouse,
                        "occupancy",
                        occupancy,
                        "from",
                        from,
                        "to",
                        to))
                .expect(201)
                .id());
    }

    /** From 8 to 20 of that day. */
    UUID job(UUID warehouse, String day) {
        return job(warehouse, day + "T08:00:00Z", day + "T20:00:00Z", Map.of());
    }

    /** All or nothing, of so many pieces of one product. */
    UUID kit(UUID product, int quantity) {
        return UUID.fromString(api().post(
                        "/kits",
                        Map.of(
                                "code",
                                "K-" + Warehouse.running(),
                                "name",
                                "Lamp set",
                                "mode",
                                "ALL_OR_NOTHING",
                                "components",
                                List.of(Map.of("productId", product, "quantity", quantity))))
                .expect(201)
                .id());
    }

    JsonNode get(UUID id) {
        return api().get("/events/" + id).expect(200).json();
    }

    String etag(UUID id) {
        return api().get("/events/" + id).expect(200).etag();
    }

    Answer to(UUID id, Phase phase) {
        return api().post("/events/" + id + "/phase", Map.of("phase", phase));
    }

    /** Cancels it, or takes back what was said. */
    Answer to(UUID id, Phase phase, String reason) {
        return api().post("/events/" + id + "/phase", Map.of("phase", phase, "reason", reason));
    }

    /** Though not everything is there. */
    Answer despite(UUID id, Phase phase, String despite) {
        return api().post("/events/" + id + "/phase", Map.of("phase", phase, "despite", despite));
    }

    void walk(UUID id, Phase... phases) {
        for (var phase : phases) to(id, phase).expect(200);
    }

    UUID mainList(UUID event) {
        var lists =
                api().get("/events/" + event + "/pull-lists").expect(200).json().path("items");
        return UUID.fromString(lists.get(0).path("id").asString());
    }

    int mainVersions(UUID event) {
        return api().get("/pull-lists/" + mainList(event) + "/versions")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    Answer add(UUID list, Map<String, ?> body) {
        return api().send("POST", "/pull-lists/" + list + "/lines", body, Map.of("If-Match", "*"));
    }

    /** Adds one line; gives its id. */
    UUID line(UUID list, Map<String, ?> line) {
        var added = add(list, Map.of("lines", List.of(line))).expect(200).json().path("added");
        return UUID.fromString(added.get(0).asString());
    }

    UUID product(UUID list, UUID product, int quantity) {
        return line(list, Map.of("kind", "PRODUCT", "productId", product, "quantity", quantity));
    }

    UUID ladder(UUID event) {
        return line(mainList(event), Map.of("kind", "TEXT", "text", "Ladder"));
    }

    JsonNode lines(UUID list) {
        return api().get("/pull-lists/" + list + "/lines").expect(200).json().path("items");
    }

    static List<String> texts(JsonNode items, String field) {
        var result = new java.util.ArrayList<String>();
        items.forEach(item -> result.add(item.path(field).asString()));
        return result;
    }
}

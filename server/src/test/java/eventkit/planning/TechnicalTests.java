package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class TechnicalTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final DSLContext db;

    TechnicalTests(Company company, Warehouse warehouse, Planner planner, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.db = db;
    }

    private UUID product(String name, long grams, @Nullable Integer watts, String connectors, String attributes) {
        var id = warehouse.product("SERIALISED", name, grams);
        db.execute(
                "update catalogue.product set power_watts = ?::numeric, connectors = ?::jsonb, attributes = ?::jsonb where id = ?",
                watts,
                connectors,
                attributes,
                id);
        return id;
    }

    private UUID point(UUID room, String name, int limit) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into venues.rigging_point (id, room_id, position, name, working_load_limit_kilograms) values (?, ?, 0, ?, ?)",
                id,
                room,
                name,
                limit);
        return id;
    }

    private UUID group(UUID list, String name) {
        var groups = api.send("POST", "/pull-lists/" + list + "/groups", Map.of("name", name), Map.of("If-Match", "*"))
                .expect(200)
                .json()
                .path("groups");
        return UUID.fromString(groups.get(groups.size() - 1).path("id").asString());
    }

    private void put(UUID list, UUID group, UUID product, int quantity) {
        planner.add(
                        list,
                        Map.of(
                                "groupId",
                                group,
                                "lines",
                                List.of(Map.of("kind", "PRODUCT", "productId", product, "quantity", quantity))))
                .expect(200);
    }

    private Answer hang(UUID list, UUID group, Object... points) {
        return api.put("/pull-lists/" + list + "/groups/" + group + "/rigging", Map.of("points", List.of(points)), "*");
    }

    private static Map<String, Object> at(UUID point) {
        return Map.of("pointId", point);
    }

    private JsonNode report(Api by, UUID event) {
        return by.get("/events/" + event + "/technical").expect(200).json();
    }

    @Test
    void reckonsAWholeEvent() {
        var venue = planner.venue();
        var room = planner.room(venue);
        db.execute(
                "insert into venues.power_supply (id, venue_id, room_id, position, name, connector, phases, amps_per_phase, volts) values (gen_random_uuid(), ?, ?, 0, 'Wall', 'CEE 32 A', 3, 32, 400)",
                venue,
                room);
        var left = point(room, "A1", 200);
        var right = point(room, "A2", 500);
        var event = UUID.fromString(planner.create(Map.of("venueId", venue, "roomId", room))
                .expect(201)
                .id());
        var list = planner.mainList(event);
        var truss = group(list, "Truss");
        var head = product("Head", 25_000, 2_300, "[{\"kind\":\"POWER_IN\",\"type\":\"Schuko\",\"count\":1}]", "{}");
        var hoist = product("Hoist", 40_000, null, "[]", "{\"workingLoadLimitKilograms\": 250}");
        var distro = product(
                "Distro",
                15_000,
                null,
                "[{\"kind\":\"POWER_IN\",\"type\":\"CEE 16 A\",\"count\":1},{\"kind\":\"POWER_OUT\",\"type\":\"Schuko\",\"count\":6}]",
                "{}");
        put(list, truss, head, 12);
        put(list, truss, hoist, 2);
        planner.product(list, distro, 1);
        assertThat(hang(list, truss, at(left), at(right)).expect(200).etag()).isNotBlank();
        var report = report(api, event);
        var supply = report.path("power").path("supply").path("phases");
        assertThat(supply.get(0).path("amps").decimalValue()).isEqualByComparingTo("40");
        assertThat(supply.get(0).path("overAmps").decimalValue()).isEqualByComparingTo("8");
        assertThat(supply.get(0).path("terms").get(0).path("pieces").asLong()).isEqualTo(4);
        assertThat(report.path("power")
                        .path("feeds")
                        .get(0)
                        .path("phases")
                        .get(2)
                        .path("limitAmps")
                        .decimalValue())
                .isEqualByComparingTo("16");
        for (var kind : report.path("sockets"))
            if (kind.path("type").asString().equals("Schuko"))
                assertThat(kind.path("missing").asLong()).isEqualTo(6);
        var points = report.path("points");
        assertThat(texts(points, "name")).containsExactly("A1", "A2");
        assertThat(points.get(0).path("loadKilograms").decimalValue()).isEqualByComparingTo("190");
        assertThat(points.get(0).path("overKilograms").isNull()).isTrue();
        assertThat(points.get(0).path("groups").get(0).path("hoist").asString()).startsWith("Hoist");
        assertThat(report.path("missing")).isEmpty();
        db.execute("update venues.rigging_point set working_load_limit_kilograms = 150 where id = ?", left);
        assertThat(report(api, event)
                        .path("points")
                        .get(0)
                        .path("overKilograms")
                        .decimalValue())
                .isEqualByComparingTo("40");
        var other = api.post("/events/" + event + "/pull-lists", Map.of("name", "Other"))
                .expect(201)
                .id();
        assertThat(api.get("/events/" + event + "/technical?list=" + other)
                        .expect(200)
                        .json()
                        .path("power")
                        .path("watts")
                        .decimalValue())
                .isEqualByComparingTo("0");
        assertThat(api.get("/events/" + event + "/technical?list=" + UUID.randomUUID())
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void whoMayNotSeeVenuesIsToldThatTheyCount() {
        var event = UUID.fromString(
                planner.create(Map.of("venueId", planner.venue())).expect(201).id());
        assertThat(texts(report(company.somebodyWho("EVENT_READ"), event).path("missing"), "gap"))
                .containsExactly("VENUE_HIDDEN");
        assertThat(texts(report(api, planner.event()).path("missing"), "gap")).containsExactly("NO_VENUE");
    }

    @Test
    void kitsAndCasesAreReckonedByWhatIsInThem() {
        var event = planner.event();
        var list = planner.mainList(event);
        var lamp = product("Lamp", 1_000, 230, "[{\"kind\":\"POWER_IN\",\"type\":\"Schuko\",\"count\":1}]", "{}");
        var kit = api.post(
                        "/kits",
                        Map.of(
                                "code",
                                "K-" + Warehouse.running(),
                                "name",
                                "Set",
                                "mode",
                                "ALL_OR_NOTHING",
                                "components",
                                List.of(Map.of("productId", lamp, "quantity", 3))))
                .expect(201)
                .id();
        planner.line(list, Map.of("kind", "KIT", "kitId", kit, "quantity", 2));
        var power = report(api, event).path("power");
        assertThat(power.path("watts").decimalValue()).isEqualByComparingTo("1380");
        assertThat(power.path("fromVenue").asBoolean()).isFalse();
    }

    @Test
    void hangsOnlyFromPointsOfItsVenueAndWithWholeShares() {
        var venue = planner.venue();
        var room = planner.room(venue);
        var a = point(room, "A", 500);
        var b = point(room, "B", 500);
        var elsewhere = point(planner.room(planner.venue()), "C", 500);
        var event = UUID.fromString(
                planner.create(Map.of("venueId", venue)).expect(201).id());
        var list = planner.mainList(event);
        var group = group(list, "Truss");
        assertThat(errors(hang(list, group, at(elsewhere)))).containsExactly("unknown");
        assertThat(errors(hang(list, group, at(a), at(a)))).containsExactly("twice");
        for (var beyond : List.of("1e2000000000", "1e-2000000000", "-1"))
            assertThat(errors(hang(list, group, Map.of("pointId", a, "sharePercent", new BigDecimal(beyond)))))
                    .containsAnyOf("out-of-range", "too-exact");
        assertThat(errors(hang(list, group, Map.of("pointId", a, "sharePercent", 60), at(b))))
                .containsExactly("shares-incomplete");
        assertThat(errors(hang(
                        list,
                        group,
                        Map.of("pointId", a, "sharePercent", 60),
                        Map.of("pointId", b, "sharePercent", 60))))
                .containsExactly("shares-not-whole");
        hang(list, group, Map.of("pointId", b, "sharePercent", 60), Map.of("pointId", a, "sharePercent", 40))
                .expect(200);
        var hanging = api.get("/pull-lists/" + list + "/rigging")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("points");
        assertThat(texts(hanging, "pointId")).containsExactly(b.toString(), a.toString());
        var history =
                api.get("/pull-lists/" + list + "/history").expect(200).json().path("items");
        assertThat(history.get(0).path("action").asString()).isEqualTo("rigging-changed");
        assertThat(report(api, event).path("points")).hasSize(2);
        var copy = api.post("/events/" + event + "/copies", Map.of("name", "Again", "days", 30))
                .expect(201)
                .id();
        assertThat(report(api, UUID.fromString(copy)).path("points")).hasSize(2);
        api.patch("/events/" + copy, Map.of("venueId", planner.venue()), "*").expect(200);
        assertThat(report(api, UUID.fromString(copy)).path("points")).isEmpty();
        assertThat(texts(report(api, UUID.fromString(copy)).path("missing"), "gap"))
                .containsExactly("POINT_ELSEWHERE");
        hang(list, group).expect(200);
        assertThat(api.get("/pull-lists/" + list + "/rigging")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(hang(list, UUID.randomUUID(), at(a)).refusal(404)).isEqualTo("not-found");
    }

    private static List<String> errors(Answer answer) {
        return texts(answer.expect(400).json().path("errors"), "code");
    }
}

package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability.Moved;
import eventkit.availability.Movements;
import eventkit.availability.Owner;
import eventkit.availability.StockKey;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is free of kits and of assets by name while somebody types them into a list. */
@ServerTest
class NewLineStockTests {
    private static final String DAY = "2028-06-04";

    private final Api api;
    private final Warehouse warehouse;
    private final Planner planner;
    private final Movements movements;
    private final DSLContext db;
    private final UUID hall;
    private final UUID lamp;
    private final UUID list;

    NewLineStockTests(Company company, Warehouse warehouse, Planner planner, Movements movements, DSLContext db) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.planner = planner;
        this.movements = movements;
        this.db = db;
        hall = warehouse.hall();
        lamp = warehouse.product("SERIALISED", "Lamp", 1_000L);
        list = planner.mainList(planner.job(hall, DAY));
    }

    private List<UUID> lamps(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) ids.add(warehouse.asset(lamp, hall));
        return ids;
    }

    private JsonNode free(UUID list, String asked) {
        return api.get("/pull-lists/" + list + "/availability/new-lines?" + asked)
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode asset(UUID asset) {
        return free(list, "asset=" + asset).get(0);
    }

    private static String numbers(JsonNode found) {
        return found.path("firm").asInt() + " " + found.path("worst").asInt() + " "
                + found.path("expected").asInt();
    }

    private static String why(JsonNode found) {
        return numbers(found) + " " + found.path("why").asString();
    }

    private static Map<String, Object> line(UUID asset) {
        return Map.of("kind", "ASSET", "assetId", asset);
    }

    private String nameOf(UUID event) {
        var json = planner.get(event);
        return json.path("number").asString() + " " + json.path("name").asString();
    }

    @Test
    void aKitIsAsFreeAsItsPartsTogether() {
        lamps(7);
        var inner = planner.kit(lamp, 1);
        var rig = UUID.fromString(api.post(
                        "/kits",
                        Map.of(
                                "code",
                                "R-" + Warehouse.running(),
                                "name",
                                "Rig",
                                "mode",
                                "ALL_OR_NOTHING",
                                "components",
                                List.of(
                                        Map.of("productId", lamp, "quantity", 2),
                                        Map.of("kitId", inner, "quantity", 1))))
                .expect(201)
                .id());
        var asked = "product=" + lamp + "&kit=" + rig + "&kit=" + inner + "&kit=" + UUID.randomUUID();
        var found = free(list, asked);
        assertThat(texts(found, "id"))
                .as("all at once, without what there is not")
                .containsExactly(lamp.toString(), rig.toString(), inner.toString());
        assertThat(texts(found, "firm")).containsExactly("7", "2", "7");

        var other = planner.job(hall, DAY);
        planner.product(planner.mainList(other), lamp, 2);
        planner.walk(other, Phase.CONFIRMED);
        var optioned = planner.job(hall, DAY);
        planner.product(planner.mainList(optioned), lamp, 3);
        api.post("/events/" + optioned + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        found = free(list, asked);
        assertThat(texts(found, "firm")).containsExactly("5", "1", "5");
        assertThat(texts(found, "worst")).containsExactly("2", "0", "2");

        planner.line(list, Map.of("kind", "KIT", "kitId", rig, "quantity", 1));
        var judged =
                api.get("/pull-lists/" + list + "/availability").expect(200).json();
        assertThat(judged.path("lines").get(0).path("free").path("firm").asInt())
                .as("the same once it stands there")
                .isEqualTo(1);
    }

    @Test
    void aKitIsTakenForAsLongAsTheCategoryOfItsPartsSays() {
        lamps(1);
        var body = Map.of("name", "Lamps " + Warehouse.running(), "prepMinutes", 24 * 60);
        var category = api.post("/categories", body).expect(201).id();
        var kit = planner.kit(lamp, 1);
        var before = planner.job(hall, "2028-06-03");
        planner.product(planner.mainList(before), lamp, 1);
        planner.walk(before, Phase.CONFIRMED);
        assertThat(texts(free(list, "kit=" + kit), "firm")).containsExactly("1");
        api.patch("/products/" + lamp, Map.of("categoryId", category), "*").expect(200);
        assertThat(texts(free(list, "kit=" + kit), "firm")).containsExactly("0");
    }

    @Test
    void anAssetIsFreeOrSomebodysWhoIsNamed() {
        var lamps = lamps(4);
        assertThat(numbers(asset(lamps.get(0)))).isEqualTo("1 1 1");
        assertThat(asset(lamps.get(0)).path("why").isNull()).isTrue();

        var sure = planner.job(hall, DAY);
        planner.line(planner.mainList(sure), line(lamps.get(0)));
        planner.walk(sure, Phase.CONFIRMED);
        assertThat(why(asset(lamps.get(0)))).isEqualTo("0 0 0 HELD");
        assertThat(asset(lamps.get(0)).path("holder").asString()).isEqualTo(nameOf(sure));
        assertThat(numbers(asset(lamps.get(1)))).isEqualTo("1 1 1");

        var hoped = planner.job(hall, DAY);
        planner.line(planner.mainList(hoped), line(lamps.get(1)));
        api.post("/events/" + hoped + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        assertThat(why(asset(lamps.get(1)))).startsWith("1 0").endsWith("HELD");
        assertThat(asset(lamps.get(1)).path("holder").asString()).isEqualTo(nameOf(hoped));

        var many = planner.job(hall, DAY);
        planner.product(planner.mainList(many), lamp, 3);
        planner.walk(many, Phase.CONFIRMED);
        assertThat(why(asset(lamps.get(3)))).as("of its type, none is left").isEqualTo("0 0 0 TYPE_PROMISED");
        var nextDay = planner.mainList(planner.job(hall, "2028-06-05"));
        assertThat(numbers(free(nextDay, "asset=" + lamps.get(0)).get(0))).isEqualTo("1 1 1");
    }

    @Test
    void anAssetThatIsNotThereSaysWhy() {
        var lamps = lamps(3);
        db.execute(
                "update inventory.asset set quarantined_at = now(), quarantine_reason = 'Smells burnt' where id = ?",
                lamps.get(0));
        assertThat(why(asset(lamps.get(0)))).isEqualTo("0 0 0 UNFIT");
        assertThat(asset(lamps.get(0)).path("reason").asString()).isEqualTo("QUARANTINE");
        var elsewhere = warehouse.asset(lamp, warehouse.hall());
        assertThat(why(asset(elsewhere))).isEqualTo("0 0 0 ELSEWHERE");
        assertThat(free(list, "asset=" + UUID.randomUUID())).isEmpty();
    }

    /** It was to be back an hour ago and is not: whoever wants it tomorrow does not have it. */
    @Test
    void anAssetThatIsLateIsStillHeld() {
        var lamps = lamps(2);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var out = lamps.getFirst();
        var gone = planner.job(
                hall,
                now.minus(Duration.ofDays(2)).toString(),
                now.minus(Duration.ofHours(1)).toString(),
                Map.of());
        var line = planner.product(planner.mainList(gone), lamp, 1);
        planner.walk(gone, Phase.CONFIRMED);
        var tomorrow = planner.mainList(planner.job(
                hall,
                now.plus(Duration.ofHours(20)).toString(),
                now.plus(Duration.ofHours(30)).toString(),
                Map.of()));
        assertThat(numbers(free(tomorrow, "asset=" + out).get(0))).isEqualTo("1 1 1");
        db.execute("update inventory.asset set status = 'CHECKED_OUT', out_for = ? where id = ?", "event:" + gone, out);
        Callers.runAs(
                Caller.system(),
                () -> movements.wentOut(
                        new Owner("event", gone, nameOf(gone)),
                        List.of(Moved.of(line, StockKey.product(lamp, hall), out)),
                        now.minus(Duration.ofDays(2)),
                        now));
        var found = free(tomorrow, "asset=" + out + "&asset=" + lamps.get(1));
        assertThat(why(found.get(0))).isEqualTo("0 0 0 HELD");
        assertThat(found.get(0).path("holder").asString()).isEqualTo(nameOf(gone));
        assertThat(numbers(found.get(1))).isEqualTo("1 1 1");
    }
}

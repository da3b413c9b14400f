package eventkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows over time: who takes what, and how much of it there is. */
@ServerTest
class TimelineTests {
    private static final String YEAR = "&from=2033-05-01T00:00:00Z&to=2033-08-01T00:00:00Z";
    private final Company company;
    private final Api api;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final UUID hall;
    private final UUID category;
    private final UUID lamp;

    TimelineTests(Company company, Warehouse warehouse, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.warehouse = warehouse;
        this.db = db;
        this.hall = warehouse.hall();
        var above = category(null, "Light");
        this.category = category(above, "Moving");
        this.lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        db.execute("update catalogue.product set category_id = ? where id = ?", category, lamp);
    }

    private UUID category(@org.jspecify.annotations.Nullable UUID parent, String name) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into catalogue.category (id, parent_id, name) values (?::uuid, ?::uuid, ?)",
                id,
                parent,
                name + " " + Warehouse.running());
        return id;
    }

    /** On the first days of June, with half a day before and after. */
    private UUID event(String name, Map<String, ?>... lines) {
        var client = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, 'Client', now(), now())",
                client);
        var me = api.get("/me").expect(200).json().path("id").asString();
        var id = UUID.fromString(api.post(
                        "/events",
                        Map.of(
                                "name", name,
                                "clientId", client,
                                "plannerId", me,
                                "warehouseId", hall,
                                "from", "2033-06-01T12:00:00Z",
                                "to", "2033-06-03T12:00:00Z",
                                "occupancy",
                                        Map.of(
                                                "prepMinutes", 480,
                                                "transitBeforeMinutes", 240,
                                                "transitAfterMinutes", 240,
                                                "turnaroundMinutes", 480)))
                .expect(201)
                .id());
        var list = api.get("/events/" + id + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        api.send("POST", "/pull-lists/" + list + "/lines", Map.of("lines", List.of(lines)), Map.of("If-Match", "*"))
                .expect(200);
        return id;
    }

    private Map<String, ?> lamps(int quantity) {
        return Map.of("kind", "PRODUCT", "productId", lamp, "quantity", quantity);
    }

    private void phase(UUID event, String phase) {
        api.post("/events/" + event + "/phase", Map.of("phase", phase)).expect(200);
    }

    private UUID pairOfLamps() {
        var kit = UUID.randomUUID();
        db.execute(
                "insert into catalogue.kit (id, code, name, mode, currency, created_at) values (?, ?, 'Pair', 'ALL_OR_NOTHING', 'EUR', now())",
                kit,
                "PAIR" + Warehouse.running());
        db.execute(
                "insert into catalogue.kit_component (kit_id, position, product_id, quantity) values (?, 0, ?, 2)",
                kit,
                lamp);
        return kit;
    }

    private static JsonNode barOf(JsonNode row, UUID event) {
        for (var bar : row.path("bars")) if (bar.path("eventId").asString().equals(event.toString())) return bar;
        throw new AssertionError("nothing of " + event + " in " + row);
    }

    private JsonNode rows(String query) {
        return api.get("/timeline/rows?" + query).expect(200).json();
    }

    private JsonNode row(String by, UUID id) {
        return contents(by, id).path("rows").get(0);
    }

    /** Supply follows the registers a moment later; asking what is free does not wait for that. */
    private void followSupply() {
        api.get("/availability/products?warehouse=" + hall + "&product=" + lamp + YEAR)
                .expect(200);
    }

    private JsonNode contents(String by, UUID id) {
        return api.get("/timeline/contents?by=" + by + "&id=" + id + YEAR)
                .expect(200)
                .json();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProductTellsWhoTakesItAndHowMuchThereIs() {
        for (int i = 0; i < 3; i++) warehouse.asset(lamp, hall);
        var firm = event("Aurora", lamps(2));
        phase(firm, "CONFIRMED");
        var optioned = event("Borealis", lamps(2));
        api.post("/events/" + optioned + "/option", Map.of("until", "2033-05-20T00:00:00Z"))
                .expect(200);
        var found = contents("PRODUCT", lamp);
        var bars = found.path("rows").get(0).path("bars");
        assertThat(bars.findValuesAsString("standing")).containsExactlyInAnyOrder("CONFIRMED", "OPTION");
        assertThat(bars.findValuesAsString("eventId")).containsExactlyInAnyOrder(firm.toString(), optioned.toString());
        var bar = bars.get(0);
        assertThat(bar.path("quantity").asInt()).isEqualTo(2);
        assertThat(bar.path("from").asString()).isEqualTo("2033-06-01T00:00:00Z");
        assertThat(bar.path("to").asString()).isEqualTo("2033-06-04T00:00:00Z");
        assertThat(bar.path("onSiteFrom").asString()).isEqualTo("2033-06-01T12:00:00Z");
        assertThat(bar.path("onSiteTo").asString()).isEqualTo("2033-06-03T12:00:00Z");
        assertThat(found.path("events").findValuesAsString("name")).containsExactlyInAnyOrder("Aurora", "Borealis");
        var load = found.path("rows").get(0).path("load");
        assertThat(load.findValuesAsString("from"))
                .containsExactly("2033-05-01T00:00:00Z", "2033-06-01T00:00:00Z", "2033-06-04T00:00:00Z");
        assertThat(load.findValuesAsString("stock")).containsExactly("3", "3", "3");
        assertThat(load.findValuesAsString("wanted")).containsExactly("0", "2", "0");
        assertThat(load.findValuesAsString("optioned")).containsExactly("0", "2", "0");
        assertThat(load.findValuesAsString("lacking")).containsOnly("0");

        // An enquiry takes nothing, and is seen all the same; of a kit, what is in it.
        var asked = event("Corona", lamps(1), Map.of("kind", "KIT", "kitId", pairOfLamps(), "quantity", 2));
        var seen = row("PRODUCT", lamp);
        assertThat(seen.path("load")).isEqualTo(load);
        assertThat(barOf(seen, asked).path("standing").asString()).isEqualTo("ENQUIRY");
        assertThat(barOf(seen, asked).path("quantity").asInt()).isEqualTo(5);
        assertThat(barOf(seen, asked).path("from").asString()).isEqualTo("2033-06-01T00:00:00Z");
        assertThat(barOf(row("CATEGORY", category), asked).path("quantity").asInt())
                .isEqualTo(5);
        assertThat(barOf(row("WAREHOUSE", hall), asked).path("to").asString()).isEqualTo("2033-06-04T00:00:00Z");
        phase(asked, "QUOTED");
        assertThat(row("PRODUCT", lamp).path("bars").findValuesAsString("standing"))
                .containsExactlyInAnyOrder("CONFIRMED", "OPTION", "QUOTED");

        // The same, with everything below a category and in a warehouse.
        assertThat(row("CATEGORY", category).path("load")).isEqualTo(load);
        assertThat(row("WAREHOUSE", hall).path("load")).isEqualTo(load);
        assertThat(row("WAREHOUSE", hall).path("bars").findValuesAsString("quantity"))
                .containsExactlyInAnyOrder("2", "2", "5");
        assertThat(row("PRODUCT", warehouse.cable()).path("bars")).isEmpty();
        // Elsewhere there is none of it.
        var elsewhere = api.get("/timeline/contents?by=PRODUCT&id=" + lamp + "&warehouse=" + warehouse.hall() + YEAR)
                .expect(200)
                .json();
        assertThat(elsewhere.path("rows").get(0).path("bars")).isEmpty();
        assertThat(elsewhere.path("rows").get(0).path("load")).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsLackingIsSaidWhereItIsLacking() {
        var gone = warehouse.asset(lamp, hall);
        warehouse.asset(lamp, hall);
        var first = event("First", lamps(1));
        phase(first, "CONFIRMED");
        var second = event("Second", lamps(1));
        phase(second, "CONFIRMED");
        db.execute(
                "update inventory.asset set status = 'LOST', lost_at = now(), location_id = null where id = ?", gone);
        var bars = row("PRODUCT", lamp).path("bars");
        bars.forEach(bar -> assertThat(bar.path("lacking").asInt())
                .isEqualTo(bar.path("eventId").asString().equals(second.toString()) ? 1 : 0));
        assertThat(row("EVENT", second).path("bars").get(0).path("lacking").asInt())
                .isEqualTo(1);
        assertThat(row("EVENT", first).path("bars").get(0).path("lacking").asInt())
                .isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAssetTellsWhoItIsPromisedToAndWhenItCanNotBeHad() {
        var asset = warehouse.asset(lamp, hall);
        var event = event("Solo", Map.of("kind", "ASSET", "assetId", asset, "quantity", 1));
        phase(event, "CONFIRMED");
        var other = warehouse.asset(lamp, hall);
        db.execute(
                "update inventory.asset set status = 'DAMAGED', status_since = '2033-05-10T00:00:00Z' where id = ?",
                other);
        var promised = row("ASSET", asset);
        assertThat(promised.path("bars").findValuesAsString("eventId")).containsExactly(event.toString());
        assertThat(promised.path("bars").get(0).path("standing").asString()).isEqualTo("CONFIRMED");
        assertThat(promised.path("load")).isEmpty();
        followSupply();
        var damaged = row("ASSET", other).path("bars");
        assertThat(damaged.findValuesAsString("reason")).containsExactly("DAMAGED");
        assertThat(damaged.get(0).path("to").isNull()).isTrue();
        // It went out for the event: one bar, not two.
        db.execute(
                "update inventory.asset set status = 'CHECKED_OUT', out_for = ? where id = ?", "event:" + event, asset);
        var out = row("ASSET", asset).path("bars");
        assertThat(out).hasSize(1);
        assertThat(out.get(0).path("out").asBoolean()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void rowsAreFoundGroupedAndFiltered() {
        var asset = warehouse.asset(lamp, hall);
        var event = event("Zephyr " + Warehouse.running(), lamps(1));
        followSupply();
        var products = rows("by=PRODUCT&category=" + category);
        assertThat(products.path("items").findValuesAsString("id")).containsExactly(lamp.toString());
        assertThat(products.path("items").get(0).path("group").asString())
                .startsWith("Light ")
                .contains(" · Moving ");
        assertThat(rows("by=PRODUCT&q=lamp&warehouse=" + hall).path("items").findValuesAsString("id"))
                .containsExactly(lamp.toString());
        assertThat(rows("by=CATEGORY&category=" + category)
                        .path("items")
                        .get(0)
                        .path("depth")
                        .asInt())
                .isEqualTo(1);
        assertThat(rows("by=ASSET&warehouse=" + hall).path("items").findValuesAsString("id"))
                .containsExactly(asset.toString());
        assertThat(rows("by=WAREHOUSE&warehouse=" + hall).path("items").findValuesAsString("id"))
                .containsExactly(hall.toString());
        assertThat(rows("by=EVENT&warehouse=" + hall + YEAR).path("items").findValuesAsString("id"))
                .contains(event.toString());
        assertThat(rows("by=EVENT&q=zephyr&warehouse=" + hall + "&from=2034-05-01T00:00:00Z&to=2034-08-01T00:00:00Z")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(api.get("/timeline/rows?by=EVENT").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/timeline/contents?by=PRODUCT&id=" + lamp
                                + "&from=2030-01-01T00:00:00Z&to=2034-01-01T00:00:00Z")
                        .refusal(400))
                .isEqualTo("invalid");
        var many = new StringBuilder();
        for (int i = 0; i <= Timelines.ROWS_MAX; i++) many.append("&id=").append(UUID.randomUUID());
        assertThat(api.get("/timeline/contents?by=PRODUCT" + YEAR + many).refusal(400))
                .isEqualTo("invalid");
        var planner = company.somebodyWho("EVENT_READ");
        planner.get("/timeline/rows?by=EVENT" + YEAR).expect(200);
        assertThat(planner.get("/timeline/rows?by=PRODUCT").refusal(403)).isEqualTo("not-permitted");
        assertThat(planner.get("/timeline/contents?by=ASSET" + YEAR + "&id=" + lamp)
                        .refusal(403))
                .isEqualTo("not-permitted");
    }
}

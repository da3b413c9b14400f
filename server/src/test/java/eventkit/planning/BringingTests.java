package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What another warehouse has is brought to where the list is loaded, with the transfer for it, and taken back with it. */
@ServerTest
class BringingTests {
    private static final String DAY = "2028-03-10";
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final UUID hall;
    private final UUID far;
    private final UUID lamp;

    BringingTests(Company company, Warehouse warehouse, Planner planner) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.hall = warehouse.hall();
        this.far = warehouse.hall();
        this.lamp = warehouse.product("SERIALISED", "Lamp", 1L);
    }

    private UUID event(String day, UUID from, UUID product, int quantity) {
        var id = planner.job(from, day);
        planner.product(planner.mainList(id), product, quantity);
        return id;
    }

    private @Nullable JsonNode offer(UUID event) {
        for (var menu :
                api.get("/events/" + event + "/remedies").expect(200).json().path("items"))
            for (var offer : menu.path("offers"))
                if (texts(offer.path("parts"), "remedy").equals(List.of("TRANSFER"))
                        && offer.path("parts").get(0).path("otherId").asString().equals(far.toString())) return offer;
        return null;
    }

    private Answer choose(Api by, UUID event, UUID product, JsonNode offer) {
        return by.post(
                "/events/" + event + "/resolutions",
                Map.of(
                        "itemId",
                        product,
                        "warehouseId",
                        hall,
                        "offer",
                        offer.path("id").asString()));
    }

    private JsonNode transfers() {
        return api.get("/transfers?sort=-number&to=" + hall).expect(200).json().path("items");
    }

    private int firm(UUID product, UUID where, String day) {
        return api.get("/availability/products?warehouse=" + where + "&from=" + day + "T08:00:00Z&to=" + day
                        + "T09:00:00Z&product=" + product)
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("firm")
                .asInt();
    }

    @Test
    void makesTheTransferAndTakesItBack() {
        warehouse.asset(lamp, hall);
        for (int i = 0; i < 3; i++) warehouse.asset(lamp, far);
        var event = event(DAY, hall, lamp, 3);
        var offer = offer(event);
        assertThat(offer).isNotNull();
        assertThat(offer.path("covers").asInt()).isEqualTo(2);
        assertThat(choose(company.somebody("SALES"), event, lamp, offer).refusal(403))
                .isEqualTo("not-permitted");
        assertThat(transfers()).isEmpty();
        var done = choose(api, event, lamp, offer).expect(201).id();
        var made = transfers();
        assertThat(made).hasSize(1);
        assertThat(made.get(0).path("state").asString()).isEqualTo("DRAFT");
        assertThat(made.get(0).path("from").path("id").asString()).isEqualTo(far.toString());
        assertThat(made.get(0).path("arrivesOn").asString()).isEqualTo("2028-03-09");
        assertThat(made.get(0).path("lines").asInt()).isEqualTo(2);
        assertThat(firm(lamp, hall, DAY)).isEqualTo(3);
        assertThat(firm(lamp, far, "2028-06-01")).as("it stays where it went").isEqualTo(1);
        assertThat(api.get("/events/" + event + "/remedies").expect(200).json().path("items"))
                .isEmpty();
        var undo = "/events/" + event + "/resolutions/" + done + "/undo";
        var id = made.get(0).path("id").asString();
        api.patch("/transfers/" + id, Map.of("note", "Bay 3"), "*").expect(200);
        var refused = api.post(undo, null);
        assertThat(refused.refusal(409)).isEqualTo("resolution-overtaken");
        assertThat(refused.json().path("facts").path("since").asString()).isEqualTo("SOURCED");
        api.post("/transfers/" + id + "/cancellation", Map.of("reason", "Too far"))
                .expect(200);
        var again = choose(api, event, lamp, Objects.requireNonNull(offer(event)))
                .expect(201)
                .id();
        api.post("/events/" + event + "/resolutions/" + again + "/undo", null).expect(200);
        assertThat(texts(transfers(), "state")).containsExactly("CANCELLED", "CANCELLED");
        assertThat(firm(lamp, hall, DAY)).isEqualTo(1);
        assertThat(firm(lamp, far, DAY)).isEqualTo(3);
    }

    /** Each of them is to be inspected one day, wherever it is then: what falls due after the event keeps nothing from going. */
    @Test
    void bringsWhatIsInspectedInTime() {
        for (int i = 0; i < 3; i++) warehouse.asset(lamp, far);
        var event = event(DAY, hall, lamp, 3);
        var plan = api.post(
                        "/inspection-plans",
                        Map.of(
                                "name",
                                "Plan " + Warehouse.running(),
                                "kind",
                                "PAT",
                                "productId",
                                lamp,
                                "intervalMonths",
                                36))
                .expect(201);
        var items = api.get("/assets?product=" + lamp).expect(200).json().path("items");
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        for (var asset : items)
            api.post(
                            "/inspections",
                            Map.of(
                                    "assetId",
                                    asset.path("id").asString(),
                                    "planId",
                                    plan.id(),
                                    "inspectedOn",
                                    yesterday,
                                    "result",
                                    "PASS"))
                    .expect(201);
        assertThat(firm(lamp, far, "2031-06-01")).as("not inspected by then").isZero();
        var offer = offer(event);
        assertThat(offer).isNotNull();
        assertThat(offer.path("covers").asInt()).isEqualTo(3);
        planner.walk(event("2028-05-01", far, lamp, 2), Phase.CONFIRMED);
        assertThat(Objects.requireNonNull(offer(event)).path("covers").asInt())
                .as("two are promised there")
                .isEqualTo(1);
    }

    @Test
    void bringsCountedPiecesFromWhereTheyLieAndLeavesWhatIsPromisedThere() {
        var clamp = warehouse.product("BULK", "Clamp", 300L);
        for (var shelf : List.of(warehouse.shelf(far), warehouse.shelf(far)))
            api.post(
                            "/stock/receipts",
                            Map.of("lines", List.of(Map.of("productId", clamp, "locationId", shelf, "quantity", 4))))
                    .expect(201);
        planner.walk(event("2028-05-01", far, clamp, 2), Phase.CONFIRMED);
        var event = event(DAY, hall, clamp, 10);
        var offer = offer(event);
        assertThat(offer).isNotNull();
        assertThat(offer.path("covers").asInt()).isEqualTo(6);
        choose(api, event, clamp, offer).expect(201);
        var lines = api.get("/transfers/" + transfers().get(0).path("id").asString() + "/lines")
                .expect(200)
                .json()
                .path("items");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("quantity").asInt()
                        + lines.get(1).path("quantity").asInt())
                .isEqualTo(6);
        assertThat(firm(clamp, hall, DAY)).isEqualTo(6);
        assertThat(firm(clamp, far, "2028-05-01")).isZero();
    }
}

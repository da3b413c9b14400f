package eventkit.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class RepairTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final Outbox outbox;

    RepairTests(Company company, Warehouse warehouse, DSLContext db, Outbox outbox) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        this.outbox = outbox;
    }

    @Test
    void takesAnAssetFromTheReportBackToItsShelf() {
        var hall = warehouse.hall();
        var shop = warehouse.location("REPAIR_SHOP", null);
        var lamp = lamp(hall);
        var job = report(lamp, "Does not strike").expect(201);
        assertThat(job.header("Location")).isEqualTo("/api/v1/maintenance-jobs/" + job.id());
        assertThat(job.json().path("number").asString()).matches("RJ-\\d{4,}");
        assertThat(job.json().path("asset").path("name").asString()).isEqualTo(warehouse.numberOf(lamp));
        assertThat(status(lamp)).isEqualTo("DAMAGED");
        assertThat(condition(lamp)).isEqualTo("DAMAGED");

        var started = act(job, "start", Map.of("repairShopId", shop, "expectedBack", "2020-01-01"))
                .expect(200)
                .json();
        assertThat(started.path("state").asString()).isEqualTo("IN_REPAIR");
        assertThat(started.path("overdue").asBoolean()).isTrue();
        assertThat(status(lamp)).isEqualTo("IN_REPAIR");
        assertThat(warehouse.locationOf(lamp)).isEqualTo(shop);

        act(job, "completion", Map.of("workDone", "New ballast")).expect(200);
        assertThat(status(lamp)).as("not free before it is back").isEqualTo("IN_REPAIR");
        act(job, "start", null).expect(200);
        act(job, "completion", null).expect(200);

        var returned =
                act(job, "return", Map.of("locationId", hall)).expect(200).json();
        assertThat(returned.path("state").asString()).isEqualTo("RETURNED");
        assertThat(returned.path("workDone").asString()).isEqualTo("New ballast");
        assertThat(returned.path("returnedTo").path("id").asString()).isEqualTo(hall.toString());
        assertThat(status(lamp)).isEqualTo("AVAILABLE");
        assertThat(condition(lamp)).isEqualTo("GOOD");
        assertThat(warehouse.locationOf(lamp)).isEqualTo(hall);
        var history = api.get("/maintenance-jobs/" + job.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(history, "action"))
                .containsExactly("returned", "repaired", "started", "repaired", "started", "created");
    }

    @Test
    void addsUpWhatItCost() {
        var job = report(lamp(warehouse.hall()), "Broken yoke").expect(201);
        var lines = List.of(
                Map.of(
                        "kind",
                        "LABOUR",
                        "description",
                        "Bench",
                        "quantity",
                        1.5,
                        "unitCost",
                        Map.of("amountMinor", 4500, "currency", "EUR")),
                Map.of(
                        "kind",
                        "PART",
                        "description",
                        "Yoke",
                        "quantity",
                        2,
                        "unitCost",
                        Map.of("amountMinor", 1999, "currency", "EUR")));
        var changed = api.patch("/maintenance-jobs/" + job.id(), Map.of("lines", lines, "severity", "HIGH"), job.etag())
                .expect(200);
        assertThat(changed.json().path("totalCost").toString())
                .isEqualTo("{\"amountMinor\":10748,\"currency\":\"EUR\"}");
        assertThat(changed.json()
                        .path("lines")
                        .get(0)
                        .path("total")
                        .path("amountMinor")
                        .asLong())
                .isEqualTo(6750);
        assertThat(api.patch("/maintenance-jobs/" + job.id(), Map.of("severity", "LOW"), job.etag())
                        .refusal(412))
                .isEqualTo("stale");
        var cleared = new HashMap<String, Object>();
        cleared.put("lines", null);
        assertThat(api.patch("/maintenance-jobs/" + job.id(), cleared, changed.etag())
                        .expect(200)
                        .json()
                        .path("totalCost")
                        .isNull())
                .isTrue();
    }

    @Test
    void billsMayComeAfterTheEndButNothingElseChanges() {
        var hall = warehouse.hall();
        var job = report(lamp(hall), "Loose socket").expect(201);
        act(job, "start", null).expect(200);
        act(job, "completion", null).expect(200);
        var returned = act(job, "return", Map.of("locationId", hall)).expect(200);
        var line = Map.of(
                "kind",
                "EXTERNAL",
                "description",
                "Bill 4711",
                "quantity",
                1,
                "unitCost",
                Map.of("amountMinor", 100, "currency", "EUR"));
        var billed = api.patch("/maintenance-jobs/" + job.id(), Map.of("lines", List.of(line)), returned.etag())
                .expect(200);
        for (var change : List.<Map<String, Object>>of(
                Map.of("severity", "LOW"),
                Map.of("description", "Something else"),
                Map.of("faultCategory", "Optics"),
                Map.of("expectedBack", "2030-01-01"))) {
            var refused = api.patch("/maintenance-jobs/" + job.id(), change, billed.etag());
            assertThat(refused.refusal(409)).as(change.toString()).isEqualTo("repair-closed");
        }
    }

    @Test
    void anAssetHasOneOpenRepair() {
        var lamp = lamp(warehouse.hall());
        var first = report(lamp, "Flickers").expect(201);
        assertThat(report(lamp, "Flickers again").refusal(409)).isEqualTo("repair-already-open");
        act(first, "cancellation", Map.of("reason", "Twice", "noFault", true)).expect(200);
        report(lamp, "Flickers after all").expect(201);
    }

    @Test
    void aCancelledRepairLeavesTheAssetAsItWasFound() {
        var lamp = lamp(warehouse.hall());
        var mistaken = report(lamp, "No light").expect(201);
        act(mistaken, "cancellation", Map.of("reason", "Lamp was not plugged in", "noFault", true))
                .expect(200);
        assertThat(status(lamp)).isEqualTo("AVAILABLE");
        var later = report(lamp, "Dented").expect(201);
        act(later, "start", null).expect(200);
        act(later, "cancellation", Map.of("reason", "Not worth it now")).expect(200);
        assertThat(status(lamp)).isEqualTo("DAMAGED");
        assertThat(condition(lamp)).isEqualTo("DAMAGED");
    }

    @Test
    void whatIsBeyondRepairIsWrittenOffWhereverItStood() {
        for (boolean started : List.of(false, true)) {
            var lamp = lamp(warehouse.hall());
            var job = report(lamp, "Fell from the truss").expect(201);
            if (started) act(job, "start", null).expect(200);
            var over = act(job, "write-off", Map.of("reason", "Housing cracked"))
                    .expect(200)
                    .json();
            assertThat(over.path("state").asString()).isEqualTo("BEYOND_REPAIR");
            assertThat(condition(lamp)).isEqualTo("WRITTEN_OFF");
            assertThat(status(lamp)).isEqualTo("DAMAGED");
        }
    }

    @Test
    void countedPiecesAreAwayWhileTheyAreRepaired() {
        var hall = warehouse.hall();
        var shop = warehouse.location("REPAIR_SHOP", null);
        var cable = warehouse.cable();
        receive(cable, hall, 10);
        var body = Map.of("productId", cable, "quantity", 4, "locationId", hall, "description", "Plugs bent");
        var job = api.post("/maintenance-jobs", body).expect(201);
        assertThat(act(job, "start", null).refusal(400)).isEqualTo("invalid");
        act(job, "start", Map.of("repairShopId", shop)).expect(200);
        assertThat(quantity(cable, hall)).isEqualTo(6);
        assertThat(quantity(cable, shop)).isEqualTo(4);
        act(job, "completion", null).expect(200);
        act(job, "return", Map.of("locationId", hall)).expect(200);
        assertThat(quantity(cable, hall)).isEqualTo(10);

        var beyond = api.post("/maintenance-jobs", body).expect(201);
        act(beyond, "start", Map.of("repairShopId", shop)).expect(200);
        act(beyond, "write-off", Map.of("reason", "Cut through")).expect(200);
        assertThat(quantity(cable, hall)).isEqualTo(6);
        assertThat(quantity(cable, shop)).isZero();
        var turned = api.post("/maintenance-jobs", body).expect(201);
        act(turned, "start", Map.of("repairShopId", shop)).expect(200);
        act(turned, "cancellation", Map.of("reason", "No time")).expect(200);
        assertThat(quantity(cable, hall)).isEqualTo(6);
        var many = api.post(
                        "/maintenance-jobs",
                        Map.of("productId", cable, "quantity", 7, "locationId", hall, "description", "x"))
                .expect(201);
        assertThat(act(many, "start", Map.of("repairShopId", shop)).refusal(409))
                .isEqualTo("stock-too-low");
        assertThat(api.get("/maintenance-jobs/" + many.id())
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REPORTED");
        assertThat(warehouse.wrongLevels()).isEmpty();
    }

    @Test
    void makesLegalMovesOnly() {
        var hall = warehouse.hall();
        var job = report(lamp(hall), "Hums").expect(201);
        for (var early : List.of("completion", "return")) {
            var refused = act(job, early, Map.of());
            assertThat(refused.refusal(409)).as(early).isEqualTo("illegal-repair-move");
        }
        act(job, "start", null).expect(200);
        assertThat(act(job, "start", null).refusal(409)).isEqualTo("illegal-repair-move");
        act(job, "completion", null).expect(200);
        assertThat(act(job, "cancellation", Map.of("reason", "x")).refusal(409)).isEqualTo("illegal-repair-move");
        act(job, "return", Map.of("locationId", hall)).expect(200);
        for (var late : List.of("start", "completion", "return", "cancellation", "write-off")) {
            var refused = act(job, late, late.equals("return") ? Map.of("locationId", hall) : Map.of("reason", "x"));
            if (late.equals("cancellation") || late.equals("write-off") || late.equals("return")) {
                assertThat(refused.refusal(409)).as(late).isEqualTo("illegal-repair-move");
            }
        }
    }

    @Test
    void holdsWhatIsUnderRepairWhereItIs() {
        var lamp = lamp(warehouse.hall());
        var job = report(lamp, "Smells").expect(201);
        act(job, "start", null).expect(200);
        var refused = api.post("/assets/" + lamp + "/moves", Map.of("locationId", warehouse.hall()));
        assertThat(refused.refusal(409)).isEqualTo("asset-held");
        assertThat(refused.text()).contains(job.json().path("number").asString());
    }

    @Test
    void repairsNothingThatIsGone() {
        var lost = lamp(warehouse.hall());
        db.execute("update inventory.asset set status = 'LOST', lost_at = now() where id = ?", lost);
        assertThat(report(lost, "Where is it").refusal(409)).isEqualTo("not-repairable");
        var lamps = warehouse.product("SERIALISED", "Lamp", 1L);
        var body = Map.of("productId", lamps, "quantity", 1, "locationId", warehouse.hall(), "description", "x");
        assertThat(api.post("/maintenance-jobs", body).refusal(409)).isEqualTo("not-repairable");
        assertThat(report(UUID.randomUUID(), "x").refusal(404)).isEqualTo("not-found");
        assertThat(api.get("/maintenance-jobs/" + UUID.randomUUID()).refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void refusesNonsense() {
        var lamp = lamp(warehouse.hall());
        var hall = warehouse.hall();
        for (var body : List.<Map<String, Object>>of(
                Map.of("description", "x"),
                Map.of("assetId", lamp, "productId", warehouse.cable(), "description", "x"),
                Map.of("assetId", lamp, "quantity", 2, "description", "x"),
                Map.of("productId", warehouse.cable(), "quantity", 0, "locationId", hall, "description", "x"),
                Map.of("productId", warehouse.cable(), "quantity", -5, "locationId", hall, "description", "x"),
                Map.of("productId", warehouse.cable(), "quantity", 1, "description", "x"),
                Map.of("assetId", lamp),
                Map.of("assetId", lamp, "description", " "),
                Map.of("assetId", lamp, "description", "x".repeat(5001)),
                Map.of("assetId", lamp, "description", "a\u0000b"),
                Map.of("assetId", lamp, "description", "x", "faultCategory", "a\nb"),
                Map.of("assetId", lamp, "description", "x", "expectedBack", "9999-01-01"),
                Map.of("assetId", lamp, "description", "x", "repairShopId", hall),
                Map.of("assetId", lamp, "description", "x", "repairShopId", UUID.randomUUID()),
                Map.of("assetId", lamp, "description", "x", "assignedToId", UUID.randomUUID()))) {
            assertThat(api.post("/maintenance-jobs", body).refusal(400))
                    .as(body.keySet().toString())
                    .isEqualTo("invalid");
        }
        for (var body : List.of("{\"severity\":\"AWFUL\"}", "{\"assetId\":7}", "{\"nothing\":1}", "[]", "")) {
            assertThat(api.post("/maintenance-jobs", body).status()).as(body).isEqualTo(400);
        }
        assertThat(status(lamp)).as("nothing half-done").isEqualTo("AVAILABLE");
        var job = report(lamp, "<script>alert(1)</script>").expect(201);
        assertThat(job.json().path("description").asString()).isEqualTo("<script>alert(1)</script>");
        assertThat(act(job, "cancellation", Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(act(job, "start", Map.of("repairShopId", hall)).refusal(400)).isEqualTo("invalid");
        act(job, "start", null).expect(200);
        act(job, "completion", null).expect(200);
        assertThat(act(job, "return", Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(act(job, "return", Map.of("locationId", UUID.randomUUID())).refusal(400))
                .isEqualTo("invalid");
        assertThat(act(job, "return", Map.of("locationId", hall, "condition", "NO_SUCH"))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(status(lamp)).isEqualTo("IN_REPAIR");
    }

    @Test
    void isFoundByWhatPeopleAskFor() {
        var hall = warehouse.hall();
        var lamp = lamp(hall);
        var body = Map.of(
                "assetId",
                lamp,
                "description",
                "Rattles",
                "severity",
                "CRITICAL",
                "faultCategory",
                "Mechanics " + lamp);
        var job = api.post("/maintenance-jobs", body).expect(201);
        var number = job.json().path("number").asString();
        for (var query : List.of(
                "asset=" + lamp,
                "q=" + number,
                "q=" + warehouse.numberOf(lamp),
                "asset=" + lamp + "&state=REPORTED&state=IN_REPAIR",
                "asset=" + lamp + "&severity=CRITICAL&open=true&overdue=false",
                "faultCategory=Mechanics%20" + lamp,
                "asset=" + lamp + "&sort=-severity",
                "asset=" + lamp + "&sort=expectedBack",
                "asset=" + lamp + "&sort=asset")) {
            var items = api.get("/maintenance-jobs?" + query).expect(200).json().path("items");
            assertThat(texts(items, "number")).as(query).containsExactly(number);
        }
        assertThat(api.get("/maintenance-jobs?asset=" + lamp + "&open=false")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(api.get("/maintenance-jobs/fault-categories").expect(200).text())
                .contains("Mechanics " + lamp);
        assertThat(api.get("/maintenance-jobs?sort=nonsense").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/maintenance-jobs?state=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void whoeverMayRepairNeedsNoOtherPermission() {
        var hall = warehouse.hall();
        var mechanic = company.somebodyWho("MAINTENANCE_READ", "MAINTENANCE_EDIT");
        var lamp = lamp(hall);
        var job = mechanic.post("/maintenance-jobs", Map.of("assetId", lamp, "description", "Dim"))
                .expect(201);
        mechanic.post("/maintenance-jobs/" + job.id() + "/start", null).expect(200);
        mechanic.post("/maintenance-jobs/" + job.id() + "/completion", null).expect(200);
        mechanic.post("/maintenance-jobs/" + job.id() + "/return", Map.of("locationId", hall))
                .expect(200);
        assertThat(status(lamp)).isEqualTo("AVAILABLE");
        assertThat(mechanic.post("/assets/" + lamp + "/damage", Map.of("reason", "x"))
                        .refusal(403))
                .isEqualTo("not-permitted");
        var reader = company.somebodyWho("MAINTENANCE_READ");
        assertThat(reader.post("/maintenance-jobs", Map.of("assetId", lamp, "description", "x"))
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void tellsTheMechanicsButNotWhoeverReportedIt() {
        outbox.drain();
        var mechanic = company.somebodyWho("MAINTENANCE_EDIT");
        var reporter = company.somebodyWho("MAINTENANCE_READ", "MAINTENANCE_EDIT");
        var lamp = lamp(warehouse.hall());
        reporter.post("/maintenance-jobs", Map.of("assetId", lamp, "description", "Cracked lens"))
                .expect(201);
        outbox.drain();
        var told = mechanic.get("/notifications?unread=true").expect(200).json().path("items");
        assertThat(texts(told, "type")).as("the damage is told as the repair").containsExactly("REPAIR_REPORTED");
        assertThat(told.get(0).path("text").asString()).contains(warehouse.numberOf(lamp));
        assertThat(reporter.get("/notifications?unread=true")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private Api.Answer report(UUID asset, String description) {
        return api.post("/maintenance-jobs", Map.of("assetId", asset, "description", description));
    }

    private Api.Answer act(Api.Answer job, String action, Object body) {
        return api.post("/maintenance-jobs/" + job.id() + "/" + action, body);
    }

    private UUID lamp(UUID at) {
        return warehouse.asset(warehouse.product("SERIALISED", "Lamp", 2_000L), at);
    }

    private String status(UUID asset) {
        return db.fetchSingle("select status from inventory.asset where id = ?", asset)
                .get(0, String.class);
    }

    private String condition(UUID asset) {
        return db.fetchSingle("select condition from inventory.asset where id = ?", asset)
                .get(0, String.class);
    }

    private void receive(UUID product, UUID location, long quantity) {
        var line = Map.of("productId", product, "locationId", location, "quantity", quantity);
        api.post("/stock/receipts", Map.of("lines", List.of(line))).expect(201);
    }

    private long quantity(UUID product, UUID location) {
        var row = db.fetchOne(
                "select quantity from stock.level where product_id = ? and location_id = ?", product, location);
        return row == null ? 0 : row.get(0, Long.class);
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }
}

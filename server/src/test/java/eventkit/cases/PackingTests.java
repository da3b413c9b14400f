package eventkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.inventory.AssetDisposed;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoved;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ServerTest
class PackingTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final LeavesWithoutItsCase leaves;

    PackingTests(Company company, Warehouse warehouse, DSLContext db, LeavesWithoutItsCase leaves) {
        this.leaves = leaves;
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
    }

    @Test
    void packsAssetsPiecesAndCasesAndWeighsThem() {
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Lamp", 9_000L);
        var asset = warehouse.asset(lamp, hall);
        var cable = warehouse.cable();
        receive(cable, hall, 20);
        var inner = create(hall, Map.of("tareWeightGrams", 2_000));
        var id = create(hall, Map.of("tareWeightGrams", 20_000, "payloadGramsMax", 12_000));
        pack(id, asset(asset), pieces(cable, 6), inner(inner)).expect(200);

        var view = api.get("/cases/" + id).expect(200);
        var measures = view.json().path("measures");
        assertThat(measures.path("weightGrams").asLong()).isEqualTo(20_000 + 9_000 + 3_000 + 2_000);
        assertThat(measures.path("overloadedByGrams").asLong()).isEqualTo(2_000);
        assertThat(view.json().path("assets").asLong()).isEqualTo(1);
        assertThat(view.json().path("pieces").asLong()).isEqualTo(6);
        assertThat(view.json().path("cases").asLong()).isEqualTo(1);
        assertThat(loose(cable, hall)).isEqualTo(14);
        var totals = api.get("/stock/totals/" + cable).expect(200).json();
        assertThat(totals.path("owned").asLong()).isEqualTo(20);
        assertThat(totals.path("packed").asLong()).isEqualTo(6);
        assertThat(api.get("/assets/" + asset + "/case").expect(200).id()).isEqualTo(id);
        var entry = api.get("/stock/entries?product=" + cable + "&kind=PACK")
                .json()
                .path("items")
                .get(0);
        assertThat(entry.path("ref").path("label").asString())
                .isEqualTo(view.json().path("number").asString());
        var history = api.get("/cases/" + id + "/history").json().path("items");
        assertThat(history.get(0).path("action").asString()).isEqualTo("packed");
        assertThat(history.get(0).path("changes").toString()).contains(warehouse.numberOf(asset));

        pack(id, asset(asset), inner(inner)).expect(200);
        assertThat(api.get("/cases/" + id).etag()).isEqualTo(view.etag());
    }

    @Test
    void takesOutWhatIsInAndNoMore() {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var cable = warehouse.cable();
        receive(cable, hall, 10);
        var inner = create(hall, Map.of());
        var id = create(hall, Map.of());
        pack(id, asset(asset), pieces(cable, 10), inner(inner)).expect(200);
        assertThat(unpack(id, null, pieces(cable, 11)).refusal(409)).isEqualTo("not-in-case");
        unpack(id, null, pieces(cable, 4)).expect(200);
        assertThat(loose(cable, hall)).isEqualTo(4);
        var shelf = warehouse.shelf(hall);
        var left = unpack(id, shelf, pieces(cable, 6), inner(inner)).expect(200).json();
        assertThat(left.path("stock").size()).isZero();
        assertThat(loose(cable, shelf)).isEqualTo(6);
        assertThat(api.get("/cases/" + inner).json().path("locationId").asString())
                .isEqualTo(shelf.toString());
        assertThat(unpack(id, null, inner(inner)).refusal(409)).isEqualTo("not-in-case");
        unpack(id, null, asset(asset)).expect(200);
        assertThat(unpack(id, null, asset(asset)).refusal(409)).isEqualTo("not-in-case");
        assertThat(unpack(id, null, asset(UUID.randomUUID())).refusal(404)).isEqualTo("not-found");
        assertThat(api.get("/assets/" + asset + "/case").refusal(404)).isEqualTo("not-found");
    }

    @Test
    void emptiesACase() {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var cable = warehouse.cable();
        receive(cable, hall, 3);
        var inner = create(hall, Map.of());
        var id = create(hall, Map.of());
        pack(id, asset(asset), pieces(cable, 3), inner(inner)).expect(200);
        assertThat(api.delete("/cases/" + id + "/contents", "\"1\"").refusal(412))
                .isEqualTo("stale");
        var emptied = api.delete(
                        "/cases/" + id + "/contents", api.get("/cases/" + id).etag())
                .expect(200)
                .json();
        assertThat(emptied.path("assets").size()
                        + emptied.path("stock").size()
                        + emptied.path("cases").size())
                .isZero();
        assertThat(loose(cable, hall)).isEqualTo(3);
        assertThat(api.get("/cases/" + inner).json().path("parentId").isNull()).isTrue();
    }

    @Test
    void oneThingThatCanNotBePackedLeavesAllOfThemOut() {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var cable = warehouse.cable();
        receive(cable, hall, 3);
        var id = create(hall, Map.of());
        assertThat(pack(id, asset(asset), pieces(cable, 4)).refusal(409)).isEqualTo("stock-too-low");
        assertThat(api.get("/cases/" + id + "/contents").json().path("assets").size())
                .isZero();
        assertThat(api.get("/cases/" + id).json().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void takesLoosePiecesFromAnotherLocationWhenAsked() {
        var hall = warehouse.hall();
        var shelf = warehouse.shelf(hall);
        var cable = warehouse.cable();
        receive(cable, shelf, 5);
        var id = create(hall, Map.of());
        var item = new HashMap<String, Object>(pieces(cable, 2));
        item.put("locationId", shelf);
        pack(id, item).expect(200);
        assertThat(loose(cable, shelf)).isEqualTo(3);
    }

    @Test
    void sealedCasesAreNeitherPackedNorUnpacked() {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var id = create(hall, Map.of());
        pack(id, asset(asset)).expect(200);
        api.post("/cases/" + id + "/closing", null).expect(200);
        assertThat(unpack(id, null, asset(asset)).refusal(409)).isEqualTo("case-not-open");
        assertThat(pack(id, asset(asset)).refusal(409)).isEqualTo("case-not-open");
        api.post("/cases/" + id + "/out-of-service", Map.of("note", "Lock jammed"))
                .expect(200);
        assertThat(pack(id, asset(asset)).refusal(409)).isEqualTo("case-not-open");
        unpack(id, null, asset(asset)).expect(200);
    }

    @Test
    void anAssetIsInOneCaseEvenWhenTwoPackItAtOnce() throws Exception {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var cases =
                List.of(create(hall, Map.of()), create(hall, Map.of()), create(hall, Map.of()), create(hall, Map.of()));
        var tasks = new ArrayList<Callable<Api.Answer>>();
        for (var id : cases) tasks.add(() -> pack(id, asset(asset)));
        int packed = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(tasks)) {
                if (done.get().status() == 200) packed++;
                else assertThat(done.get().refusal(409)).isEqualTo("asset-in-another-case");
            }
        }
        assertThat(packed).isEqualTo(1);
        var holder = api.get("/assets/" + asset + "/case").expect(200).id();
        var other = cases.stream().filter(c -> !c.equals(holder)).findFirst().orElseThrow();
        var refused = pack(other, asset(asset));
        assertThat(refused.refusal(409)).isEqualTo("asset-in-another-case");
        assertThat(refused.json().path("facts").path("caseId").asString()).isEqualTo(holder);
        assertThatThrownBy(() -> db.execute(
                        "insert into cases.packed_asset (asset_id, case_id, packed_at) values (?, ?, now())",
                        asset,
                        UUID.fromString(other)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsLostOrGoneIsNotPacked() {
        var hall = warehouse.hall();
        var lost = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        db.execute("update inventory.asset set status = 'LOST', lost_at = now() where id = ?", lost);
        var id = create(hall, Map.of());
        assertThat(pack(id, asset(lost)).refusal(409)).isEqualTo("asset-not-packable");
        var lamp = warehouse.product("SERIALISED", "Lamp", null);
        assertThat(pack(id, pieces(lamp, 1)).refusal(409)).isEqualTo("product-not-counted");
        assertThat(pack(id, asset(UUID.randomUUID())).refusal(404)).isEqualTo("not-found");
        assertThat(pack(id, pieces(UUID.randomUUID(), 1)).refusal(404)).isEqualTo("not-found");
        assertThat(pack(id, inner(UUID.randomUUID().toString())).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void noCaseIsInsideItself() {
        var hall = warehouse.hall();
        var a = create(hall, Map.of());
        var b = create(hall, Map.of());
        var c = create(hall, Map.of());
        assertThat(pack(a, inner(a)).refusal(409)).isEqualTo("case-cyclic");
        pack(a, inner(b)).expect(200);
        pack(b, inner(c)).expect(200);
        assertThat(pack(c, inner(a)).refusal(409)).isEqualTo("case-cyclic");
        var d = create(hall, Map.of());
        var refused = pack(d, inner(c));
        assertThat(refused.refusal(409)).isEqualTo("case-in-another-case");
        assertThat(refused.json().path("facts").path("caseId").asString()).isEqualTo(b);
        assertThat(api.post("/cases/" + b + "/moves", Map.of("locationId", warehouse.hall()))
                        .refusal(409))
                .isEqualTo("case-nested");
        assertThatThrownBy(() -> db.execute(
                        "update cases.flight_case set parent_id = ? where id = ?",
                        UUID.fromString(c),
                        UUID.fromString(a)))
                .hasMessageContaining("inside itself");
    }

    @Test
    void casesPackedIntoEachOtherAtOnceNeverMakeACircle() throws Exception {
        var hall = warehouse.hall();
        for (int round = 0; round < 4; round++) {
            var ring = new ArrayList<String>();
            for (int i = 0; i < 4; i++) ring.add(create(hall, Map.of()));
            var tasks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < ring.size(); i++) {
                var outer = ring.get(i);
                var inner = ring.get((i + 1) % ring.size());
                tasks.add(() -> pack(outer, inner(inner)).status());
            }
            int packed = 0;
            try (var pool = Executors.newFixedThreadPool(4)) {
                for (var done : pool.invokeAll(tasks)) {
                    assertThat(done.get()).isIn(200, 409, 503);
                    if (done.get() == 200) packed++;
                }
            }
            assertThat(packed).isLessThan(ring.size());
            assertThat(circles()).isEmpty();
        }
    }

    @Test
    void casesNestTenDeepAndNoDeeper() {
        var hall = warehouse.hall();
        var outer = create(hall, Map.of());
        for (int depth = 2; depth <= 10; depth++) {
            var next = create(hall, Map.of());
            pack(next, inner(outer)).expect(200);
            outer = next;
        }
        assertThat(pack(create(hall, Map.of()), inner(outer)).refusal(409)).isEqualTo("case-too-deep");
        api.get("/cases/" + outer + "/packing-list").expect(200);
        api.get("/cases/" + outer + "/check").expect(200);
    }

    @Test
    void checksWhatBelongsInIt() {
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Lamp", null);
        var one = warehouse.asset(lamp, hall);
        var cable = warehouse.cable();
        receive(cable, hall, 5);
        var id = create(hall, Map.of("contentsKind", "FIXED"));
        var etag = api.get("/cases/" + id).etag();
        var set = api.put(
                "/cases/" + id + "/expected",
                Map.of(
                        "items",
                        List.of(
                                Map.of("productId", lamp, "quantity", 2),
                                Map.of("productId", cable, "quantity", 3, "note", "black ones"))),
                etag);
        assertThat(set.expect(200).json().path("items").size()).isEqualTo(2);
        assertThat(set.etag()).isEqualTo("\"2\"");
        pack(id, asset(one), pieces(cable, 3)).expect(200);
        var check = api.get("/cases/" + id + "/check").expect(200).json();
        assertThat(check.path("complete").asBoolean()).isFalse();
        assertThat(check.path("sentences").get(0).asString()).startsWith("lacks 1 Lamp");
        pack(id, asset(warehouse.asset(lamp, hall))).expect(200);
        assertThat(api.get("/cases/" + id + "/check").json().path("complete").asBoolean())
                .isTrue();
        assertThat(api.put("/cases/" + id + "/expected", Map.of("items", List.of()), etag)
                        .refusal(412))
                .isEqualTo("stale");
        var gone = api.put(
                "/cases/" + id + "/expected", Map.of("items", List.of(Map.of("productId", UUID.randomUUID()))), "*");
        assertThat(gone.refusal(404)).isEqualTo("not-found");
    }

    @Test
    void anAssetBelongsInOneCaseOnly() {
        var hall = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        var items = Map.of("items", List.of(Map.of("assetId", asset)));
        var first = create(hall, Map.of());
        api.put("/cases/" + first + "/expected", items, "*").expect(200);
        assertThat(api.put("/cases/" + create(hall, Map.of()) + "/expected", items, "*")
                        .refusal(409))
                .isEqualTo("expected-elsewhere");
        var itself = Map.of("items", List.of(Map.of("caseId", first)));
        assertThat(api.put("/cases/" + first + "/expected", itself, "*").refusal(400))
                .isEqualTo("invalid");
        var twice = Map.of("items", List.of(Map.of("assetId", asset), Map.of("assetId", asset)));
        assertThat(api.put("/cases/" + first + "/expected", twice, "*").refusal(400))
                .isEqualTo("invalid");
        var second = create(hall, Map.of());
        api.put("/cases/" + second + "/expected", Map.of("items", List.of(Map.of("caseId", first))), "*")
                .expect(200);
        assertThat(api.delete("/cases/" + first, "*").refusal(409)).isEqualTo("case-used");
    }

    @Test
    void productsAndLocationsThatCasesUseStay() {
        var hall = warehouse.hall();
        var cable = warehouse.cable();
        receive(cable, hall, 5);
        pack(create(hall, Map.of()), pieces(cable, 5)).expect(200);
        assertThat(db.fetchCount(
                        org.jooq.impl.DSL.table("cases.packed_stock"),
                        org.jooq.impl.DSL.condition("product_id = ?", cable)))
                .isEqualTo(1);
    }

    @Test
    void packedAssetsGoWhereTheirCaseGoesAndNowhereElse() {
        var hall = warehouse.hall();
        var other = warehouse.hall();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), warehouse.shelf(hall));
        var inner = create(hall, Map.of());
        var outer = create(other, Map.of());
        pack(inner, asset(asset)).expect(200);
        assertThat(warehouse.locationOf(asset)).isEqualTo(hall);
        pack(outer, inner(inner)).expect(200);
        assertThat(warehouse.locationOf(asset)).isEqualTo(other);
        var shelf = warehouse.shelf(hall);
        var moved = api.post("/cases/" + outer + "/moves", Map.of("locationId", shelf, "note", "For tomorrow"))
                .expect(200)
                .json();
        assertThat(moved.path("locationPath").size()).isEqualTo(2);
        assertThat(warehouse.locationOf(asset)).isEqualTo(shelf);
        assertThat(api.get("/cases/" + inner).json().path("locationId").asString())
                .isEqualTo(shelf.toString());
        assertThat(api.get("/cases/" + inner + "/history")
                        .json()
                        .path("items")
                        .get(0)
                        .path("action")
                        .asString())
                .isEqualTo("moved");
        var held = api.post("/assets/" + asset + "/moves", Map.of("locationId", hall));
        assertThat(held.refusal(409)).isEqualTo("asset-held");
        unpack(inner, other, asset(asset)).expect(200);
        assertThat(warehouse.locationOf(asset)).isEqualTo(other);
        api.post("/assets/" + asset + "/moves", Map.of("locationId", hall)).expect(200);
    }

    @Test
    void whoMayPackMayCarryWhatIsPackedButMoveNothingElse() {
        var hall = warehouse.hall();
        var planner = company.somebodyWho("ASSET_READ", "CASE_EDIT");
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), warehouse.hall());
        var id = create(hall, Map.of());
        planner.post("/cases/" + id + "/contents", Map.of("items", List.of(asset(asset))))
                .expect(200);
        assertThat(warehouse.locationOf(asset)).isEqualTo(hall);
        assertThat(planner.post("/assets/" + asset + "/moves", Map.of("locationId", hall))
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void whatWentWithoutItsCaseIsNoLongerInIt() {
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Lamp", null);
        var repaired = warehouse.asset(lamp, hall);
        var retired = warehouse.asset(lamp, hall);
        var stays = warehouse.asset(lamp, hall);
        var id = create(hall, Map.of());
        pack(id, asset(repaired), asset(retired), asset(stays)).expect(200);
        db.execute(
                "update inventory.asset set location_id = ? where id = ?",
                warehouse.location("REPAIR_SHOP", null),
                repaired);
        leaves.moved(new AssetMoved(
                List.of(
                        new AssetMoved.Move(new AssetId(repaired), null, null, null),
                        new AssetMoved.Move(new AssetId(stays), null, null, null)),
                Instant.now()));
        db.execute("update inventory.asset set status = 'RETIRED', disposed_at = now() where id = ?", retired);
        leaves.becameSomethingElse(new AssetDisposed(List.of(new AssetId(retired)), Instant.now()));
        var left = api.get("/cases/" + id + "/contents").json().path("assets");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).path("assetId").asString()).isEqualTo(stays.toString());
        assertThat(api.get("/cases/" + id + "/history")
                        .json()
                        .path("items")
                        .get(0)
                        .path("action")
                        .asString())
                .isEqualTo("left-behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"items\":[]}",
                "{\"items\":[null]}",
                "{\"items\":[{}]}",
                "{\"items\":[{\"assetId\":\"x\"}]}",
                "{\"items\":[{\"productId\":\"0190a5d0-0000-7000-8000-000000000000\"}]}",
                "{\"items\":[{\"productId\":\"0190a5d0-0000-7000-8000-000000000000\",\"quantity\":0}]}",
                "{\"items\":[{\"productId\":\"0190a5d0-0000-7000-8000-000000000000\",\"quantity\":-3}]}",
                "{\"items\":[{\"productId\":\"0190a5d0-0000-7000-8000-000000000000\",\"quantity\":9223372036854775807}]}",
                "{\"items\":[{\"assetId\":\"0190a5d0-0000-7000-8000-000000000000\",\"quantity\":2}]}",
                "{\"items\":[{\"assetId\":\"0190a5d0-0000-7000-8000-000000000000\",\"caseId\":\"0190a5d0-0000-7000-8000-000000000000\"}]}",
                "{\"items\":[{\"assetId\":\"0190a5d0-0000-7000-8000-000000000000\",\"unknown\":1}]}"
            })
    void refusesNonsense(String body) {
        var id = create(warehouse.hall(), Map.of());
        assertThat(api.post("/cases/" + id + "/contents", body).refusal(400)).isIn("invalid", "unreadable");
        assertThat(api.post("/cases/" + id + "/unpackings", body).refusal(400)).isIn("invalid", "unreadable");
    }

    @Test
    void randomPackingLosesNoPiece() {
        long seed = 20261122L;
        var random = new Random(seed);
        var hall = warehouse.hall();
        var cable = warehouse.cable();
        receive(cable, hall, 50);
        var cases = new ArrayList<String>();
        for (int i = 0; i < 5; i++) cases.add(create(hall, Map.of()));
        for (int step = 0; step < 120; step++) {
            var id = cases.get(random.nextInt(cases.size()));
            var answer = switch (random.nextInt(5)) {
                case 0, 1 -> pack(id, pieces(cable, 1 + random.nextInt(12)));
                case 2 -> unpack(id, null, pieces(cable, 1 + random.nextInt(12)));
                case 3 -> pack(id, inner(cases.get(random.nextInt(cases.size()))));
                default -> api.delete("/cases/" + id + "/contents", "*");
            };
            assertThat(answer.status())
                    .as("seed %d step %d: %s", seed, step, answer.text())
                    .isIn(200, 409);
            assertThat(api.get("/stock/totals/" + cable).json().path("owned").asLong())
                    .as("seed %d step %d", seed, step)
                    .isEqualTo(50);
        }
        assertThat(warehouse.wrongLevels()).as("seed %d", seed).isEmpty();
        assertThat(circles()).as("seed %d", seed).isEmpty();
    }

    private org.jooq.Result<?> circles() {
        return db.fetch("""
                with recursive up (start_id, id, depth) as (
                  select id, parent_id, 1 from cases.flight_case where parent_id is not null
                  union all
                  select u.start_id, c.parent_id, u.depth + 1 from up u join cases.flight_case c on c.id = u.id
                   where c.parent_id is not null and u.depth < 50)
                select start_id from up where id = start_id
                """);
    }

    private String create(UUID location, Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("name", "Case");
        body.put("locationId", location);
        body.putAll(more);
        return api.post("/cases", body).expect(201).id();
    }

    @SafeVarargs
    private Api.Answer pack(String id, Map<String, Object>... items) {
        return api.post("/cases/" + id + "/contents", Map.of("items", List.of(items)));
    }

    @SafeVarargs
    private Api.Answer unpack(String id, @Nullable UUID to, Map<String, Object>... items) {
        var body = new HashMap<String, Object>();
        body.put("items", List.of(items));
        body.put("toLocationId", to);
        return api.post("/cases/" + id + "/unpackings", body);
    }

    private static Map<String, Object> asset(UUID id) {
        return Map.of("assetId", id);
    }

    private static Map<String, Object> pieces(UUID product, long quantity) {
        return Map.of("productId", product, "quantity", quantity);
    }

    private static Map<String, Object> inner(String id) {
        return Map.of("caseId", id);
    }

    private void receive(UUID product, UUID location, long quantity) {
        api.post(
                        "/stock/receipts",
                        Map.of(
                                "lines",
                                List.of(Map.of("productId", product, "locationId", location, "quantity", quantity))))
                .expect(201);
    }

    private long loose(UUID product, UUID location) {
        JsonNode items = api.get("/stock?product=" + product + "&location=" + location)
                .expect(200)
                .json()
                .path("items");
        long sum = 0;
        for (var item : items)
            if (item.path("locationId").asString().equals(location.toString()))
                sum += item.path("quantity").asLong();
        return sum;
    }
}

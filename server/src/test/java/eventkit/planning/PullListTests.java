package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@ServerTest
class PullListTests {
    private final Api api;
    private final Warehouse warehouse;
    private final Planner planner;
    private final Demands demands;
    private final EventRows events;
    private final DSLContext db;

    PullListTests(
            Company company, Warehouse warehouse, Planner planner, Demands demands, EventRows events, DSLContext db) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.planner = planner;
        this.demands = demands;
        this.events = events;
        this.db = db;
    }

    private UUID newList() {
        return planner.mainList(planner.event());
    }

    private UUID lamp(int watts) {
        var id = warehouse.product("SERIALISED", "Lamp", 20_000L);
        db.execute(
                "update catalogue.product set power_watts = ?, width_millimetres = 100, height_millimetres = 200, depth_millimetres = 300,"
                        + " replacement_value_minor = 150000, hire_price_minor = 2500 where id = ?",
                watts,
                id);
        return id;
    }

    private UUID kit(UUID product, int quantity, UUID other) {
        var components = List.of(
                Map.of("productId", product, "quantity", quantity),
                Map.of("productId", other, "quantity", 1, "optional", true));
        var kit = api.post(
                        "/kits",
                        Map.of(
                                "code",
                                "WASH-" + Warehouse.running(),
                                "name",
                                "Wash set " + Warehouse.running(),
                                "mode",
                                "ALL_OR_NOTHING",
                                "components",
                                components))
                .expect(201);
        return UUID.fromString(kit.id());
    }

    /** Eighteen levels of kits that each hold all three of the level below: path by path that would be 400 million walks. */
    @Test
    @Timeout(60)
    void kitsThatShareTheirPartsOnEveryLevelAreCountedAtOnce() {
        var list = newList();
        var lamp = lamp(1);
        var below = List.of(planner.kit(lamp, 1), planner.kit(lamp, 1), planner.kit(lamp, 1));
        for (int level = 1; level < 18; level++) {
            var next = new ArrayList<UUID>();
            for (int i = 0; i < 3; i++) next.add(UUID.randomUUID());
            for (var kit : next) {
                db.execute(
                        "insert into catalogue.kit (id, code, name, mode, currency, created_at) values (?, ?, 'Rig', 'ALL_OR_NOTHING', 'EUR', now())",
                        kit,
                        "RIG" + Warehouse.running());
                for (int i = 0; i < 3; i++)
                    db.execute(
                            "insert into catalogue.kit_component (kit_id, position, sub_kit_id, quantity) values (?, ?, ?, 1)",
                            kit,
                            i,
                            below.get(i));
            }
            below = next;
        }
        long pieces = Math.powExact(3L, 17);
        assertThat(api.get("/kits/" + below.getFirst() + "/explosion")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("required")
                        .asLong())
                .isEqualTo(pieces);
        planner.line(list, Map.of("kind", "KIT", "kitId", below.getFirst()));
        var totals = api.get("/pull-lists/" + list + "/totals").expect(200).json();
        assertThat(totals.path("list").path("pieces").asLong()).isEqualTo(pieces);
        var event = api.get("/pull-lists/" + list)
                .expect(200)
                .json()
                .path("eventId")
                .asString();
        api.get("/events/" + event + "/technical").expect(200);
        api.get("/pull-lists/" + list + "/print").expect(200);
        assertThat(api.get("/timeline/contents?by=PRODUCT&id=" + lamp
                                + "&from=2027-05-01T00:00:00Z&to=2027-07-01T00:00:00Z")
                        .expect(200)
                        .text())
                .contains("" + pieces);
    }

    @Test
    void totalsGoDownToPiecesByGroup() {
        var list = newList();
        var lamp = lamp(500);
        var cable = warehouse.cable();
        var group = group(list, "Stage A");
        planner.product(list, lamp, 4);
        planner.add(
                        list,
                        Map.of(
                                "groupId",
                                group,
                                "lines",
                                List.of(
                                        Map.of("kind", "KIT", "kitId", kit(lamp, 3, cable), "quantity", 2),
                                        Map.of("kind", "PRODUCT", "productId", cable, "quantity", 10),
                                        Map.of("kind", "TEXT", "text", "Ladder of the house"))))
                .expect(200);
        var totals = api.get("/pull-lists/" + list + "/totals").expect(200).json();
        var all = totals.path("list");
        assertThat(all.path("lines").asInt()).isEqualTo(4);
        assertThat(all.path("pieces").asInt()).isEqualTo(4 + 6 + 10);
        assertThat(all.path("weightGrams").asLong()).isEqualTo(10 * 20_000L + 10 * 500L);
        assertThat(all.path("powerWatts").asInt()).isEqualTo(5_000);
        assertThat(all.path("powersUnknown").asInt()).isEqualTo(10);
        assertThat(all.path("volumeCubicMillimetres").asLong()).isEqualTo(10 * 6_000_000L);
        assertThat(all.path("values").get(0).path("amountMinor").asLong()).isEqualTo(1_500_000);
        assertThat(all.path("prices").get(0).path("amountMinor").asLong()).isEqualTo(10_000);
        var groups = totals.path("groups");
        assertThat(groups.get(0).path("groupId").isNull()).isTrue();
        assertThat(groups.get(0).path("totals").path("powerWatts").asInt()).isEqualTo(2_000);
        assertThat(groups.get(1).path("groupId").asString()).isEqualTo(group.toString());
        assertThat(groups.get(1).path("totals").path("pieces").asInt()).isEqualTo(16);
    }

    @Test
    void aCaseWeighsWithWhatIsInIt() {
        var list = newList();
        var hall = warehouse.hall();
        var lamp = warehouse.asset(lamp(500), hall);
        var trunk = api.post(
                        "/cases",
                        Map.of(
                                "name", "Trunk",
                                "locationId", hall,
                                "tareWeightGrams", 30_000,
                                "lengthMillimetres", 1_000,
                                "widthMillimetres", 500,
                                "heightMillimetres", 500))
                .expect(201);
        api.post("/cases/" + trunk.id() + "/contents", Map.of("assetIds", List.of(lamp)));
        db.execute(
                "insert into cases.packed_asset (asset_id, case_id, packed_at) values (?, ?::uuid, now()) on conflict do nothing",
                lamp,
                trunk.id());
        planner.line(list, Map.of("kind", "CASE", "caseId", trunk.id()));
        var all = api.get("/pull-lists/" + list + "/totals").expect(200).json().path("list");
        assertThat(all.path("weightGrams").asLong()).isEqualTo(50_000);
        assertThat(all.path("volumeCubicMillimetres").asLong()).isEqualTo(250_000_000);
        assertThat(all.path("powerWatts").asInt()).isEqualTo(500);
    }

    private UUID group(UUID list, String name) {
        var body = Map.of("name", name);
        var made = api.send("POST", "/pull-lists/" + list + "/groups", body, Map.of("If-Match", "*"))
                .expect(200);
        var groups = made.json().path("groups");
        return UUID.fromString(groups.get(groups.size() - 1).path("id").asString());
    }

    @Test
    void refusesLinesThatAreNoneAndAddsNothing() {
        var list = newList();
        var lamp = lamp(1);
        var refused = planner.add(
                list,
                Map.of(
                        "lines",
                        List.of(
                                Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 2),
                                Map.of("kind", "PRODUCT", "kitId", lamp),
                                Map.of("kind", "TEXT"),
                                Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 10_000_000),
                                Map.of(
                                        "kind", "TEXT",
                                        "text", "x",
                                        "times", Map.of("from", "2027-06-01T10:00:00Z")))));
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(texts(refused.json().path("errors"), "field"))
                .containsExactly("lines[1].productId", "lines[2].text", "lines[3].quantity", "lines[4].times.to");
        var unknown =
                planner.add(list, Map.of("lines", List.of(Map.of("kind", "ASSET", "assetId", UUID.randomUUID()))));
        assertThat(unknown.refusal(400)).isEqualTo("invalid");
        for (var line : List.of(
                Map.of("kind", "PRODUCT", "productId", lamp, "quantity", "4 dozen"),
                Map.of("kind", "PRODUCT", "productId", lamp, "quantityDozens", 4)))
            assertThat(planner.add(list, Map.of("lines", List.of(line))).status())
                    .as("units nobody knows")
                    .isEqualTo(400);
        assertThat(planner.lines(list).size()).isZero();
    }

    @Test
    void aStaleEditIsRefusedWithWhatChanged() {
        var list = newList();
        var etag = api.get("/pull-lists/" + list).expect(200).etag();
        planner.product(list, lamp(1), 2);
        var line = Map.of("lines", List.of(Map.of("kind", "TEXT", "text", "Ladder")));
        var stale = api.send("POST", "/pull-lists/" + list + "/lines", line, Map.of("If-Match", etag));
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.text()).contains("2 × Lamp");
        assertThat(api.post("/pull-lists/" + list + "/lines", line).refusal(428))
                .isEqualTo("if-match-required");
    }

    @Test
    void productsBringTheirAccessoriesAlongInProportion() {
        var list = newList();
        var lamp = lamp(1);
        var clamp = warehouse.product("BULK", "Clamp", 300L);
        var product = api.get("/products/" + lamp).expect(200);
        api.put(
                        "/products/" + lamp + "/accessories",
                        Map.of("items", List.of(Map.of("productId", clamp, "quantity", 2, "mode", "AUTOMATIC"))),
                        product.etag())
                .expect(200);
        var line = planner.product(list, lamp, 3);
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("3", "6");
        api.patch("/pull-lists/" + list + "/lines/" + line, Map.of("quantity", 5), "*")
                .expect(200);
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("5", "10");
        assertThat(api.get("/pull-lists/" + list + "/history").expect(200).text())
                .contains("\"lines[Lamp ")
                .contains("\"lines[Clamp ");
        planner.add(list, Map.of("accessories", false, "lines", List.of(Map.of("kind", "PRODUCT", "productId", lamp))))
                .expect(200);
        assertThat(planner.lines(list).size()).isEqualTo(3);
        api.delete("/pull-lists/" + list + "/lines/" + line, "*").expect(200);
        assertThat(planner.lines(list).size()).isEqualTo(1);
        assertThat(api.delete("/products/" + lamp, "*").refusal(409)).isEqualTo("product-in-use");
    }

    /** A lamp that brings two clamps. */
    private UUID lampWithClamps() {
        var lamp = lamp(1);
        var clamp = warehouse.product("BULK", "Clamp", 300L);
        api.put(
                        "/products/" + lamp + "/accessories",
                        Map.of("items", List.of(Map.of("productId", clamp, "quantity", 2, "mode", "AUTOMATIC"))),
                        api.get("/products/" + lamp).expect(200).etag())
                .expect(200);
        return lamp;
    }

    private Answer split(UUID list, UUID line, Map<String, ?> split) {
        return api.send("POST", "/pull-lists/" + list + "/lines/" + line + "/split", split, Map.of("If-Match", "*"));
    }

    @Test
    void aLineIsSplitWithWhatItBroughtAlong() {
        var list = newList();
        var lamp = lampWithClamps();
        var line = planner.line(
                list,
                Map.of(
                        "kind",
                        "PRODUCT",
                        "productId",
                        lamp,
                        "quantity",
                        10,
                        "warehouseNote",
                        "Tested",
                        "unitPrice",
                        Map.of("amountMinor", 900, "currency", "EUR")));
        text(list, "Ladder");
        var later = Map.of("from", "2027-06-02T08:00:00Z", "to", "2027-06-03T22:00:00Z");
        var added = split(list, line, Map.of("quantity", 6, "times", later)).expect(200);
        assertThat(added.json().path("added").size()).isEqualTo(2);
        var lines = planner.lines(list);
        assertThat(texts(lines, "quantity")).containsExactly("4", "8", "6", "12", "1");
        assertThat(lines.get(2).path("warehouseNote").asString()).isEqualTo("Tested");
        assertThat(lines.get(2).path("unitPrice").path("amountMinor").asInt()).isEqualTo(900);
        assertThat(lines.get(3).path("accessoryOf").asString())
                .isEqualTo(lines.get(2).path("id").asString());
        for (int i : List.of(2, 3))
            assertThat(lines.get(i).path("times").path("from").asString()).isEqualTo("2027-06-02T08:00:00Z");
        assertThat(lines.get(0).path("times").path("from").isNull()).isTrue();

        var group = group(list, "Stage A");
        split(list, line, Map.of("quantity", 1, "groupId", group)).expect(200);
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("3", "6", "6", "12", "1", "1", "2");
        assertThat(texts(planner.lines(list), "groupName").subList(5, 7)).containsExactly("Stage A", "Stage A");
        assertThat(api.get("/pull-lists/" + list + "/history").expect(200).text())
                .contains("line-split", "6 × Lamp", "12 × Clamp");
    }

    @Test
    void splitsOffSomePiecesOnly() {
        var list = newList();
        var line = planner.product(list, lamp(1), 3);
        for (int pieces : List.of(0, 3, 4))
            assertThat(split(list, line, Map.of("quantity", pieces)).refusal(400))
                    .isEqualTo("invalid");
        assertThat(split(list, line, Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(split(list, text(list, "Ladder"), Map.of("quantity", 1)).text())
                .contains("only-one");
        var backwards = Map.of("from", "2027-06-03T08:00:00Z", "to", "2027-06-02T22:00:00Z");
        assertThat(split(list, line, Map.of("quantity", 1, "times", backwards)).refusal(400))
                .isEqualTo("invalid");
        var elsewhere = group(newList(), "Stage B");
        assertThat(split(list, line, Map.of("quantity", 1, "groupId", elsewhere))
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("3", "1");
    }

    /** A category that takes so long before and after; null: as the one above it. */
    private UUID category(@Nullable UUID above, @Nullable Integer prep, @Nullable Integer turnaround) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("name", "Consoles " + Warehouse.running());
        body.put("parentId", above);
        body.put("prepMinutes", prep);
        body.put("turnaroundMinutes", turnaround);
        return UUID.fromString(api.post("/categories", body).expect(201).id());
    }

    private UUID inCategory(UUID category) {
        var product = lamp(1);
        api.patch("/products/" + product, Map.of("categoryId", category), "*").expect(200);
        return product;
    }

    @Test
    void newLinesTakeAsLongAsTheirCategoriesSay() {
        var list = newList();
        var above = category(null, 240, 60);
        var console = inCategory(category(above, null, 90));
        var silent = inCategory(category(null, null, null));
        planner.product(list, console, 1);
        planner.line(list, Map.of("kind", "KIT", "kitId", kit(inCategory(above), 1, console), "quantity", 2));
        planner.line(list, Map.of("kind", "ASSET", "assetId", warehouse.asset(console, warehouse.hall())));
        planner.line(list, Map.of("kind", "PRODUCT", "productId", console, "times", Map.of("turnaroundMinutes", 30)));
        planner.product(list, silent, 1);
        var lines = planner.lines(list);
        assertThat(minutes(lines, "prepMinutes")).containsExactly(240, 240, 240, null, null);
        assertThat(minutes(lines, "turnaroundMinutes")).containsExactly(90, 60, 90, 30, null);

        var etag = api.get("/categories/" + above).expect(200).etag();
        assertThat(api.patch("/categories/" + above, Map.of("prepMinutes", 86_401), etag)
                        .refusal(400))
                .isEqualTo("invalid");
        api.patch("/categories/" + above, Map.of("prepMinutes", 15), etag).expect(200);
        planner.product(list, console, 1);
        assertThat(minutes(planner.lines(list), "prepMinutes")).containsExactly(240, 240, 240, null, null, 15);
    }

    @Test
    void whatIsFreeForANewLineIsFreeForAsLongAsItWouldTakeIt() {
        var hall = warehouse.hall();
        var slow = inCategory(category(null, 24 * 60, null));
        var quick = lamp(1);
        for (var product : List.of(slow, quick)) warehouse.asset(product, hall);
        var before = planner.job(hall, "2028-05-03");
        planner.product(planner.mainList(before), slow, 1);
        planner.product(planner.mainList(before), quick, 1);
        planner.walk(before, Phase.CONFIRMED);
        var event = planner.job(hall, "2028-05-04");
        var list = planner.mainList(event);
        var asked = "/pull-lists/" + list + "/availability/new-lines?product=" + slow + "&product=" + quick;
        var free = api.get(asked).expect(200).json().path("items");
        assertThat(texts(free, "id")).containsExactly(slow.toString(), quick.toString());
        assertThat(texts(free, "firm")).containsExactly("0", "1");
        var later = Map.of("from", "2028-05-05T09:00:00Z", "to", "2028-05-05T10:00:00Z");
        var made = api.send(
                "POST",
                "/pull-lists/" + list + "/groups",
                Map.of("name", "Encore", "times", later),
                Map.of("If-Match", "*"));
        var group = made.expect(200).json().path("groups").get(0).path("id").asString();
        assertThat(texts(api.get(asked + "&group=" + group).expect(200).json().path("items"), "firm"))
                .containsExactly("1", "1");
        assertThat(api.get(asked + "&group=" + group(newList(), "Elsewhere")).refusal(400))
                .isEqualTo("invalid");
        planner.product(list, slow, 1);
        var judged = api.get("/pull-lists/" + list + "/availability")
                .expect(200)
                .json()
                .path("lines");
        assertThat(judged.get(0).path("free").path("firm").asInt())
                .as("the same once it stands there")
                .isZero();
    }

    private static List<@Nullable Integer> minutes(JsonNode lines, String field) {
        var result = new ArrayList<@Nullable Integer>();
        lines.forEach(line -> {
            var minutes = line.path("times").path(field);
            result.add(minutes.isNull() ? null : minutes.asInt());
        });
        return result;
    }

    @Test
    void whatCameAlongIsWantedWhenItsLineIs() {
        var list = newList();
        var line = planner.product(list, lampWithClamps(), 2);
        var times = Map.of("from", "2027-06-02T08:00:00Z", "to", "2027-06-02T22:00:00Z");
        var path = "/pull-lists/" + list + "/lines/";
        api.patch(path + line, Map.of("times", times), "*").expect(200);
        var clamps = planner.lines(list).get(1);
        assertThat(clamps.path("times").path("from").asString()).isEqualTo("2027-06-02T08:00:00Z");
        api.patch(path + clamps.path("id").asString(), Map.of("times", Map.of("prepMinutes", 5)), "*")
                .expect(200);
        api.patch(path + line, Map.of("times", Map.of("to", "2027-06-03T22:00:00Z")), "*")
                .expect(200);
        var lines = planner.lines(list);
        assertThat(lines.get(0).path("times").path("to").asString()).isEqualTo("2027-06-03T22:00:00Z");
        assertThat(lines.get(1).path("times").path("to").asString()).isEqualTo("2027-06-02T22:00:00Z");
    }

    @Test
    void linesMoveBeforeAndAfterEachOther() {
        var list = newList();
        var ids = new ArrayList<UUID>();
        for (var name : List.of("A", "B", "C", "D")) ids.add(text(list, name));
        place(list, Map.of("ids", List.of(ids.get(3)), "before", ids.get(0)));
        assertThat(names(list)).containsExactly("D", "A", "B", "C");
        place(list, Map.of("ids", List.of(ids.get(0), ids.get(1)), "after", ids.get(2)));
        assertThat(names(list)).containsExactly("D", "C", "A", "B");
        var group = group(list, "Stage A");
        place(list, Map.of("ids", List.of(ids.get(2), ids.get(3)), "groupId", group));
        assertThat(names(list)).containsExactly("A", "B", "C", "D");
        assertThat(texts(planner.lines(list), "groupName").subList(2, 4)).containsExactly("Stage A", "Stage A");
        for (int i = 0; i < 45; i++) place(list, Map.of("ids", List.of(ids.get(i % 2)), "before", ids.get(1 - i % 2)));
        assertThat(names(list)).containsExactly("A", "B", "C", "D");
        var other = api.send(
                "POST",
                "/pull-lists/" + list + "/lines/place",
                Map.of("ids", List.of(ids.get(0)), "before", ids.get(3)),
                Map.of("If-Match", "*"));
        assertThat(other.refusal(400)).isEqualTo("invalid");
    }

    private UUID text(UUID list, String text) {
        return planner.line(list, Map.of("kind", "TEXT", "text", text));
    }

    private void place(UUID list, Map<String, ?> place) {
        api.send("POST", "/pull-lists/" + list + "/lines/place", place, Map.of("If-Match", "*"))
                .expect(200);
    }

    private List<String> names(UUID list) {
        return texts(planner.lines(list), "name");
    }

    @Test
    void insertsBetweenLinesHoweverOften() {
        var list = newList();
        var first = text(list, "first");
        text(list, "last");
        for (int i = 0; i < 30; i++)
            planner.add(list, Map.of("after", first, "lines", List.of(Map.of("kind", "TEXT", "text", "t" + i))))
                    .expect(200);
        var names = names(list);
        assertThat(names.getFirst()).isEqualTo("first");
        assertThat(names.get(1)).isEqualTo("t29");
        assertThat(names.get(30)).isEqualTo("t0");
        assertThat(names.getLast()).isEqualTo("last");
    }

    @Test
    void groupsHaveAnOrderAndTimesOfTheirOwn() {
        var list = newList();
        var audio = group(list, "Audio");
        var light = group(list, "Light");
        var address = "/pull-lists/" + list + "/groups/";
        api.send("POST", address + light + "/place", Map.of("before", audio), Map.of("If-Match", "*"))
                .expect(200);
        var times = Map.of("from", "2027-06-02T08:00:00Z", "to", "2027-06-02T20:00:00Z", "prepMinutes", 90);
        var changed = api.patch(address + audio, Map.of("times", times, "note", "Truck 2"), "*")
                .expect(200)
                .json();
        assertThat(texts(changed.path("groups"), "name")).containsExactly("Light", "Audio");
        var product = lamp(1);
        planner.add(
                        list,
                        Map.of(
                                "groupId",
                                audio,
                                "lines",
                                List.of(Map.of("kind", "PRODUCT", "productId", product, "quantity", 3))))
                .expect(200);
        var event = UUID.fromString(changed.path("eventId").asString());
        var demand = demandsOf(event).getFirst();
        assertThat(demand.productId()).isEqualTo(product);
        assertThat(demand.from()).isEqualTo("2027-06-02T06:30:00Z");
        assertThat(demand.to()).isEqualTo("2027-06-02T20:00:00Z");
        api.delete(address + audio, "*").expect(200);
        assertThat(planner.lines(list).size()).isZero();
        assertThat(demandsOf(event)).isEmpty();
    }

    private List<Demand> demandsOf(UUID id) {
        var event = events.find(id).orElseThrow();
        return demands.of(event, event.onSite());
    }

    @Test
    void pastesAllRowsOrNone() {
        var list = newList();
        var lamp = lamp(1);
        var prefix = "LMP" + Warehouse.running();
        db.execute("update catalogue.product set number_prefix = ? where id = ?", prefix, lamp);
        var cable = warehouse.cable();
        var cableName = db.fetchSingle("select name from catalogue.product where id = ?", cable)
                .get(0, String.class);
        var asset = warehouse.asset(lamp, warehouse.hall());
        var good = "12\t" + prefix.toLowerCase(java.util.Locale.ROOT) + "\r\n" + cableName + "\t40\n"
                + warehouse.numberOf(asset);
        var pasted = paste(list, good + "\n3\tXyzzy 4711 unheard\n2\t" + cableName + "x");
        assertThat(texts(pasted.path("unresolved"), "row")).containsExactly("4", "5");
        assertThat(texts(pasted.path("unresolved").get(1).path("suggestions"), "name"))
                .contains(cableName);
        assertThat(planner.lines(list).size()).isZero();
        var done = paste(list, good);
        assertThat(done.path("unresolved").size()).isZero();
        assertThat(done.path("added").size()).isEqualTo(3);
        assertThat(texts(planner.lines(list), "kind")).containsExactly("PRODUCT", "PRODUCT", "ASSET");
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("12", "40", "1");
        var meant = List.of(
                Map.of("row", 4, "kind", "TEXT"), Map.of("row", 5, "kind", "PRODUCT", "id", cable), Map.of("row", 7));
        var open = "Qty\tItem\tNotes\n2\t" + cableName + "\tblack\n\n3\tXyzzy 4711 unheard\t\n2,5\t" + cableName
                + "\t\n\n1\tDeposit\t";
        assertThat(texts(paste(list, open).path("unresolved"), "row")).containsExactly("4", "5", "7");
        var answered = api.send(
                        "POST",
                        "/pull-lists/" + list + "/paste",
                        Map.of("text", open, "meant", meant),
                        Map.of("If-Match", "*"))
                .expect(200)
                .json();
        assertThat(answered.path("rows").asInt()).isEqualTo(4);
        assertThat(answered.path("added").size()).isEqualTo(3);
        var lines = planner.lines(list);
        assertThat(texts(lines, "quantity")).containsExactly("12", "40", "1", "2", "3", "3");
        assertThat(lines.get(3).path("warehouseNote").asString()).isEqualTo("black");
        for (var wrong : List.of(
                Map.of("row", 99, "kind", "TEXT"), Map.of("row", 4, "kind", "PRODUCT"), Map.of("row", 4, "id", cable)))
            api.send(
                            "POST",
                            "/pull-lists/" + list + "/paste",
                            Map.of("text", open, "meant", List.of(wrong)),
                            Map.of("If-Match", "*"))
                    .expect(400);
        var twice = paste(list, "2\t" + warehouse.numberOf(asset));
        assertThat(twice.path("unresolved").size()).as("an asset is one").isEqualTo(1);
    }

    private tools.jackson.databind.JsonNode paste(UUID list, String text) {
        return api.send("POST", "/pull-lists/" + list + "/paste", Map.of("text", text), Map.of("If-Match", "*"))
                .expect(200)
                .json();
    }

    @Test
    void twentyThousandLinesAreEnough() {
        var list = newList();
        var all = Collections.nCopies(PullLines.LINES_MAX, Map.of("kind", "TEXT", "text", "Ladder"));
        planner.add(list, Map.of("lines", all)).expect(200);
        var refused = planner.add(list, Map.of("lines", List.of(Map.of("kind", "TEXT", "text", "One more"))));
        assertThat(refused.refusal(409)).isEqualTo("pull-list-too-long");
        var page = api.get("/pull-lists/" + list + "/lines?limit=10&offset=19995")
                .expect(200)
                .json();
        assertThat(page.path("items").size()).isEqualTo(5);
        var event = api.get("/pull-lists/" + list)
                .expect(200)
                .json()
                .path("eventId")
                .asString();
        var second = UUID.fromString(api.post("/events/" + event + "/pull-lists", Map.of("name", "Second"))
                .expect(201)
                .id());
        var together = planner.add(second, Map.of("lines", List.of(Map.of("kind", "TEXT", "text", "One more"))));
        assertThat(together.refusal(409))
                .as("what is claimed is claimed at once")
                .isEqualTo("event-too-long");
        assertThat(together.json().path("facts").path("lines").asLong()).isEqualTo(PullLines.LINES_MAX + 1);
        assertThat(planner.lines(second).size()).isZero();
    }

    @Test
    void anEventHasSeveralListsAndAtLeastOne() {
        var event = planner.event();
        var main = planner.mainList(event);
        assertThat(api.post("/events/" + event + "/pull-lists", Map.of("name", "main"))
                        .refusal(409))
                .isEqualTo("pull-list-name-taken");
        var light = api.post("/events/" + event + "/pull-lists", Map.of("name", "Light"))
                .expect(201);
        var lists =
                api.get("/events/" + event + "/pull-lists").expect(200).json().path("items");
        assertThat(texts(lists, "name")).containsExactly("Main", "Light");
        api.delete("/pull-lists/" + main, "*").expect(204);
        assertThat(api.delete("/pull-lists/" + light.id(), "*").refusal(409)).isEqualTo("last-pull-list");
    }

    @Test
    void whatIsOnAListIsNotRemoved() {
        var list = newList();
        var kit = kit(lamp(1), 2, warehouse.cable());
        planner.line(list, Map.of("kind", "KIT", "kitId", kit));
        assertThat(api.delete("/kits/" + kit, "*").refusal(409)).isEqualTo("kit-in-use");
        var trunk = api.post("/cases", Map.of("name", "Trunk", "locationId", warehouse.hall()))
                .expect(201);
        planner.line(list, Map.of("kind", "CASE", "caseId", trunk.id()));
        assertThat(api.delete("/cases/" + trunk.id(), "*").refusal(409)).isEqualTo("used-on-pull-list");
    }
}

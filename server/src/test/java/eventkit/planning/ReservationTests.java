package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A confirmed event holds its stock, whichever way it changes, and nobody can take it. */
@ServerTest
class ReservationTests {
    private static final Duration FOUR_DAYS = Duration.ofDays(4);
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final ExpiresOptions expiry;
    private final WatchesShortages watcher;
    private final Outbox outbox;
    private final DSLContext db;
    private final UUID hall;
    private final UUID lamp;

    ReservationTests(
            Company company,
            Warehouse warehouse,
            Planner planner,
            ExpiresOptions expiry,
            WatchesShortages watcher,
            Outbox outbox,
            DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.expiry = expiry;
        this.watcher = watcher;
        this.outbox = outbox;
        this.db = db;
        this.hall = warehouse.hall();
        this.lamp = warehouse.product("SERIALISED", "Lamp", 1L);
    }

    private List<UUID> assets(UUID product, int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) ids.add(warehouse.asset(product, hall));
        return ids;
    }

    private UUID event(String day) {
        return planner.job(hall, day);
    }

    /** With so many lamps on its list. */
    private UUID event(String day, int lamps) {
        var id = event(day);
        planner.product(planner.mainList(id), lamp, lamps);
        return id;
    }

    private int free(String day) {
        return free(day, "firm");
    }

    private int free(String day, String number) {
        var found = api.get("/availability/products?warehouse=" + hall + "&from=" + day + "T10:00:00Z&to=" + day
                        + "T11:00:00Z&product=" + lamp)
                .expect(200)
                .json()
                .path("items");
        return found.get(0).path(number).asInt();
    }

    private JsonNode shortages(UUID event, String query) {
        return api.get("/events/" + event + "/shortages" + query)
                .expect(200)
                .json()
                .path("items");
    }

    private List<JsonNode> everywhereOf(UUID event) {
        var found = new ArrayList<JsonNode>();
        for (var item : api.get("/shortages").expect(200).json().path("items"))
            if (item.path("eventId").asString().equals(event.toString())) found.add(item);
        return found;
    }

    private Answer change(UUID list, UUID line, int quantity) {
        return api.patch("/pull-lists/" + list + "/lines/" + line, Map.of("quantity", quantity), "*");
    }

    @Test
    void whatIsConfirmedIsHeldAndNobodyElseGetsIt() {
        assets(lamp, 5);
        var first = event("2028-03-01", 4);
        planner.walk(first, Phase.CONFIRMED);
        assertThat(free("2028-03-01")).isEqualTo(1);
        var second = event("2028-03-01", 2);
        var refused = planner.to(second, Phase.CONFIRMED);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        assertThat(texts(refused.json().path("facts").path("missing"), "code")).containsExactly("not-enough");
        assertThat(refused.text())
                .contains("1 × Lamp")
                .contains("2028-03-01 09:00")
                .contains(planner.get(first).path("number").asString());
        assertThat(planner.get(second).path("phase").asString()).isEqualTo("ENQUIRY");
        assertThat(free("2028-03-01")).isEqualTo(1);
        planner.walk(event("2028-03-02", 5), Phase.CONFIRMED);
    }

    @Test
    void cancellingClosingAndTakingBackFreeAtOnce() {
        assets(lamp, 3);
        var event = event("2028-03-01", 3);
        planner.walk(event, Phase.CONFIRMED);
        assertThat(free("2028-03-01")).isZero();
        planner.walk(event, Phase.QUOTED);
        assertThat(free("2028-03-01")).isEqualTo(3);
        planner.walk(event, Phase.CONFIRMED, Phase.PREP, Phase.LOAD_OUT, Phase.ON_SITE, Phase.LOAD_IN, Phase.DE_PREP);
        assertThat(free("2028-03-01")).isZero();
        planner.walk(event, Phase.CLOSED);
        assertThat(free("2028-03-01")).isEqualTo(3);
        planner.to(event, Phase.DE_PREP, "A case is still out").expect(200);
        assertThat(free("2028-03-01")).isZero();
        var other = event("2028-03-02", 3);
        planner.walk(other, Phase.CONFIRMED);
        api.post("/events/" + other + "/phase", Map.of("phase", "CANCELLED", "reason", "Rain"))
                .expect(200);
        assertThat(free("2028-03-02")).isEqualTo(3);
    }

    @Test
    void anOptionTakesFromTheWorstCaseOnlyAndRunsOut() {
        assets(lamp, 3);
        var event = event("2028-03-01", 2);
        api.post("/events/" + event + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        assertThat(free("2028-03-01", "firm")).isEqualTo(3);
        assertThat(free("2028-03-01", "worst")).isEqualTo(1);
        planner.product(planner.mainList(event), lamp, 1);
        assertThat(free("2028-03-01", "worst")).isZero();
        db.execute("update planning.event set optioned_until = now() - interval '1 second' where id = ?", event);
        Callers.runAs(Caller.system(), expiry::run);
        assertThat(free("2028-03-01", "worst")).isEqualTo(3);
    }

    @Test
    void aConfirmedEventTakesMoreOnlyWhereThereIsMore() {
        assets(lamp, 5);
        var event = event("2028-03-01", 3);
        var list = planner.mainList(event);
        planner.walk(event, Phase.CONFIRMED);
        var line = planner.product(list, lamp, 2);
        assertThat(free("2028-03-01")).isZero();
        assertThat(change(list, line, 3).refusal(409)).isEqualTo("not-enough");
        var added = planner.add(
                list, Map.of("lines", List.of(Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 1))));
        assertThat(added.refusal(409)).isEqualTo("not-enough");
        assertThat(added.json()
                        .path("facts")
                        .path("shortages")
                        .get(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("3", "2");
        change(list, line, 1).expect(200);
        assertThat(free("2028-03-01")).isEqualTo(1);
        api.send(
                        "POST",
                        "/pull-lists/" + list + "/lines/removal",
                        Map.of("ids", List.of(line)),
                        Map.of("If-Match", "*"))
                .expect(200);
        assertThat(free("2028-03-01")).isEqualTo(2);
    }

    @Test
    void aSplitAsksForNothingMoreUnlessItIsWantedLonger() {
        assets(lamp, 5);
        var event = event("2028-03-01", 5);
        var list = planner.mainList(event);
        var line = UUID.fromString(planner.lines(list).get(0).path("id").asString());
        planner.walk(event, Phase.CONFIRMED);
        planner.walk(event("2028-03-02", 3), Phase.CONFIRMED);
        var path = "/pull-lists/" + list + "/lines/" + line + "/split";
        var any = Map.of("If-Match", "*");
        api.send("POST", path, Map.of("quantity", 3), any).expect(200);
        assertThat(free("2028-03-01")).isZero();
        var longer = Map.of("from", "2028-03-01T08:00:00Z", "to", "2028-03-02T12:00:00Z");
        api.send("POST", path, Map.of("quantity", 1, "times", longer), any).expect(200);
        assertThat(free("2028-03-02")).isEqualTo(1);
        var rest = UUID.fromString(planner.lines(list).get(2).path("id").asString());
        var refused = api.send(
                "POST",
                "/pull-lists/" + list + "/lines/" + rest + "/split",
                Map.of("quantity", 2, "times", longer),
                any);
        assertThat(refused.refusal(409)).isEqualTo("not-enough");
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("1", "1", "3");
    }

    @Test
    void whoMayOverbooksWithAReasonWhichIsRecorded() {
        assets(lamp, 1);
        var event = event("2028-03-01", 3);
        var despite = Map.of("phase", "CONFIRMED", "despite", "Sub-hire is on its way");
        assertThat(company.somebody("SALES")
                        .post("/events/" + event + "/phase", despite)
                        .refusal(403))
                .isEqualTo("not-permitted");
        api.post("/events/" + event + "/phase", despite).expect(200);
        assertThat(free("2028-03-01")).isEqualTo(-2);
        var history = api.get("/events/" + event + "/history").expect(200);
        assertThat(texts(history.json().path("items"), "action")).contains("overbooked");
        assertThat(history.text()).contains("Sub-hire is on its way").contains("2 × Lamp");
        // What was accepted is not asked again; what is more is.
        var list = planner.mainList(event);
        planner.ladder(event);
        var line = UUID.fromString(planner.lines(list).get(0).path("id").asString());
        assertThat(change(list, line, 4).refusal(409)).isEqualTo("not-enough");
        api.patch("/pull-lists/" + list + "/lines/" + line + "?despite=More+is+coming", Map.of("quantity", 4), "*")
                .expect(200);
        assertThat(free("2028-03-01")).isEqualTo(-3);
    }

    /** What it held may be gone by then: lost, in repair, or somebody else's who was put first. */
    @Test
    void isPreparedAndLoadedOnlyWithItsStockOrDespiteAReason() {
        var lamps = assets(lamp, 4);
        var first = event("2028-03-01", 2);
        var last = event("2028-03-01", 2);
        planner.walk(first, Phase.CONFIRMED);
        planner.walk(last, Phase.CONFIRMED);
        api.post("/assets/" + lamps.getFirst() + "/loss", Map.of("reason", "Not found"))
                .expect(200);
        planner.walk(first, Phase.PREP);
        var refused = planner.to(last, Phase.PREP);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        var missing = refused.json().path("facts").path("missing").get(0);
        assertThat(missing.path("code").asString()).isEqualTo("not-enough");
        assertThat(missing.path("message").asString()).contains("1 × Lamp").contains("2028-03-01 09:00");
        var shortage = missing.path("shortages").get(0);
        assertThat(shortage.path("quantity").asInt()).isEqualTo(1);
        assertThat(shortage.path("holders").get(0).path("owner").asString()).isEqualTo(first.toString());
        assertThat(api.get("/events/" + last + "/phase").expect(200).text()).contains("not-enough");
        assertThat(planner.despite(last, Phase.PREP, " ").refusal(409)).isEqualTo("event-not-ready");
        var despite = Map.of("phase", "PREP", "despite", "Sub-hire is on its way");
        assertThat(company.somebody("WAREHOUSE")
                        .post("/events/" + last + "/phase", despite)
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(planner.despite(last, Phase.PREP, "x".repeat(1_001)).refusal(400))
                .isEqualTo("invalid");
        api.post("/events/" + last + "/phase", despite).expect(200);
        var moved = api.get("/events/" + last + "/history")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(moved.path("action").asString()).isEqualTo("moved");
        assertThat(moved.path("changes").toString())
                .contains("Sub-hire is on its way")
                .contains("1 × Lamp");
        assertThat(planner.to(last, Phase.LOAD_OUT).refusal(409)).isEqualTo("event-not-ready");
        planner.walk(last, Phase.CONFIRMED);
        assets(lamp, 1);
        planner.walk(last, Phase.PREP, Phase.LOAD_OUT);
    }

    /** Half of the event is over: what was short only in that half keeps nothing from leaving. */
    @Test
    void whatWasShortInThePastIsNotAskedFor() {
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var box = assets(lamp, 1).getFirst();
        var over = event("2028-03-01", 1);
        api.patch(
                        "/events/" + over,
                        Map.of("from", today.minus(FOUR_DAYS), "to", today.minus(FOUR_DAYS.dividedBy(2))),
                        "*")
                .expect(200);
        planner.walk(over, Phase.CONFIRMED);
        var event = event("2028-03-01", 1);
        api.patch("/events/" + event, Map.of("from", today.minus(FOUR_DAYS), "to", today.plus(FOUR_DAYS)), "*")
                .expect(200);
        planner.despite(event, Phase.CONFIRMED, "It is back by then").expect(200);
        assertThat(shortages(event, "")).hasSize(1);
        planner.walk(event, Phase.PREP);
        api.post("/assets/" + box + "/loss", Map.of("reason", "Not found")).expect(200);
        assertThat(planner.to(event, Phase.LOAD_OUT).refusal(409)).isEqualTo("event-not-ready");
    }

    @Test
    void movedDatesAreHeldOrRefusedAndPreviewed() {
        assets(lamp, 4);
        var first = event("2028-03-01", 3);
        planner.walk(first, Phase.CONFIRMED);
        var second = event("2028-03-05", 2);
        planner.walk(second, Phase.CONFIRMED);
        assertThat(shortages(second, "")).isEmpty();
        var there = shortages(second, "?from=2028-03-01T08:00:00Z&to=2028-03-01T09:00:00Z");
        assertThat(there).hasSize(1);
        var shortage = there.get(0).path("shortage");
        assertThat(shortage.path("quantity").asInt()).isEqualTo(1);
        assertThat(shortage.path("holders").get(0).path("owner").asString()).isEqualTo(first.toString());
        var moved = Map.of("from", "2028-03-01T08:00:00Z", "to", "2028-03-01T20:00:00Z");
        assertThat(api.patch("/events/" + second, moved, "*").refusal(409)).isEqualTo("not-enough");
        assertThat(free("2028-03-05")).isEqualTo(2);
        api.patch("/events/" + second, Map.of("from", "2028-03-06T08:00:00Z", "to", "2028-03-06T20:00:00Z"), "*")
                .expect(200);
        assertThat(free("2028-03-05")).isEqualTo(4);
        assertThat(free("2028-03-06")).isEqualTo(2);
    }

    @Test
    void whatHasDatesOfItsOwnMovesWithItsEvent() {
        assets(lamp, 4);
        planner.walk(event("2028-04-04", 4), Phase.CONFIRMED);
        var event = planner.job(hall, "2028-03-01T08:00:00Z", "2028-03-03T20:00:00Z", Map.of());
        var list = planner.mainList(event);
        var own = Map.of("from", "2028-03-02T08:00:00Z", "to", "2028-03-02T20:00:00Z");
        planner.line(list, Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 2, "times", own));
        planner.walk(event, Phase.CONFIRMED);
        assertThat(free("2028-03-02")).isEqualTo(2);

        // A month later that day is another event's; as a preview, and when it is done.
        var there = Map.of("from", "2028-04-03T08:00:00Z", "to", "2028-04-05T20:00:00Z");
        assertThat(shortages(event, "?from=" + there.get("from") + "&to=" + there.get("to")))
                .hasSize(1);
        assertThat(api.patch("/events/" + event, there, "*").refusal(409)).isEqualTo("not-enough");
        assertThat(planner.lines(list).get(0).path("times").path("from").asString())
                .isEqualTo("2028-03-02T08:00:00Z");
        api.patch("/events/" + event, Map.of("from", "2028-03-11T09:00:00Z", "to", "2028-03-13T21:30:00Z"), "*")
                .expect(200);
        assertThat(free("2028-03-02")).isEqualTo(4);
        assertThat(free("2028-03-12")).isEqualTo(2);
        api.patch("/events/" + event, Map.of("to", "2028-03-14T20:00:00Z"), "*").expect(200);
        assertThat(free("2028-03-12")).as("longer is not moved").isEqualTo(2);
        assertThat(api.get("/pull-lists/" + list + "/history").expect(200).text())
                .contains("dates-moved");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    @Test
    void everyListAndItsOwnWarehouseCounts() {
        assets(lamp, 5);
        var event = event("2028-03-01", 2);
        var second = UUID.fromString(api.post("/events/" + event + "/pull-lists", Map.of("name", "Stage B"))
                .expect(201)
                .id());
        planner.product(second, lamp, 2);
        planner.walk(event, Phase.CONFIRMED);
        assertThat(free("2028-03-01")).isEqualTo(1);
        var elsewhere = warehouse.hall();
        assertThat(api.patch("/pull-lists/" + second, Map.of("warehouseId", elsewhere), "*")
                        .refusal(409))
                .isEqualTo("not-enough");
        warehouse.asset(lamp, elsewhere);
        warehouse.asset(lamp, elsewhere);
        api.patch("/pull-lists/" + second, Map.of("warehouseId", elsewhere), "*")
                .expect(200);
        assertThat(free("2028-03-01")).isEqualTo(3);
        api.delete("/pull-lists/" + second, "*").expect(204);
        assertThat(free("2028-03-01")).isEqualTo(3);
    }

    @Test
    void aListShowsWhatIsFreeForEachOfItsLines() {
        assets(lamp, 5);
        planner.walk(event("2028-03-01", 3), Phase.CONFIRMED);
        var event = event("2028-03-01");
        var list = planner.mainList(event);
        var one = planner.product(list, lamp, 1);
        var two = planner.product(list, lamp, 2);
        planner.ladder(event);
        var stock = api.get("/pull-lists/" + list + "/availability").expect(200).json();
        assertThat(stock.path("warehouseId").asString()).isEqualTo(hall.toString());
        assertThat(stock.path("held").asString()).isEqualTo("ENQUIRY");
        assertThat(texts(stock.path("lines"), "lineId")).containsExactly(one.toString(), two.toString());
        for (var line : stock.path("lines")) {
            assertThat(line.path("free").path("firm").asInt()).isEqualTo(2);
            assertThat(line.path("lacking").asInt()).as("short together").isEqualTo(1);
        }
        change(list, two, 1).expect(200);
        planner.walk(event, Phase.CONFIRMED);
        stock = api.get("/pull-lists/" + list + "/availability").expect(200).json();
        assertThat(stock.path("held").asString()).isEqualTo("CONFIRMED");
        for (var line : stock.path("lines")) {
            assertThat(line.path("free").path("firm").asInt())
                    .as("without what it holds itself")
                    .isEqualTo(2);
            assertThat(line.path("lacking").asInt()).isZero();
        }
    }

    @Test
    void whoWasConfirmedLastGoesWithoutWhenStockGoesAway() {
        var lamps = assets(lamp, 4);
        var first = event("2028-03-01", 2);
        var last = event("2028-03-01", 2);
        planner.walk(last, Phase.QUOTED);
        planner.walk(first, Phase.CONFIRMED);
        planner.walk(last, Phase.CONFIRMED);
        assertThat(everywhereOf(last)).isEmpty();
        api.post("/assets/" + lamps.getFirst() + "/loss", Map.of("reason", "Not found"))
                .expect(200);
        assertThat(everywhereOf(first)).isEmpty();
        var lacking = everywhereOf(last);
        assertThat(lacking).hasSize(1);
        assertThat(lacking.getFirst().path("shortage").path("quantity").asInt()).isEqualTo(1);
        assertThat(shortages(first, "")).isEmpty();
        assertThat(shortages(last, "")).hasSize(1);
        assertThat(lackingOf(first)).containsExactly(0);
        assertThat(lackingOf(last)).containsExactly(1);
    }

    @Test
    void whoMayPutsOneEventBeforeAnotherAndThePlannersHear() {
        var lamps = assets(lamp, 4);
        var first = event("2028-03-01", 2);
        var last = event("2028-03-01", 2);
        planner.walk(first, Phase.CONFIRMED);
        planner.walk(last, Phase.CONFIRMED);
        watch();
        api.post("/assets/" + lamps.getFirst() + "/loss", Map.of("reason", "Not found"))
                .expect(200);
        watch();
        assertThat(told(last)).singleElement().asString().contains("1 × Lamp");
        assertThat(told(first)).isEmpty();
        var order = Map.of("before", first, "reason", "The client pays for it");
        assertThat(company.somebody("SALES")
                        .post("/events/" + last + "/priority", order)
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(api.post("/events/" + last + "/priority", Map.of("before", last, "reason", "x"))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/events/" + last + "/priority", Map.of("before", event("2028-03-01"), "reason", "x"))
                        .refusal(400))
                .isEqualTo("invalid");
        api.post("/events/" + last + "/priority", order).expect(204);
        assertThat(everywhereOf(last)).isEmpty();
        assertThat(everywhereOf(first)).hasSize(1);
        assertThat(lackingOf(first)).containsExactly(1);
        watch();
        watch();
        assertThat(told(first)).as("once").hasSize(1);
        assertThat(told(last)).hasSize(1);
        assertThat(texts(
                        api.get("/events/" + first + "/history")
                                .expect(200)
                                .json()
                                .path("items"),
                        "action"))
                .contains("put-behind");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    private void watch() {
        Callers.runAs(Caller.system(), watcher::run);
    }

    /** What its planner was told. */
    private List<String> told(UUID event) {
        outbox.drain();
        return db.fetch(
                        "select facts ->> 'lacking' from notifications.notification where type = 'EVENT_RAN_SHORT' and subject_id = ? and user_id = ?",
                        event,
                        planner.me())
                .getValues(0, String.class);
    }

    private List<Integer> lackingOf(UUID event) {
        var result = new ArrayList<Integer>();
        for (var line : api.get("/pull-lists/" + planner.mainList(event) + "/availability")
                .expect(200)
                .json()
                .path("lines")) result.add(line.path("lacking").asInt());
        return result;
    }

    /** Each knows only its own list; the claim is of both. */
    @Test
    void listsOfOneEventChangedTogetherAreBothHeld() throws Exception {
        assets(lamp, 40);
        var event = event("2028-03-01");
        planner.walk(event, Phase.CONFIRMED);
        var lists = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++)
            lists.add(UUID.fromString(api.post("/events/" + event + "/pull-lists", Map.of("name", "Stage " + i))
                    .expect(201)
                    .id()));
        try (var threads = Executors.newFixedThreadPool(lists.size())) {
            var work = new ArrayList<Callable<Integer>>();
            for (var list : lists)
                work.add(() -> {
                    for (int i = 0; i < 5; i++) planner.product(list, lamp, 1);
                    return 5;
                });
            for (var done : threads.invokeAll(work)) assertThat(done.get()).isEqualTo(5);
        }
        assertThat(free("2028-03-01")).isEqualTo(20);
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    @Test
    void aCasePackedForEachJobTakesNothing() {
        var box = UUID.randomUUID();
        db.execute(
                "insert into cases.flight_case (id, number, name, contents_kind, location_id, created_at, changed_at)"
                        + " values (?, ?, 'Cable trunk', 'PER_JOB', ?, now(), now())",
                box,
                "TRUNK-" + Warehouse.running(),
                hall);
        var event = event("2028-03-01");
        planner.line(planner.mainList(event), Map.of("kind", "CASE", "caseId", box));
        planner.walk(event, Phase.CONFIRMED);
        assertThat(lackingOf(event)).isEmpty();
    }

    @Test
    void withoutAWarehouseNothingIsPromised() {
        var event = event("2028-03-01", 1);
        db.execute("update planning.event set warehouse_id = null where id = ?", event);
        var refused = planner.to(event, Phase.CONFIRMED);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        assertThat(texts(refused.json().path("facts").path("missing"), "code")).containsExactly("warehouse");
        api.patch("/events/" + event, Map.of("warehouseId", hall), "*").expect(200);
        assets(lamp, 1);
        planner.walk(event, Phase.CONFIRMED);
        var without = new HashMap<String, Object>();
        without.put("warehouseId", null);
        assertThat(api.patch("/events/" + event, without, "*").refusal(409)).isEqualTo("event-not-ready");
        assertThat(free("2028-03-01")).isZero();
    }

    @Test
    void aKitThatChangesTakesItsNewPartsForEveryEventThatHoldsIt() {
        assets(lamp, 5);
        var cable = warehouse.product("SERIALISED", "Cable", 1L);
        var inner = kit("Pair", Map.of("productId", lamp, "quantity", 2));
        var outer = kit("Rig", Map.of("kitId", inner, "quantity", 1));
        var id = event("2028-09-01");
        planner.line(planner.mainList(id), Map.of("kind", "KIT", "kitId", outer, "quantity", 1));
        planner.walk(id, Phase.CONFIRMED);
        assertThat(free("2028-09-01")).isEqualTo(3);
        api.patch(
                        "/kits/" + inner,
                        Map.of(
                                "components",
                                List.of(
                                        Map.of("productId", lamp, "quantity", 4),
                                        Map.of("productId", cable, "quantity", 1))),
                        "*")
                .expect(200);
        outbox.drain();
        assertThat(free("2028-09-01")).isEqualTo(1);
        assertThat(everywhereOf(id).getFirst().path("shortage").path("item").asString())
                .startsWith("Cable");
        assertThat(api.get("/events/" + id + "/history").expect(200).text())
                .as("a reason that nobody wrote, in the words of whoever reads it")
                .contains("\"HELD_AGAIN\"");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    @Test
    void aKitThatGoesItemByItemTakesWhatThereIs() {
        assets(lamp, 3);
        var cable = warehouse.product("SERIALISED", "Cable", 1L);
        var parts = List.of(Map.of("productId", lamp, "quantity", 2), Map.of("productId", cable, "quantity", 1));
        var strict = kit("Whole", "ALL_OR_NOTHING", parts);
        var loose = kit("Loose", "ITEM_BY_ITEM", parts);
        var id = event("2028-10-01");
        var line = planner.line(planner.mainList(id), Map.of("kind", "KIT", "kitId", strict, "quantity", 1));
        assertThat(planner.to(id, Phase.CONFIRMED).expect(409).text()).contains("1 × Cable");
        api.delete("/pull-lists/" + planner.mainList(id) + "/lines/" + line, "*")
                .expect(200);
        planner.line(planner.mainList(id), Map.of("kind", "KIT", "kitId", loose, "quantity", 1));
        planner.walk(id, Phase.CONFIRMED);
        assertThat(free("2028-10-01")).isEqualTo(1);
        assertThat(everywhereOf(id).getFirst().path("shortage").path("item").asString())
                .startsWith("Cable");
        planner.walk(event("2028-10-01", 1), Phase.CONFIRMED);
        assertThat(planner.to(event("2028-10-01", 1), Phase.CONFIRMED).refusal(409))
                .isEqualTo("event-not-ready");
    }

    private UUID kit(String name, Map<String, ?> part) {
        return kit(name, "ALL_OR_NOTHING", List.of(part));
    }

    private UUID kit(String name, String mode, List<? extends Map<String, ?>> parts) {
        var code = name.toUpperCase(java.util.Locale.ROOT) + Warehouse.running();
        return UUID.fromString(api.post("/kits", Map.of("code", code, "name", name, "mode", mode, "components", parts))
                .expect(201)
                .id());
    }

    @Test
    void saysHowManyMoreShortagesThereAreThanItTells() {
        var id = event("2027-08-14");
        db.execute("""
                with p as (insert into catalogue.product (id, kind, name, currency, created_at)
                           select gen_random_uuid(), 'BULK', 'Wanted ' || n, 'EUR', now() from generate_series(1, 503) n returning id)
                insert into planning.pull_line (id, list_id, position, kind, product_id, quantity, from_at, to_at)
                select gen_random_uuid(), ?, n, 'PRODUCT', id, 1, timestamptz '2027-08-14T08:00Z' + n * interval '1 second', '2027-08-14T20:00Z'
                  from (select id, row_number() over () as n from p) o
                """, planner.mainList(id));
        var found = api.get("/events/" + id + "/shortages").expect(200).json();
        assertThat(found.path("items").size()).isEqualTo(500);
        assertThat(found.path("items")
                        .get(0)
                        .path("shortage")
                        .path("period")
                        .path("from")
                        .asString())
                .as("the soonest first")
                .isEqualTo("2027-08-14T08:00:01Z");
        assertThat(found.path("more").path("stretches").asInt()).isEqualTo(3);
        assertThat(found.path("more").path("from").asString()).isEqualTo("2027-08-14T08:08:21Z");
        db.execute("delete from planning.event where id = ?", id);
        db.execute("delete from catalogue.product where name like 'Wanted %'");
    }
}

package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A place is counted by scanning, somebody else confirms, and the registers say afterwards what was found. */
@ServerTest
class StocktakeTests {
    private final Api owner;
    private final Api counter;
    private final Warehouse warehouse;
    private final Dock dock;
    private final DSLContext db;
    private final UUID hall;
    private final UUID shelf;
    private final UUID other;
    private final UUID lamp;
    private final UUID cable;

    StocktakeTests(Company company, Warehouse warehouse, Dock dock, DSLContext db) {
        this.owner = company.owner();
        this.counter = company.somebody("WAREHOUSE");
        this.warehouse = warehouse;
        this.dock = dock;
        this.db = db;
        hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        other = warehouse.shelf(hall);
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        cable = warehouse.cable();
    }

    private String start(UUID location) {
        return owner.post("/stocktakes", Map.of("locationId", location))
                .expect(201)
                .id();
    }

    private Map<String, Object> count(String stocktake, ThingKind kind, UUID id) {
        var scan = dock.scan("COUNT", kind, id);
        scan.put("sheetId", stocktake);
        return scan;
    }

    private Map<String, Object> at(Map<String, Object> scan, UUID location) {
        scan.put("locationId", location);
        return scan;
    }

    @SafeVarargs
    private List<String> counted(Map<String, Object>... scans) {
        return codes(dock.send(counter, List.of(scans)));
    }

    private Map<String, String> lines(String stocktake) {
        var result = new TreeMap<String, String>();
        for (var l : owner.get("/stocktake-lines?limit=500&stocktake=" + stocktake)
                .expect(200)
                .json()
                .path("items"))
            result.put(
                    l.path("subjectId").asString(),
                    l.path("outcome").asString() + " " + l.path("correction").asString() + " "
                            + l.path("why").asString("") + " " + l.path("found").asLong() + "/"
                            + l.path("expected").asLong());
        return result;
    }

    private JsonNode finished(String stocktake) {
        counter.post("/stocktakes/" + stocktake + "/finish", Map.of()).expect(200);
        return owner.get("/stocktakes/" + stocktake + "/review").expect(200).json();
    }

    private void confirmed(String stocktake) {
        var reviewed = finished(stocktake).path("reviewed").asString();
        owner.post("/stocktakes/" + stocktake + "/application", Map.of("reviewed", reviewed))
                .expect(200);
    }

    private long level(UUID product, UUID location) {
        return db.fetchSingle(
                        "select coalesce(sum(quantity), 0) from stock.level where product_id = ? and location_id = ?",
                        product,
                        location)
                .get(0, Long.class);
    }

    @Test
    void whatIsFoundIsWhatTheRegistersSayAfterwards() {
        var lamps = dock.assets(lamp, shelf, 4);
        var stray = warehouse.asset(lamp, warehouse.shelf(warehouse.hall()));
        dock.stock(cable, shelf, 20);
        var count = start(hall);
        assertThat(counted(
                        count(count, ThingKind.ASSET, lamps.get(0)),
                        at(count(count, ThingKind.ASSET, lamps.get(1)), shelf),
                        at(count(count, ThingKind.ASSET, lamps.get(2)), other),
                        at(count(count, ThingKind.ASSET, stray), other),
                        count(count, ThingKind.ASSET, lamps.get(0)),
                        pieces(count, 12),
                        pieces(count, 5)))
                .containsExactly("counted", "counted", "counted", "counted", "-already-counted", "counted", "counted");
        assertThat(lines(count))
                .containsEntry(lamps.get(0).toString(), "FOUND NONE  1/1")
                .containsEntry(lamps.get(2).toString(), "WRONG_PLACE MOVE  1/1")
                .containsEntry(lamps.get(3).toString(), "MISSING LOSE  0/1")
                .containsEntry(stray.toString(), "UNEXPECTED MOVE  1/0")
                .containsEntry(cable.toString(), "MISSING SET_STOCK  17/20");
        var sums = owner.get("/stocktakes/" + count).expect(200).json();
        assertThat(List.of(
                        sums.path("found").asLong(),
                        sums.path("expected").asLong(),
                        sums.path("unexpected").asLong()))
                .as("one that nobody expected makes up for none that is missing")
                .containsExactly(20L, 24L, 1L);
        assertThat(warehouse.locationOf(stray)).isNotEqualTo(other);
        confirmed(count);
        assertThat(warehouse.locationOf(lamps.get(2))).isEqualTo(other);
        assertThat(warehouse.locationOf(stray)).isEqualTo(other);
        assertThat(dock.status(lamps.get(3))).isEqualTo("LOST");
        assertThat(level(cable, shelf)).isEqualTo(17);
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(lines(count)).containsEntry(lamps.get(3).toString(), "MISSING LOSE  0/1");
        var history = owner.get("/stocktakes/" + count + "/history").expect(200).json();
        assertThat(actions(history)).contains("created", "counted", "finished", "applied", "corrected");
        var note = db.fetchSingle(
                        "select note from stock.entry where product_id = ? and location_id = ? order by at desc limit 1",
                        cable,
                        shelf)
                .get(0, String.class);
        assertThat(note).startsWith("Stocktake ST-");
        assertThat(history.path("items")
                        .valueStream()
                        .filter(e -> e.path("action").asString().equals("corrected"))
                        .flatMap(e -> e.path("changes").valueStream())
                        .map(c -> c.path("field").asString().replaceAll("\\[.*]", "[]") + " "
                                + c.path("now").asString("?")))
                .as("facts, for which every reader has words")
                .contains("corrections 4", "lines[].status LOST", "lines[].quantity 17");
        var again = owner.post("/stocktakes/" + count + "/application", Map.of("reviewed", "x"));
        again.expect(409);
        assertThat(again.json().path("code").asString()).isEqualTo("illegal-stocktake-move");
        assertThat(counted(count(count, ThingKind.ASSET, lamps.get(3)))).containsExactly("-sheet-closed");
    }

    private Map<String, Object> pieces(String count, long quantity) {
        var scan = count(count, ThingKind.PRODUCT, cable);
        scan.put("quantity", quantity);
        return scan;
    }

    private static List<String> actions(JsonNode history) {
        var actions = new ArrayList<String>();
        history.path("items").forEach(e -> actions.add(e.path("action").asString()));
        return actions;
    }

    @Test
    void whoCountedDoesNotConfirm() {
        dock.assets(lamp, shelf, 1);
        var count = start(shelf);
        counted(count(count, ThingKind.ASSET, dock.assets(lamp, other, 1).getFirst()));
        var reviewed = finished(count).path("reviewed").asString();
        assertThat(mayConfirm(count)).isFalse();
        var refused = counter.post("/stocktakes/" + count + "/application", Map.of("reviewed", reviewed));
        refused.expect(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("second-person-needed");
        owner.post("/stocktakes/" + count + "/application", Map.of("reviewed", reviewed))
                .expect(200);
    }

    private boolean mayConfirm(String count) {
        return counter.get("/stocktakes/" + count + "/review")
                .expect(200)
                .json()
                .path("mayConfirm")
                .asBoolean();
    }

    @Test
    void aCountThatNeedsNoSecondPersonIsConfirmedByWhoCounted() {
        var lamps = dock.assets(lamp, shelf, 1);
        var count = counter.post("/stocktakes", Map.of("locationId", shelf, "secondPerson", false))
                .expect(201)
                .id();
        counted(count(count, ThingKind.ASSET, lamps.getFirst()));
        counter.post("/stocktakes/" + count + "/finish", Map.of()).expect(200);
        var review = counter.get("/stocktakes/" + count + "/review").expect(200).json();
        assertThat(review.path("mayConfirm").asBoolean()).isTrue();
        counter.post(
                        "/stocktakes/" + count + "/application",
                        Map.of("reviewed", review.path("reviewed").asString()))
                .expect(200);
    }

    @Test
    void whatWasCheckedOutMeanwhileIsShownAndNotLost() {
        var lamps = dock.assets(lamp, shelf, 3);
        dock.stock(cable, shelf, 10);
        var event = dock.loading(hall, "2028-09-10", List.of(of(lamp, 3)));
        var count = start(hall);
        counted(count(count, ThingKind.ASSET, lamps.get(0)), pieces(count, 8));
        var reviewed = finished(count).path("reviewed").asString();
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(1)));
        dock.stock(cable, shelf, 5);
        assertThat(lines(count))
                .containsEntry(lamps.get(1).toString(), "CHANGED NONE out-since 0/1")
                .containsEntry(lamps.get(2).toString(), "MISSING LOSE  0/1")
                .containsEntry(cable.toString(), "CHANGED NONE booked-since 8/10");
        var stale = owner.post("/stocktakes/" + count + "/application", Map.of("reviewed", reviewed));
        stale.expect(409);
        assertThat(stale.json().path("code").asString()).isEqualTo("stocktake-changed");
        var fresh = owner.get("/stocktakes/" + count + "/review").expect(200).json();
        owner.post(
                        "/stocktakes/" + count + "/application",
                        Map.of(
                                "reviewed",
                                fresh.path("reviewed").asString(),
                                "missing",
                                "SET_ASIDE",
                                "leave",
                                List.of()))
                .expect(200);
        assertThat(dock.status(lamps.get(1))).isEqualTo("CHECKED_OUT");
        assertThat(dock.status(lamps.get(2))).isEqualTo("AVAILABLE");
        assertThat(db.fetchSingle("select quarantine_reason from inventory.asset where id = ?", lamps.get(2))
                        .get(0, String.class))
                .startsWith("Not found by stocktake ST-");
        assertThat(level(cable, shelf)).isEqualTo(15);
    }

    @Test
    void aClosedCaseCountsWithAllThatIsInIt() {
        var lamps = dock.assets(lamp, shelf, 3);
        var box = dock.flightCase(shelf, "PER_JOB", lamps.get(0), lamps.get(1));
        dock.stock(cable, shelf, 6);
        owner.post("/cases/" + box + "/contents", Map.of("items", List.of(Map.of("productId", cable, "quantity", 4))))
                .expect(200);
        dock.accepted(packing(box));
        var count = start(shelf);
        var whole = count(count, ThingKind.CASE, box);
        assertThat(counted(whole)).containsExactly("counted");
        assertThat(lines(count))
                .containsEntry(lamps.get(0).toString(), "FOUND NONE  1/1")
                .containsEntry(box.toString(), "FOUND NONE  1/1");
        assertThat(codes(dock.send(counter, List.of(dock.undo(whole))))).containsExactly("undone");
        assertThat(lines(count)).containsEntry(box.toString(), "MISSING OUT_OF_SERVICE  0/1");
        assertThat(counted(count(count, ThingKind.CASE, box))).containsExactly("counted");
        var back = count(count, ThingKind.PRODUCT, cable);
        back.putAll(Map.of("caseId", box, "quantity", 1, "back", true));
        assertThat(counted(back, count(count, ThingKind.PRODUCT, cable), count(count, ThingKind.ASSET, lamps.get(2))))
                .containsExactly("uncounted", "counted", "counted");
        confirmed(count);
        assertThat(db.fetchSingle("select quantity from cases.packed_stock where case_id = ?", box)
                        .get(0, Long.class))
                .isEqualTo(3);
        assertThat(level(cable, shelf)).isEqualTo(1);
        assertThat(db.fetchSingle("select status from cases.flight_case where id = ?", box)
                        .get(0, String.class))
                .isEqualTo("CLOSED");
        assertThat(warehouse.wrongLevels()).isEmpty();
    }

    private Map<String, Object> packing(UUID box) {
        var close = dock.scan("PACK", ThingKind.CASE, box);
        close.put("action", "CLOSE");
        return close;
    }

    @Test
    void oneCountOfAPlaceAtATimeAndAnAbandonedOneChangesNothing() {
        var lamps = dock.assets(lamp, shelf, 1);
        var count = start(shelf);
        var second = owner.post("/stocktakes", Map.of("locationId", shelf));
        second.expect(409);
        assertThat(second.json().path("code").asString()).isEqualTo("stocktake-under-way");
        owner.post("/stocktakes/" + count + "/abandonment", Map.of("reason", "Fire alarm"))
                .expect(200);
        assertThat(dock.status(lamps.getFirst())).isEqualTo("AVAILABLE");
        start(shelf);
    }

    @Test
    void linesThatAreCountedAnewBeginWithWhatIsExpectedByNow() {
        dock.stock(cable, shelf, 10);
        var lamps = dock.assets(lamp, shelf, 1);
        var count = start(shelf);
        counted(pieces(count, 4), count(count, ThingKind.ASSET, lamps.getFirst()));
        finished(count);
        dock.stock(cable, shelf, 2);
        owner.post("/stocktakes/" + count + "/recount", Map.of("keys", List.of("PRODUCT:" + cable + ":" + shelf)))
                .expect(200);
        counted(pieces(count, 12));
        assertThat(lines(count))
                .containsEntry(cable.toString(), "FOUND NONE  12/12")
                .containsEntry(lamps.getFirst().toString(), "FOUND NONE  1/1");
    }

    @Test
    void theResultGoesOutAsATable() {
        dock.assets(lamp, shelf, 3);
        var count = start(shelf);
        var csv =
                owner.get("/stocktake-lines.csv?stocktake=" + count).expect(200).text();
        assertThat(csv.lines().count()).isEqualTo(4);
        assertThat(csv).contains("MISSING");
        owner.get("/stocktakes.xlsx").expect(200);
    }

    @Test
    void theStatesAreWritten() throws Exception {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/stocktake.md"));
        for (var state : StocktakeState.values())
            assertThat(written)
                    .contains("| " + state + " | "
                            + state.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |");
    }
}

package eventkit.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class TransferTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final Outbox outbox;
    private final Gathering gathering;

    TransferTests(Company company, Warehouse warehouse, DSLContext db, Outbox outbox, Gathering gathering) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        this.outbox = outbox;
        this.gathering = gathering;
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/transfer.md"));
        var table = Stream.of(TransferState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains(table);
    }

    @Test
    void carriesAssetsCasesAndPiecesFromOneHallToAnother() {
        var from = warehouse.hall();
        var shelf = warehouse.shelf(from);
        var to = warehouse.hall();
        var bay = warehouse.shelf(to);
        var lamp = lamp(shelf);
        var packed = lamp(from);
        var flightCase = flightCase(from);
        pack(flightCase, packed);
        var cable = warehouse.cable();
        receive(cable, shelf, 10);

        var transfer = create(from, to);
        assertThat(transfer.json().path("number").asString()).matches("TR-\\d{4,}");
        add(
                        transfer,
                        Map.of(
                                "assetIds", List.of(lamp),
                                "caseIds", List.of(flightCase),
                                "stock", List.of(Map.of("productId", cable, "fromLocationId", shelf, "quantity", 6))))
                .expect(200);
        assertThat(warehouse.locationOf(lamp)).as("still there").isEqualTo(shelf);
        var sent = act(transfer, "dispatch", null).expect(200).json();
        assertThat(sent.path("state").asString()).isEqualTo("IN_TRANSIT");
        var transit = warehouse.locationOf(lamp);
        assertThat(kind(transit)).isEqualTo("TRANSIT");
        assertThat(warehouse.locationOf(packed))
                .as("what is in the case travels with it")
                .isEqualTo(transit);
        assertThat(quantity(cable, shelf)).isEqualTo(4);
        assertThat(quantity(cable, to)).isZero();
        assertThat(quantity(cable, transit)).isGreaterThanOrEqualTo(6);

        var received =
                act(transfer, "receipt", Map.of("locationId", bay)).expect(200).json();
        assertThat(received.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(received.path("differences").asInt()).isZero();
        assertThat(warehouse.locationOf(lamp)).isEqualTo(bay);
        assertThat(warehouse.locationOf(packed)).isEqualTo(bay);
        assertThat(quantity(cable, bay)).isEqualTo(6);
        assertThat(texts(lines(transfer), "outcome")).containsOnly("RECEIVED");
        var history = api.get("/transfers/" + transfer.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(history, "action")).containsExactly("received", "dispatched", "loaded", "created");
        assertThat(warehouse.wrongLevels()).isEmpty();
    }

    @Test
    void recordsWhatIsMissingAndWhatIsTooMuch() {
        outbox.drain();
        var mover = company.somebodyWho("MOVE");
        var from = warehouse.hall();
        var to = warehouse.hall();
        var here = lamp(from);
        var missing = lamp(from);
        var stowaway = lamp(from);
        var cable = warehouse.cable();
        var tape = warehouse.tape();
        receive(cable, from, 10);
        receive(tape, from, 5);
        var transfer = create(from, to);
        add(
                        transfer,
                        Map.of(
                                "assetIds", List.of(here, missing),
                                "stock",
                                        List.of(
                                                Map.of("productId", cable, "fromLocationId", from, "quantity", 6),
                                                Map.of("productId", tape, "fromLocationId", from, "quantity", 2))))
                .expect(200);
        act(transfer, "dispatch", null).expect(200);
        var lines = lines(transfer);
        var receipt = Map.of(
                "complete", true,
                "lines",
                        List.of(
                                Map.of("lineId", line(lines, here)),
                                Map.of("lineId", line(lines, cable), "quantity", 4, "note", "Two short"),
                                Map.of("lineId", line(lines, tape), "quantity", 7)),
                "surplus", List.of(Map.of("assetId", stowaway, "note", "Was in the cable trunk")));
        var received = act(transfer, "receipt", receipt).expect(200).json();
        assertThat(received.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(received.path("differences").asInt()).isEqualTo(4);
        assertThat(status(here)).isEqualTo("AVAILABLE");
        assertThat(status(missing)).isEqualTo("LOST");
        assertThat(warehouse.locationOf(stowaway)).isEqualTo(to);
        assertThat(quantity(cable, to)).isEqualTo(4);
        assertThat(quantity(tape, to)).isEqualTo(7);
        assertThat(quantity(tape, from))
                .as("three of the five extra were still counted there")
                .isZero();
        var transit = db.fetchSingle("select transit_id from transfers.transfer where id = ?::uuid", transfer.id())
                .get(0, UUID.class);
        assertThat(quantity(cable, transit)).isZero();
        assertThat(texts(lines(transfer), "outcome"))
                .containsExactly("RECEIVED", "MISSING", "PARTLY", "SURPLUS", "SURPLUS");
        assertThat(warehouse.wrongLevels()).isEmpty();
        outbox.drain();
        var told = mover.get("/notifications").expect(200).json().path("items");
        assertThat(texts(told, "type")).containsExactly("TRANSFER_DIFFERENCE");
        assertThat(told.get(0).path("text").asString()).contains("2 missing, 2 surplus");
    }

    @Test
    void arrivesInSeveralLoads() {
        var from = warehouse.hall();
        var to = warehouse.hall();
        var one = lamp(from);
        var two = lamp(from);
        var transfer = create(from, to);
        add(transfer, Map.of("assetIds", List.of(one, two))).expect(200);
        act(transfer, "dispatch", null).expect(200);
        var first = act(transfer, "receipt", Map.of("lines", List.of(Map.of("lineId", line(lines(transfer), one)))))
                .expect(200)
                .json();
        assertThat(first.path("state").asString()).isEqualTo("IN_TRANSIT");
        assertThat(first.path("pending").asInt()).isEqualTo(1);
        assertThat(act(transfer, "cancellation", Map.of("reason", "x")).refusal(409))
                .isEqualTo("transfer-partly-received");
        var again = act(transfer, "receipt", Map.of("lines", List.of(Map.of("lineId", line(lines(transfer), one)))));
        assertThat(again.refusal(400)).isEqualTo("invalid");
        act(transfer, "receipt", Map.of()).expect(200);
        assertThat(warehouse.locationOf(two)).isEqualTo(to);
        assertThat(act(transfer, "receipt", Map.of()).refusal(409)).isEqualTo("illegal-transfer-move");
    }

    @Test
    void turnsBackToWhereEverythingStood() {
        var from = warehouse.hall();
        var shelf = warehouse.shelf(from);
        var lamp = lamp(shelf);
        var flightCase = flightCase(from);
        var cable = warehouse.cable();
        receive(cable, shelf, 3);
        var transfer = create(from, warehouse.hall());
        add(
                        transfer,
                        Map.of(
                                "assetIds", List.of(lamp),
                                "caseIds", List.of(flightCase),
                                "stock", List.of(Map.of("productId", cable, "fromLocationId", shelf, "quantity", 3))))
                .expect(200);
        act(transfer, "dispatch", null).expect(200);
        assertThat(quantity(cable, shelf)).isZero();
        var back = act(transfer, "cancellation", Map.of("reason", "Road closed"))
                .expect(200)
                .json();
        assertThat(back.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(warehouse.locationOf(lamp)).isEqualTo(shelf);
        assertThat(quantity(cable, shelf)).isEqualTo(3);
        assertThat(act(transfer, "dispatch", null).refusal(409)).isEqualTo("illegal-transfer-move");
    }

    @Test
    void sendsNothingThatIsNotThere() {
        var from = warehouse.hall();
        var to = warehouse.hall();
        var elsewhere = lamp(to);
        var lost = lamp(from);
        var transfer = create(from, to);
        assertThat(act(transfer, "dispatch", null).refusal(409)).isEqualTo("transfer-empty");
        add(transfer, Map.of("assetIds", List.of(elsewhere, lost))).expect(200);
        db.execute("update inventory.asset set status = 'LOST', lost_at = now() where id = ?", lost);
        var refused = act(transfer, "dispatch", null);
        assertThat(refused.refusal(409)).isEqualTo("transfer-not-ready");
        assertThat(texts(refused.json().path("facts").path("lines"), "code"))
                .containsExactlyInAnyOrder("not-at-origin", "status-forbids");
        assertThat(api.get("/transfers/" + transfer.id())
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DRAFT");

        var cable = warehouse.cable();
        receive(cable, from, 2);
        var second = create(from, to);
        add(second, Map.of("stock", List.of(Map.of("productId", cable, "fromLocationId", from, "quantity", 3))))
                .expect(200);
        assertThat(act(second, "dispatch", null).refusal(409)).isEqualTo("stock-too-low");
        assertThat(quantity(cable, from)).isEqualTo(2);
    }

    @Test
    void namesEverythingThatIsPackedElsewhere() {
        var from = warehouse.hall();
        var trunk = flightCase(from);
        var packed = lamp(from);
        var alsoPacked = lamp(from);
        pack(trunk, packed);
        pack(trunk, alsoPacked);
        var transfer = create(from, warehouse.hall());
        add(transfer, Map.of("assetIds", List.of(packed, alsoPacked, lamp(from))))
                .expect(200);
        var refused = act(transfer, "dispatch", null);
        assertThat(refused.refusal(409)).isEqualTo("transfer-not-ready");
        assertThat(texts(refused.json().path("facts").path("lines"), "code")).containsExactly("held", "held");
    }

    @Test
    void onlyOneTransferTakesAnAsset() {
        var from = warehouse.hall();
        var lamp = lamp(from);
        var first = create(from, warehouse.hall());
        var second = create(from, warehouse.hall());
        add(first, Map.of("assetIds", List.of(lamp))).expect(200);
        add(second, Map.of("assetIds", List.of(lamp))).expect(200);
        act(first, "dispatch", null).expect(200);
        assertThat(act(second, "dispatch", null).refusal(409)).isEqualTo("transfer-not-ready");
        var moved = api.post("/assets/" + lamp + "/moves", Map.of("locationId", from));
        assertThat(moved.refusal(409)).isEqualTo("asset-held");
        assertThat(moved.text()).contains(first.json().path("number").asString());
    }

    @Test
    void beginsWithAssetsThatCanLeaveNow() {
        var from = warehouse.hall();
        var to = warehouse.hall();
        var free = lamp(from);
        var elsewhere = lamp(warehouse.hall());
        var planned = lamp(from);
        var packed = lamp(from);
        pack(flightCase(from), packed);
        var other = create(from, to);
        add(other, Map.of("assetIds", List.of(planned))).expect(200);
        var all = List.of(free, elsewhere, planned, packed);
        var before = api.get("/transfers").json().path("total").asInt();

        var refused = api.post("/transfers", Map.of("fromId", from, "toId", to, "assetIds", all));
        assertThat(refused.refusal(409)).isEqualTo("transfer-not-ready");
        var why = refused.json().path("facts").path("lines");
        assertThat(texts(why, "code")).containsExactlyInAnyOrder("on-another-transfer", "not-at-origin", "held");
        assertThat(texts(why, "holder")).contains(other.json().path("number").asString());
        assertThat(api.get("/transfers").json().path("total").asInt()).isEqualTo(before);

        var begun = api.post("/transfers", Map.of("fromId", from, "toId", to, "assetIds", all, "mode", "EACH"))
                .expect(201);
        assertThat(begun.json().path("lines").asInt()).isEqualTo(1);
        act(begun, "dispatch", null).expect(200);
        var again =
                api.post("/transfers", Map.of("fromId", from, "toId", to, "assetIds", List.of(free), "mode", "EACH"));
        assertThat(again.refusal(409)).isEqualTo("transfer-not-ready");
        assertThat(texts(again.json().path("facts").path("lines"), "code")).containsExactly("on-another-transfer");
        for (var ids : List.of(List.of(), List.of(UUID.randomUUID())))
            assertThat(api.post("/transfers", Map.of("fromId", from, "toId", to, "assetIds", ids))
                            .refusal(400))
                    .isEqualTo("invalid");
    }

    @Test
    void isLoadedByScanning() {
        var from = warehouse.hall();
        var lamp = lamp(from);
        var flightCase = flightCase(from);
        var transfer = create(from, warehouse.hall());
        var codes =
                List.of(warehouse.numberOf(lamp), "https://old.example/case/" + flightCase, warehouse.numberOf(lamp));
        add(transfer, Map.of("codes", codes)).expect(200);
        assertThat(texts(lines(transfer), "kind")).containsExactlyInAnyOrder("ASSET", "CASE");
        assertThat(add(transfer, Map.of("codes", List.of("no such code"))).refusal(400))
                .isEqualTo("invalid");
        var line = lines(transfer).get(0).path("id").asString();
        var now = api.get("/transfers/" + transfer.id()).expect(200);
        assertThat(api.delete("/transfers/" + transfer.id() + "/lines/" + line, transfer.etag())
                        .refusal(412))
                .isEqualTo("stale");
        api.delete("/transfers/" + transfer.id() + "/lines/" + line, now.etag()).expect(200);
        assertThat(api.delete("/transfers/" + transfer.id() + "/lines/" + line, "*")
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(lines(transfer).size()).isEqualTo(1);
    }

    @Test
    void addsUpPiecesOfOnePlace() {
        var from = warehouse.hall();
        var cable = warehouse.cable();
        receive(cable, from, 9);
        var transfer = create(from, warehouse.hall());
        var pieces = Map.of("stock", List.of(Map.of("productId", cable, "fromLocationId", from, "quantity", 4)));
        add(transfer, pieces).expect(200);
        add(transfer, pieces).expect(200);
        assertThat(lines(transfer).size()).isEqualTo(1);
        assertThat(lines(transfer).get(0).path("quantity").asLong()).isEqualTo(8);
    }

    /** Those of two drafts would be missing when the second of them is sent. */
    @Test
    void gathersNothingThatIsOnAnotherList() {
        var from = warehouse.hall();
        var to = warehouse.hall();
        var cable = warehouse.cable();
        receive(cable, from, 9);
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        var wanted = new Gathering.Wanted(from, to, cable, 6, day, day, "Aurora");
        var gathered = Callers.as(Caller.system(), () -> List.of(gathering.gather(wanted), gathering.gather(wanted)));
        assertThat(gathered).extracting(this::piecesOf).containsExactly(6L, 3L);
        long left = Callers.as(Caller.system(), () -> gathering.ready(cable, from));
        assertThat(left).isZero();
        for (var draft : gathered)
            api.post("/transfers/" + draft.id() + "/dispatch", null).expect(200);
        assertThat(quantity(cable, from)).isZero();
    }

    @Test
    void isSettledOnceItHasLeft() {
        var from = warehouse.hall();
        var transfer = create(from, warehouse.hall());
        add(transfer, Map.of("assetIds", List.of(lamp(from)))).expect(200);
        var sent = act(transfer, "dispatch", null).expect(200);
        assertThat(add(transfer, Map.of("assetIds", List.of(lamp(from)))).refusal(409))
                .isEqualTo("transfer-not-draft");
        assertThat(api.patch("/transfers/" + transfer.id(), Map.of("note", "x"), sent.etag())
                        .refusal(409))
                .isEqualTo("transfer-not-draft");
        var line = lines(transfer).get(0).path("id").asString();
        assertThat(api.delete("/transfers/" + transfer.id() + "/lines/" + line, "*")
                        .refusal(409))
                .isEqualTo("transfer-not-draft");
        assertThat(act(transfer, "dispatch", null).refusal(409)).isEqualTo("illegal-transfer-move");
    }

    @Test
    void refusesNonsense() {
        var from = warehouse.hall();
        var shelf = warehouse.shelf(from);
        var to = warehouse.hall();
        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("fromId", from),
                Map.of("fromId", from, "toId", from),
                Map.of("fromId", from, "toId", shelf),
                Map.of("fromId", from, "toId", UUID.randomUUID()),
                Map.of("fromId", from, "toId", warehouse.location("TRANSIT", null)),
                Map.of("fromId", from, "toId", to, "plannedOn", "0001-01-01"),
                Map.of("fromId", from, "toId", to, "note", "x".repeat(2001)))) {
            assertThat(api.post("/transfers", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        var transfer = create(from, to);
        var cable = warehouse.cable();
        var lamps = warehouse.product("SERIALISED", "Lamp", 1L);
        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("assetIds", List.of(UUID.randomUUID())),
                Map.of("caseIds", List.of(UUID.randomUUID())),
                Map.of("stock", List.of(Map.of("productId", cable, "fromLocationId", from, "quantity", 0))),
                Map.of("stock", List.of(Map.of("productId", cable, "fromLocationId", from, "quantity", -1))),
                Map.of("stock", List.of(Map.of("productId", cable, "fromLocationId", to, "quantity", 1))),
                Map.of("stock", List.of(Map.of("productId", lamps, "fromLocationId", from, "quantity", 1))),
                Map.of(
                        "stock",
                        List.of(Map.of("productId", UUID.randomUUID(), "fromLocationId", from, "quantity", 1))))) {
            assertThat(add(transfer, body).refusal(400)).as(body.toString()).isEqualTo("invalid");
        }
        assertThat(add(transfer, "{\"assetIds\":[null],\"stock\":[null]}").refusal(400))
                .isEqualTo("invalid");
        var lamp = lamp(from);
        add(transfer, Map.of("assetIds", List.of(lamp))).expect(200);
        act(transfer, "dispatch", null).expect(200);
        var id = line(lines(transfer), lamp);
        for (var body : List.<Map<String, Object>>of(
                Map.of("locationId", from),
                Map.of("locationId", UUID.randomUUID()),
                Map.of("lines", List.of(Map.of("lineId", UUID.randomUUID()))),
                Map.of("lines", List.of(Map.of("lineId", id), Map.of("lineId", id))),
                Map.of("lines", List.of(Map.of("lineId", id, "quantity", 2))),
                Map.of("lines", List.of(Map.of("lineId", id, "quantity", -1))),
                Map.of("lines", List.of(Map.of("lineId", id, "locationId", from))),
                Map.of("lines", List.of(), "surplus", List.of(Map.of("note", "what?"))),
                Map.of("lines", List.of(), "surplus", List.of(Map.of("assetId", lamp))),
                Map.of("lines", List.of(), "surplus", List.of(Map.of("productId", cable, "quantity", 0))))) {
            assertThat(act(transfer, "receipt", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        assertThat(act(transfer, "cancellation", Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(kind(warehouse.locationOf(lamp))).as("nothing half-done").isEqualTo("TRANSIT");
        assertThat(api.get("/transfers/" + UUID.randomUUID() + "/lines").refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void isFoundByWhatPeopleAskFor() {
        var from = warehouse.hall();
        var to = warehouse.hall();
        var lamp = lamp(from);
        var transfer = create(from, to);
        add(transfer, Map.of("assetIds", List.of(lamp))).expect(200);
        var number = transfer.json().path("number").asString();
        for (var query :
                List.of("asset=" + lamp, "q=" + number, "from=" + from, "to=" + to + "&state=DRAFT&sort=plannedOn")) {
            assertThat(texts(api.get("/transfers?" + query).expect(200).json().path("items"), "number"))
                    .as(query)
                    .containsExactly(number);
        }
        assertThat(api.get("/transfers?from=" + from + "&state=RECEIVED")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        var changed = api.patch(
                "/transfers/" + transfer.id(),
                Map.of("plannedOn", "2027-06-01", "note", "By the small truck"),
                api.get("/transfers/" + transfer.id()).expect(200).etag());
        assertThat(changed.expect(200).json().path("plannedOn").asString()).isEqualTo("2027-06-01");
    }

    private Api.Answer create(UUID from, UUID to) {
        return api.post("/transfers", Map.of("fromId", from, "toId", to)).expect(201);
    }

    private Api.Answer add(Api.Answer transfer, Object lines) {
        return api.post("/transfers/" + transfer.id() + "/lines", lines);
    }

    private Api.Answer act(Api.Answer transfer, String action, Object body) {
        return api.post("/transfers/" + transfer.id() + "/" + action, body);
    }

    private JsonNode lines(Api.Answer transfer) {
        return api.get("/transfers/" + transfer.id() + "/lines")
                .expect(200)
                .json()
                .path("items");
    }

    private static String line(JsonNode lines, UUID item) {
        for (var line : lines)
            if (line.path("itemId").asString().equals(item.toString()))
                return line.path("id").asString();
        throw new AssertionError(item + " is not on the list");
    }

    private UUID lamp(UUID at) {
        return warehouse.asset(warehouse.product("SERIALISED", "Lamp", 2_000L), at);
    }

    private UUID flightCase(UUID at) {
        return UUID.fromString(api.post("/cases", Map.of("name", "Trunk " + Warehouse.running(), "locationId", at))
                .expect(201)
                .id());
    }

    private void pack(UUID flightCase, UUID asset) {
        api.post("/cases/" + flightCase + "/contents", Map.of("items", List.of(Map.of("assetId", asset))))
                .expect(200);
    }

    private void receive(UUID product, UUID location, long quantity) {
        var line = Map.of("productId", product, "locationId", location, "quantity", quantity);
        api.post("/stock/receipts", Map.of("lines", List.of(line))).expect(201);
    }

    private long piecesOf(Transfer draft) {
        var lines = api.get("/transfers/" + draft.id() + "/lines")
                .expect(200)
                .json()
                .path("items");
        return lines.get(0).path("quantity").asLong();
    }

    private long quantity(UUID product, UUID location) {
        var row = db.fetchOne(
                "select quantity from stock.level where product_id = ? and location_id = ?", product, location);
        return row == null ? 0 : row.get(0, Long.class);
    }

    private String status(UUID asset) {
        return db.fetchSingle("select status from inventory.asset where id = ?", asset)
                .get(0, String.class);
    }

    private String kind(UUID location) {
        return db.fetchSingle("select kind from inventory.location where id = ?", location)
                .get(0, String.class);
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }
}

package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.availability.Movements;
import eventkit.availability.Owner;
import eventkit.availability.StockKey;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class PhaseTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final ExpiresOptions expiry;
    private final Movements movements;
    private final DSLContext db;

    PhaseTests(
            Company company,
            Warehouse warehouse,
            Planner planner,
            ExpiresOptions expiry,
            Movements movements,
            DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.expiry = expiry;
        this.movements = movements;
        this.db = db;
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/event.md"));
        var table = Stream.of(Phase.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains(table);
    }

    @Test
    void committingIsWhatNeedsAnotherPermission() {
        assertThat(Phase.ENQUIRY.commits(Phase.CONFIRMED)).isTrue();
        assertThat(Phase.PREP.commits(Phase.CANCELLED)).isTrue();
        assertThat(Phase.CONFIRMED.commits(Phase.QUOTED)).isTrue();
        assertThat(Phase.ENQUIRY.commits(Phase.CANCELLED)).isFalse();
        assertThat(Phase.DE_PREP.commits(Phase.CLOSED)).isFalse();
        assertThat(Phase.CLOSED.commits(Phase.DE_PREP)).isFalse();
    }

    @Test
    void walksAllTheWayAndBack() {
        var id = planner.event();
        planner.walk(id, Phase.QUOTED, Phase.ENQUIRY, Phase.QUOTED, Phase.CONFIRMED, Phase.QUOTED, Phase.CONFIRMED);
        planner.ladder(id);
        planner.walk(id, Phase.PREP, Phase.CONFIRMED, Phase.PREP, Phase.LOAD_OUT);
        var cancelled = planner.to(id, Phase.CANCELLED, "Rain");
        assertThat(cancelled.refusal(409)).isEqualTo("event-phase-illegal");
        assertThat(words(cancelled.json().path("facts").path("possible"))).containsExactly("PREP", "ON_SITE");
        planner.walk(id, Phase.ON_SITE, Phase.LOAD_IN, Phase.DE_PREP, Phase.CLOSED);
        assertThat(api.patch("/events/" + id, Map.of("name", "x"), "*").refusal(409))
                .isEqualTo("event-over");
        assertThat(api.post("/pull-lists/" + planner.mainList(id) + "/unlocking", Map.of("reason", "Late wish"))
                        .refusal(409))
                .isEqualTo("event-over");
        for (var phase : List.of(Phase.DE_PREP, Phase.LOAD_IN, Phase.ON_SITE, Phase.LOAD_OUT, Phase.PREP))
            planner.to(id, phase, "Said too soon").expect(200);
        planner.to(id, Phase.CANCELLED, "Rain").expect(200);
    }

    /** Whoever says it too soon takes it back; what has left is checked in first. */
    @Test
    void takesBackWhatWasSaidTooSoonWithAReason() {
        var id = planner.event();
        planner.walk(id, Phase.CONFIRMED);
        planner.ladder(id);
        planner.walk(id, Phase.PREP, Phase.LOAD_OUT, Phase.ON_SITE);
        assertThat(planner.to(id, Phase.LOAD_OUT).refusal(400)).isEqualTo("invalid");
        planner.to(id, Phase.LOAD_OUT, "The truck is still here").expect(200);
        assertThat(planner.get(id).path("cancelReason").isNull()).isTrue();
        assertThat(api.get("/events/" + id + "/history").expect(200).text()).contains("The truck is still here");
        var way = api.get("/events/" + id + "/phase").expect(200).json();
        assertThat(next(way, "PREP").path("back").asBoolean()).isTrue();
        assertThat(next(way, "PREP").path("needsReason").asBoolean()).isTrue();
        assertThat(next(way, "ON_SITE").path("needsReason").asBoolean()).isFalse();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", 1L), warehouse.hall());
        db.execute("update inventory.asset set status = 'CHECKED_OUT', out_for = ? where id = ?", "event:" + id, asset);
        var refused = planner.to(id, Phase.PREP, "Another truck");
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        var missing = refused.json().path("facts").path("missing").get(0);
        assertThat(missing.path("code").asString()).isEqualTo("has-left");
        assertThat(missing.path("count").asInt()).isEqualTo(1);
        assertThat(words(missing.path("names"))).containsExactly(warehouse.numberOf(asset));
        db.execute("update inventory.asset set status = 'CHECKED_IN', out_for = null where id = ?", asset);
        planner.to(id, Phase.PREP, "Another truck").expect(200);
        assertThat(planner.mainVersions(id)).as("of when prep began").isEqualTo(1);
    }

    /** Nobody would miss what has left for an event that is cancelled. */
    @Test
    void isNotCancelledWhileSomethingIsOut() {
        var id = planner.event();
        var hall = warehouse.hall();
        api.patch("/events/" + id, Map.of("warehouseId", hall), planner.etag(id))
                .expect(200);
        planner.walk(id, Phase.CONFIRMED);
        planner.ladder(id);
        planner.walk(id, Phase.PREP);
        var cable = warehouse.cable();
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", 1L), hall);
        db.execute("update inventory.asset set status = 'CHECKED_OUT', out_for = ? where id = ?", "event:" + id, asset);
        var owner = new Owner("event", id, "E Aurora");
        var pieces = List.of(new Availability.Moved(UUID.randomUUID(), StockKey.product(cable, hall), 12));
        var now = Instant.now();
        Callers.runAs(Caller.system(), () -> movements.wentOut(owner, pieces, now, now.plusSeconds(9)));
        var refused = planner.to(id, Phase.CANCELLED, "No permit");
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        var missing = refused.json().path("facts").path("missing").get(0);
        assertThat(missing.path("code").asString()).isEqualTo("has-left");
        assertThat(words(missing.path("names"))).hasSize(2).first().isEqualTo(warehouse.numberOf(asset));
        assertThat(words(missing.path("names")).getLast()).startsWith("12 × ");
        db.execute("update inventory.asset set status = 'CHECKED_IN', out_for = null where id = ?", asset);
        assertThat(planner.to(id, Phase.CANCELLED, "No permit").refusal(409)).isEqualTo("event-not-ready");
        Callers.runAs(Caller.system(), () -> movements.undoWentOut(owner, pieces));
        planner.to(id, Phase.CANCELLED, "No permit").expect(200);
    }

    private static List<String> words(JsonNode words) {
        return words.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void namesAllThatIsMissing() {
        var id = UUID.fromString(planner.create(Map.of()).expect(201).id());
        var refused = planner.to(id, Phase.CONFIRMED);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        assertThat(texts(refused.json().path("facts").path("missing"), "code")).containsExactly("client", "planner");
        var way = api.get("/events/" + id + "/phase").expect(200).json();
        assertThat(texts(next(way, "QUOTED").path("missing"), "code")).containsExactly("client");
        assertThat(next(way, "CANCELLED").path("missing").size()).isZero();
        api.patch("/events/" + id, Map.of("clientId", planner.client(), "plannerId", planner.me()), planner.etag(id))
                .expect(200);
        planner.walk(id, Phase.CONFIRMED);
        assertThat(planner.to(id, Phase.PREP).refusal(409)).isEqualTo("event-not-ready");
    }

    private static JsonNode next(JsonNode way, String phase) {
        for (var next : way.path("next")) if (next.path("phase").asString().equals(phase)) return next;
        throw new AssertionError(phase + " is not next in " + way);
    }

    @Test
    void isNotClosedWhileSomethingIsOut() {
        var id = planner.event();
        planner.walk(id, Phase.CONFIRMED);
        planner.ladder(id);
        planner.walk(id, Phase.PREP, Phase.LOAD_OUT, Phase.ON_SITE, Phase.LOAD_IN, Phase.DE_PREP);
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", 1L), warehouse.hall());
        db.execute("update inventory.asset set status = 'CHECKED_OUT', out_for = ? where id = ?", "event:" + id, asset);
        var refused = planner.to(id, Phase.CLOSED);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        assertThat(refused.text()).contains(warehouse.numberOf(asset));
        db.execute("update inventory.asset set status = 'CHECKED_IN', out_for = null where id = ?", asset);
        planner.walk(id, Phase.CLOSED);
    }

    @Test
    void isNotClosedBeforeWhatPartnersLentIsGivenBack() {
        var hall = warehouse.hall();
        var id = planner.job(hall, "2027-06-01");
        planner.ladder(id);
        planner.walk(id, Phase.CONFIRMED, Phase.PREP, Phase.LOAD_OUT, Phase.ON_SITE, Phase.LOAD_IN, Phase.DE_PREP);
        var hire = Map.of(
                "direction",
                "IN",
                "partnerId",
                planner.client(),
                "productId",
                warehouse.product("SERIALISED", "Lamp", 1L),
                "warehouseId",
                hall,
                "quantity",
                4,
                "from",
                "2027-05-30T08:00:00Z",
                "to",
                "2027-06-03T08:00:00Z",
                "eventId",
                id);
        var made = api.post("/sub-hires", hire).expect(201).json();
        var state = "/sub-hires/" + made.path("id").asString() + "/state";
        for (var step : List.of("ACCEPTED", "RECEIVED"))
            api.send("POST", state, Map.of("state", step), Map.of("If-Match", "*"))
                    .expect(200);
        var refused = planner.to(id, Phase.CLOSED);
        assertThat(refused.refusal(409)).isEqualTo("event-not-ready");
        var missing = refused.json().path("facts").path("missing").get(0);
        assertThat(missing.path("code").asString()).isEqualTo("not-given-back");
        assertThat(missing.path("count").asInt()).isEqualTo(1);
        assertThat(missing.path("things").get(0).path("kind").asString()).isEqualTo("sub-hire");
        assertThat(missing.path("things").get(0).path("id").asString())
                .isEqualTo(made.path("id").asString());
        assertThat(missing.path("message").asString())
                .contains(made.path("number").asString(), "4 × Lamp");
        api.send("POST", state, Map.of("state", "RETURNED"), Map.of("If-Match", "*"))
                .expect(200);
        planner.walk(id, Phase.CLOSED);
    }

    @Test
    void cancellingNeedsAReasonAndIsFinal() {
        var id = planner.event();
        planner.walk(id, Phase.CONFIRMED);
        assertThat(planner.to(id, Phase.CANCELLED).refusal(400)).isEqualTo("invalid");
        var cancelled = api.post("/events/" + id + "/phase", Map.of("phase", "CANCELLED", "reason", "No permit"))
                .expect(200)
                .json();
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("No permit");
        assertThat(planner.to(id, Phase.ENQUIRY).refusal(409)).isEqualTo("event-phase-illegal");
    }

    @Test
    void onlySomeMayCommitTheCompany() {
        var id = planner.event();
        var sales = company.somebody("SALES");
        sales.post("/events/" + id + "/phase", Map.of("phase", "QUOTED")).expect(200);
        assertThat(sales.post("/events/" + id + "/phase", Map.of("phase", "CONFIRMED"))
                        .refusal(403))
                .isEqualTo("not-permitted");
        var way = sales.get("/events/" + id + "/phase").expect(200).json();
        assertThat(next(way, "CONFIRMED").path("permitted").asBoolean()).isFalse();
        assertThat(next(way, "ENQUIRY").path("back").asBoolean()).isTrue();
        company.somebody("PLANNER")
                .post("/events/" + id + "/phase", Map.of("phase", "CONFIRMED"))
                .expect(200);
    }

    @Test
    void optionsRunOutByThemselves() {
        var id = planner.event();
        var past = api.post("/events/" + id + "/option", Map.of("until", "2020-01-01T00:00:00Z"));
        assertThat(past.refusal(400)).isEqualTo("invalid");
        var optioned = api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        assertThat(optioned.json().path("optionedUntil").asString()).isEqualTo("2199-01-01T00:00:00Z");
        Callers.runAs(Caller.system(), expiry::run);
        assertThat(planner.get(id).path("optionedUntil").isNull()).isFalse();
        db.execute("update planning.event set optioned_until = now() - interval '1 second' where id = ?", id);
        Callers.runAs(Caller.system(), expiry::run);
        assertThat(planner.get(id).path("optionedUntil").isNull()).isTrue();
        var history = api.get("/events/" + id + "/history").expect(200).json().path("items");
        assertThat(history.get(0).path("action").asString()).isEqualTo("option-expired");
    }

    @Test
    void anOptionThatCanNotRunOutKeepsNobodyElses() {
        var stuck = planner.event();
        api.patch("/events/" + stuck, Map.of("warehouseId", warehouse.hall()), "*")
                .expect(200);
        var lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        planner.product(planner.mainList(stuck), lamp, 1);
        planner.walk(stuck, Phase.QUOTED);
        var other = planner.event();
        for (var id : List.of(stuck, other))
            api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                    .expect(200);
        db.execute(
                "update planning.pull_line set from_at = '2150-01-01', to_at = '2150-01-02' where list_id = ?",
                planner.mainList(stuck));
        db.execute("update planning.event set optioned_until = now() - interval '2 seconds' where id = ?", stuck);
        db.execute("update planning.event set optioned_until = now() - interval '1 second' where id = ?", other);
        Callers.runAs(Caller.system(), expiry::run);
        assertThat(planner.get(other).path("optionedUntil").isNull()).isTrue();
        db.execute("update planning.event set optioned_until = null where id = ?", stuck);
    }

    @Test
    void confirmingEndsTheOption() {
        var id = planner.event();
        api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        planner.walk(id, Phase.CONFIRMED);
        assertThat(planner.get(id).path("optionedUntil").isNull()).isTrue();
        var refused = api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"));
        assertThat(refused.refusal(409)).isEqualTo("option-not-possible");
    }

    @Test
    void templatesHaveNoPhases() {
        var id = planner.event();
        db.execute("update planning.event set template = true, number = null where id = ?", id);
        assertThat(planner.to(id, Phase.QUOTED).refusal(409)).isEqualTo("event-is-template");
        assertThat(api.get("/events/" + id + "/phase")
                        .expect(200)
                        .json()
                        .path("next")
                        .size())
                .isZero();
        api.delete("/events/" + id, "*").expect(204);
    }
}

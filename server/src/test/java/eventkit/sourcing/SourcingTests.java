package eventkit.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is lent to us counts between its own dates and not before it is promised; what we lend is held like any other demand (rules 5 and 6). */
@ServerTest
class SourcingTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final UUID hall;
    private final UUID lamp;
    private final UUID partner;

    SourcingTests(Company company, Warehouse warehouse, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        hall = warehouse.hall();
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        partner = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, 'Bright Hire', now(), now())",
                partner);
    }

    private Map<String, Object> hire(String direction, int quantity, String from, String to) {
        var body = new HashMap<String, Object>();
        body.put("direction", direction);
        body.put("partnerId", partner);
        body.put("productId", lamp);
        body.put("warehouseId", hall);
        body.put("quantity", quantity);
        body.put("from", from + ":00Z");
        body.put("to", to + ":00Z");
        return body;
    }

    private UUID made(Map<String, Object> body) {
        return UUID.fromString(api.post("/sub-hires", body).expect(201).id());
    }

    private Answer to(UUID id, String state) {
        return api.post("/sub-hires/" + id + "/state", Map.of("state", state));
    }

    private String free(String from, String to) {
        var item = api.get("/availability/products?warehouse=" + hall + "&from=" + from + ":00Z&to=" + to
                        + ":00Z&product=" + lamp)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        return item == null
                ? "nothing"
                : item.path("firm").asInt() + " " + item.path("worst").asInt();
    }

    private UUID event(int lamps) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("name", "Harbour Night " + Warehouse.running());
        body.put("warehouseId", hall);
        body.put("from", "2028-05-02T08:00:00Z");
        body.put("to", "2028-05-02T20:00:00Z");
        body.put("clientId", partner);
        body.put(
                "plannerId",
                UUID.fromString(api.get("/me").expect(200).json().path("id").asString()));
        body.put(
                "occupancy",
                Map.of("prepMinutes", 0, "transitBeforeMinutes", 0, "transitAfterMinutes", 0, "turnaroundMinutes", 0));
        var id = UUID.fromString(api.post("/events", body).expect(201).id());
        var list = api.get("/events/" + id + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        api.send(
                        "POST",
                        "/pull-lists/" + list + "/lines",
                        Map.of(
                                "lines",
                                java.util.List.of(Map.of("kind", "PRODUCT", "productId", lamp, "quantity", lamps))),
                        Map.of("If-Match", "*"))
                .expect(200);
        return id;
    }

    private Answer confirm(UUID event) {
        return api.post("/events/" + event + "/phase", Map.of("phase", "CONFIRMED"));
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/sub-hire.md"));
        for (var direction : SubHire.Direction.values()) {
            var table = Stream.of(SubHireState.values())
                    .map(s -> "| " + s + " | "
                            + s.successors(direction).stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                    .collect(Collectors.joining("\n"));
            assertThat(written).contains("## " + direction + "\n\n| From | To |\n|---|---|\n" + table);
        }
    }

    @Test
    void whatIsLentToUsCountsBetweenItsDatesOnceItIsPromised() {
        warehouse.asset(lamp, hall);
        var id = made(hire("IN", 3, "2028-05-01T08:00", "2028-05-04T20:00"));
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("1 1");
        to(id, "ACCEPTED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("4 1");
        assertThat(free("2028-05-02T08:00", "2028-05-04T21:00")).isEqualTo("1 1");
        to(id, "RECEIVED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("4 4");
        api.patch("/sub-hires/" + id, Map.of("to", "2028-05-05T20:00:00Z", "note", "a day more"), "*")
                .expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-04T21:00")).isEqualTo("4 4");
        var entries = api.get("/availability/explanation?kind=PRODUCT&item=" + lamp + "&warehouse=" + hall
                        + "&from=2028-05-02T08:00:00Z&to=2028-05-02T09:00:00Z")
                .expect(200)
                .text();
        assertThat(entries).contains("SUB_HIRE_IN").contains("Bright Hire");
        to(id, "RETURNED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("1 1");
        to(id, "RECEIVED").expect(200);
        to(id, "ACCEPTED").expect(200);
        to(id, "CANCELLED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("1 1");
        var history =
                api.get("/sub-hires/" + id + "/history").expect(200).json().path("items");
        assertThat(history.get(0).path("action").asString()).isEqualTo("state-changed");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    @Test
    void whatWasToComeAndDidNotIsMissing() {
        var id = made(hire("IN", 3, "2026-11-01T08:00", "2028-05-04T20:00"));
        to(id, "ACCEPTED").expect(200);
        var now = java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        var minute = now.toString().substring(0, 16);
        var next = now.plusSeconds(60).toString().substring(0, 16);
        assertThat(free(minute, next)).isEqualTo("0 0");
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("3 0");
        to(id, "RECEIVED").expect(200);
        assertThat(free(minute, next)).isEqualTo("3 3");
        to(id, "RETURNED").expect(200);
    }

    @Test
    void whatIsKeptForOneEventIsForNobodyElse() {
        warehouse.asset(lamp, hall);
        var event = event(3);
        assertThat(confirm(event).expect(409).text()).contains("2 × Lamp");
        var body = hire("IN", 5, "2028-05-02T00:00", "2028-05-03T00:00");
        body.put("eventId", event);
        var id = made(body);
        to(id, "ACCEPTED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T20:00"))
                .as("for others")
                .isEqualTo("1 1");
        assertThat(api.get("/events/" + event + "/shortages").expect(200).json().path("items"))
                .isEmpty();
        confirm(event).expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T20:00"))
                .as("three of the five serve the event, the others nobody")
                .isEqualTo("1 -2");
        assertThat(confirm(event(2)).expect(409).text()).contains("1 × Lamp");
        api.patch("/sub-hires/" + id, java.util.Collections.singletonMap("eventId", null), "*")
                .expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T20:00"))
                .as("for everybody")
                .isEqualTo("3 -2");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
        to(id, "CANCELLED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T20:00")).isEqualTo("-2 -2");
    }

    @Test
    void anEventThatHasSomethingOrderedIsNotRemoved() {
        var event = event(1);
        var body = hire("IN", 1, "2028-05-02T00:00", "2028-05-03T00:00");
        body.put("eventId", event);
        var id = made(body);
        assertThat(api.delete("/events/" + event, "*").refusal(409)).isEqualTo("event-has-sub-hires");
        to(id, "CANCELLED").expect(200);
        api.delete("/events/" + event, "*").expect(204);
        assertThat(api.get("/sub-hires/" + id).expect(200).json().path("event").isNull())
                .isTrue();
    }

    @Test
    void whatWeLendIsHeldLikeAnyOtherDemand() {
        for (int i = 0; i < 3; i++) warehouse.asset(lamp, hall);
        var tooMany = made(hire("OUT", 4, "2028-05-01T08:00", "2028-05-04T20:00"));
        assertThat(to(tooMany, "ACCEPTED").refusal(409)).isEqualTo("not-enough");
        assertThat(api.get("/sub-hires/" + tooMany)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("REQUESTED");
        var id = made(hire("OUT", 2, "2028-05-01T08:00", "2028-05-04T20:00"));
        to(id, "ACCEPTED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("1 1");
        assertThat(confirm(event(2)).expect(409).text()).contains("1 × Lamp").contains("SH-");
        to(id, "RECEIVED").expect(200);
        assertThat(api.patch("/sub-hires/" + id, Map.of("quantity", 1), "*").refusal(400))
                .isEqualTo("invalid");
        to(id, "RETURNED").expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("3 3");
        assertThat(to(id, "RECEIVED").refusal(409)).isEqualTo("illegal-sub-hire-move");
        assertThat(api.patch("/sub-hires/" + id, Map.of("note", "late"), "*").refusal(409))
                .isEqualTo("sub-hire-over");
        api.post("/sub-hires/" + tooMany + "/state", Map.of("state", "ACCEPTED", "despite", "they asked nicely"))
                .expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("-1 -1");
        assertThat(company.somebodyWho("SOURCE_EDIT")
                        .post("/sub-hires/" + tooMany + "/state", Map.of("state", "REQUESTED", "despite", "no"))
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    @Test
    void whatIsToBeBoughtAndSoldCountsFromItsDay() {
        for (int i = 0; i < 3; i++) warehouse.asset(lamp, hall);
        var purchase = plan("PURCHASE", 2, "2028-05-02");
        plan("SALE", 1, "2028-05-04");
        assertThat(free("2028-04-30T08:00", "2028-04-30T09:00")).isEqualTo("3 3");
        assertThat(free("2028-05-02T08:00", "2028-05-03T08:00")).isEqualTo("5 3");
        assertThat(free("2028-05-02T08:00", "2028-05-05T08:00")).isEqualTo("4 2");
        api.patch("/planned-stock/" + purchase, Map.of("dueOn", "2028-05-03"), "*")
                .expect(200);
        assertThat(free("2028-05-02T08:00", "2028-05-02T09:00")).isEqualTo("3 3");
        api.post("/planned-stock/" + purchase + "/state", Map.of("state", "DONE"))
                .expect(200);
        assertThat(free("2028-05-03T08:00", "2028-05-03T09:00")).isEqualTo("3 3");
        assertThat(api.patch("/planned-stock/" + purchase, Map.of("quantity", 3), "*")
                        .refusal(409))
                .isEqualTo("stock-plan-over");
        api.post("/planned-stock/" + purchase + "/state", Map.of("state", "PLANNED"))
                .expect(200);
        assertThat(free("2028-05-03T08:00", "2028-05-03T20:00")).isEqualTo("5 3");
        assertThat(api.get("/planned-stock/" + purchase + "/history")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(4);
    }

    private UUID plan(String kind, int quantity, String dueOn) {
        return UUID.fromString(api.post(
                        "/planned-stock",
                        Map.of(
                                "kind",
                                kind,
                                "productId",
                                lamp,
                                "warehouseId",
                                hall,
                                "quantity",
                                quantity,
                                "dueOn",
                                dueOn,
                                "partnerId",
                                partner,
                                "unitCost",
                                Map.of("amountMinor", 12_500, "currency", "EUR")))
                .expect(201)
                .id());
    }

    @Test
    void whatIsInUseStays() {
        made(hire("IN", 1, "2028-05-02T00:00", "2028-05-03T00:00"));
        plan("SALE", 1, "2028-05-04");
        assertThat(api.delete("/clients/" + partner, "*").expect(409).text()).contains("1 sub-hire");
        assertThat(api.delete("/products/" + lamp, "*").expect(409).text()).contains("1 planned purchase or sale");
    }

    @Test
    void whatCanNotBeMeantIsRefusedFieldByField() {
        var backwards = hire("IN", 0, "2028-05-04T00:00", "2028-05-03T00:00");
        backwards.put("partnerId", UUID.randomUUID());
        backwards.put("cost", Map.of("amountMinor", -5, "currency", "EUR"));
        assertThat(api.post("/sub-hires", backwards).expect(400).text())
                .contains("quantity")
                .contains("before-from")
                .contains("partnerId")
                .contains("cost.amountMinor");
        assertThat(api.post("/sub-hires", hire("IN", 10_000_000, "2150-05-04T00:00", "2150-05-05T00:00"))
                        .expect(400)
                        .text())
                .contains("out-of-range")
                .contains("out-of-reach");
        var out = hire("OUT", 1, "2028-05-02T00:00", "2028-05-03T00:00");
        out.put("eventId", event(1));
        assertThat(api.post("/sub-hires", out).expect(400).text()).contains("not-for-out");
        assertThat(api.post(
                                "/planned-stock",
                                Map.of(
                                        "kind",
                                        "SALE",
                                        "productId",
                                        lamp,
                                        "warehouseId",
                                        lamp,
                                        "quantity",
                                        1,
                                        "dueOn",
                                        "2090-01-01"))
                        .expect(400)
                        .text())
                .contains("warehouseId")
                .contains("out-of-reach");
    }
}

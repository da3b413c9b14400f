package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Money;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class CostTests {
    private final Company company;
    private final Till till;
    private final Warehouse warehouse;
    private final DSLContext db;

    CostTests(Company company, Till till, Warehouse warehouse, DSLContext db) {
        this.company = company;
        this.till = till;
        this.warehouse = warehouse;
        this.db = db;
    }

    private Api.Answer cost(String event, String group, Object unitCost, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "eventId",
                event,
                "planned",
                false,
                "profitGroup",
                group,
                "text",
                "Hands",
                "quantity",
                Till.number("2.5"),
                "unitCost",
                Till.number(unitCost)));
        body.putAll(more);
        return till.api.post("/costs", body);
    }

    private JsonNode profit(String event) {
        return till.get("/events/" + event + "/profit");
    }

    private Api.Answer takeBack(String cost) {
        return till.api.send(
                "POST", "/costs/" + cost + "/withdrawal", Map.of("reason", "Wrong"), Map.of("If-Match", "*"));
    }

    @Test
    void everyNumberNamesItsSource() {
        var client = till.client();
        var event = till.event(client);
        var body = till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 1_000)));
        body.put("eventId", event);
        till.issued(body);
        var crew = cost(event, "CREW", "21.55", Map.of()).expect(201).json();
        assertThat(Till.minor(crew.path("amount"))).isEqualTo(5_388);
        cost(event, "TRANSPORT", 100, Map.of("planned", true)).expect(201);
        var profit = profit(event);
        assertThat(Till.minor(profit.path("total").path("revenue"))).isEqualTo(100_000);
        assertThat(Till.minor(profit.path("total").path("cost"))).isEqualTo(5_388);
        assertThat(Till.minor(profit.path("total").path("plannedCost"))).isEqualTo(25_000);
        assertThat(profit.path("marginPercent").asDouble()).isEqualTo(94.6);
        var lines = till.get("/ledger-lines?event=" + event + "&accountClass=COST&group=CREW")
                .path("items");
        assertThat(lines.get(0).path("sourceId").asString())
                .isEqualTo(crew.path("id").asString());
        assertThat(till.get("/costs?event=" + event + "&planned=false")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        takeBack(crew.path("id").asString()).expect(200);
        assertThat(Till.minor(profit(event).path("total").path("cost"))).isZero();
        assertThat(takeBack(crew.path("id").asString()).refusal(404)).isEqualTo("not-found");
        assertThat(till.get("/costs?takenBack=true&event=" + event)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(cost(event, "CREW", "1.23456", Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(cost(event, "CREW", 1, Map.of("currency", "USD")).refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void listsThemAllPageByPage() {
        var event = till.event(till.client());
        for (int i = 0; i < 5; i++)
            cost(event, "OTHER", 10, Map.of("text", "Permit " + i)).expect(201);
        cost(event, "OTHER", 10, Map.of("planned", true)).expect(201);
        var path = "/costs?sort=spentOn&limit=2&planned=false&group=OTHER&event=" + event;
        var page = till.get(path);
        assertThat(page.path("total").asInt()).isEqualTo(5);
        var texts = new ArrayList<String>();
        for (int pages = 1; ; pages++) {
            page.path("items").forEach(c -> texts.add(c.path("text").asString()));
            if (page.path("next").isNull()) {
                assertThat(pages).isEqualTo(3);
                break;
            }
            page = till.get(path + "&cursor=" + page.path("next").asString());
        }
        assertThat(texts).containsExactlyInAnyOrder("Permit 0", "Permit 1", "Permit 2", "Permit 3", "Permit 4");
    }

    @Test
    void chargesOnOnce() {
        var client = till.client();
        var event = till.event(client);
        assertThat(till.api
                        .post("/events/" + event + "/charged-costs", Map.of())
                        .refusal(409))
                .isEqualTo("nothing-to-charge");
        var id = cost(event, "DAMAGE", 40, Map.of("charge", true)).expect(201).id();
        var first = till.api
                .post("/events/" + event + "/charged-costs", Map.of())
                .expect(201)
                .id();
        var second = till.api
                .post("/events/" + event + "/charged-costs", Map.of())
                .expect(201)
                .id();
        assertThat(till.get("/events/" + event + "/close-out").path("drafts").size())
                .isEqualTo(2);
        till.issue(first, Map.of()).expect(200);
        assertThat(till.issue(second, Map.of()).refusal(409)).isEqualTo("cost-charged");
        assertThat(takeBack(id).refusal(409)).isEqualTo("cost-charged");
        assertThat(till.get("/costs/" + id).path("chargedOn").path("id").asString())
                .isEqualTo(first);
        assertThat(till.get("/events/" + event + "/close-out").path("toCharge").size())
                .isZero();
        till.credited(first);
        assertThat(till.get("/costs/" + id).path("chargedOn").isNull()).isTrue();
    }

    @Test
    void takesOverWhatOtherRoomsKnow() {
        var client = till.client();
        var event = till.event(client);
        var asset = lost(event);
        var closeOut = till.get("/events/" + event + "/close-out");
        assertThat(closeOut.path("lost").size()).isEqualTo(1);
        assertThat(closeOut.path("back").asInt()).isZero();
        assertThat(closeOut.path("closes").asBoolean()).isFalse();
        assertThat(closeOut.path("gathered").asInt()).isEqualTo(1);
        var taken = till.api
                .post("/events/" + event + "/gathered-costs", Map.of())
                .expect(200)
                .json();
        assertThat(taken.path("total").asInt()).isEqualTo(1);
        var loss = taken.path("items").get(0);
        assertThat(loss.path("profitGroup").asString()).isEqualTo("LOSS");
        assertThat(loss.path("charge").asBoolean()).isTrue();
        assertThat(loss.path("sourceKind").asString()).isEqualTo("asset");
        assertThat(Till.minor(loss.path("amount"))).isEqualTo(200_000);
        till.api.post("/events/" + event + "/gathered-costs", Map.of()).expect(200);
        assertThat(Till.minor(profit(event).path("total").path("cost"))).isEqualTo(200_000);
        db.execute(
                "update inventory.asset set status = 'CHECKED_IN', lost_at = null, out_for = null, location_id = ? where id = ?",
                warehouse.hall(),
                asset);
        till.api.post("/events/" + event + "/gathered-costs", Map.of()).expect(200);
        assertThat(Till.minor(profit(event).path("total").path("cost"))).isZero();
        assertThat(till.get("/ledger-recount").path("wrong").asInt()).isZero();
    }

    /** As the client chose, not as it was offered; once. */
    @Test
    void plansWhatTheAcceptedQuoteSaysThatItCosts() {
        var engineer = UUID.randomUUID().toString();
        var van = UUID.randomUUID().toString();
        var quote = till.quoted(
                List.of(
                        quoted("CREW", "Engineer", 10, engineer, Map.of("unitCost", Till.number("31.50"))),
                        quoted(
                                "CREW",
                                "Two engineers",
                                20,
                                UUID.randomUUID().toString(),
                                Map.of("unitCost", 30, "alternativeTo", engineer)),
                        quoted("TRANSPORT", "Van", 1, van, Map.of("unitCost", 95, "optional", true)),
                        quoted("TEXT", "Permit", 1, UUID.randomUUID().toString(), Map.of())),
                Map.of("hireFrom", "2033-08-02", "hireTo", "2033-08-03"));
        till.api
                .post("/quotes/" + quote.id() + "/acceptances", Map.of("chosen", List.of(van), "name", "Jo Payer"))
                .expect(201);
        var event = till.eventOf(quote.id());
        assertThat(till.get("/events/" + event + "/close-out").path("gathered").asInt())
                .isEqualTo(2);
        for (int i = 0; i < 2; i++)
            till.api.post("/events/" + event + "/gathered-costs", Map.of()).expect(200);
        var planned = till.get("/costs?event=" + event + "&planned=true&sort=amount")
                .path("items")
                .valueStream()
                .map(c -> c.path("profitGroup").asString() + " "
                        + c.path("text").asString() + " " + Till.minor(c.path("amount")))
                .toList();
        assertThat(planned).containsExactly("TRANSPORT Van 9500", "CREW Engineer 31500");
        assertThat(Till.minor(profit(event).path("total").path("plannedCost"))).isEqualTo(41_000);
        assertThat(Till.minor(profit(event).path("total").path("cost"))).isZero();
    }

    private static Map<String, Object> quoted(String kind, String name, int quantity, String id, Map<String, ?> more) {
        var line = new HashMap<String, Object>(
                Map.of("id", id, "kind", kind, "name", name, "quantity", quantity, "listPrice", 50));
        line.putAll(more);
        return line;
    }

    /** What a kit is made of, and what a case holds, is used with it. */
    @Test
    void costsThePartsOfKitsAndWhatIsInCases() {
        var product = dimmer();
        var kit = UUID.randomUUID();
        db.execute(
                "insert into catalogue.kit (id, code, name, mode, currency, created_at) values (?, ?, 'Rack', 'ALL_OR_NOTHING', 'EUR', now())",
                kit,
                "K-" + Warehouse.running());
        db.execute(
                "insert into catalogue.kit_component (kit_id, position, product_id, quantity) values (?, 1, ?, 3)",
                kit,
                product);
        var hall = warehouse.hall();
        var trunk = till.api
                .post("/cases", Map.of("name", "Trunk", "contentsKind", "FIXED", "locationId", hall))
                .expect(201)
                .id();
        till.api
                .send(
                        "POST",
                        "/cases/" + trunk + "/contents",
                        Map.of("items", List.of(Map.of("assetId", warehouse.asset(product, hall)))),
                        Map.of("If-Match", "*"))
                .expect(200);
        var event = till.event(till.client());
        pull(
                event,
                Map.of("kind", "KIT", "kitId", kit, "quantity", 2),
                Map.of("kind", "CASE", "caseId", trunk),
                Map.of("kind", "PRODUCT", "productId", product, "quantity", 1));
        var gathered = till.api
                .post("/events/" + event + "/gathered-costs", Map.of())
                .expect(200)
                .json();
        assertThat(gathered.path("total").asInt()).isEqualTo(1);
        // Eight pieces for two days.
        assertThat(gathered.path("items").get(0).path("quantity").decimalValue())
                .isEqualByComparingTo("16");
    }

    /** A share of what it is worth, or what it could have earned elsewhere, as the settings say. */
    @Test
    void costsOwnEquipmentByItsValueOrByItsHirePrice() {
        var product = dimmer();
        db.execute("update catalogue.product set hire_price_minor = 4500 where id = ?", product);
        var today = Till.today();
        var event = used(product, today.minusDays(2), today);
        var percent = till.get("/finance-settings").path("usePercent").decimalValue();
        assertThat(gathered(event))
                .containsOnly(percent.multiply(Till.number(4_000)).longValueExact());
        settle("HIRE_PRICE");
        try {
            assertThat(till.get("/events/" + event + "/close-out")
                            .path("gathered")
                            .asInt())
                    .isEqualTo(2);
            assertThat(gathered(event)).containsOnly(9_000L);
        } finally {
            settle("OWNERSHIP");
        }
        assertThat(Till.minor(profit(event).path("total").path("cost"))).isEqualTo(9_000);
    }

    private void settle(String basis) {
        till.api.patch("/finance-settings", Map.of("useBasis", basis), "*").expect(200);
    }

    /** What was taken over anew, planned and actual. */
    private List<Long> gathered(String event) {
        return till.api
                .post("/events/" + event + "/gathered-costs", Map.of())
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(c -> c.path("takenBackAt").isNull())
                .map(c -> Till.minor(c.path("amount")))
                .toList();
    }

    /** What ends at midnight ends on the day before, by the clocks of its venue. */
    @Test
    void datesEquipmentByTheLastDayOfTheEvent() {
        var product = dimmer();
        for (var end : Map.of("2027-06-02T22:00:00Z", "2027-06-02", "2027-06-02T22:01:00Z", "2027-06-03")
                .entrySet()) {
            var event = booked(product, "2027-06-01T22:00:00Z", end.getKey(), "Europe/Berlin");
            var gathered = till.api
                    .post("/events/" + event + "/gathered-costs", Map.of())
                    .expect(200)
                    .json()
                    .path("items");
            assertThat(gathered.get(0).path("profitGroup").asString()).isEqualTo("EQUIPMENT");
            assertThat(gathered.get(0).path("spentOn").asString()).isEqualTo(end.getValue());
        }
    }

    /** Nothing is posted ahead of today, nor refused because the month of the job is closed already. */
    @Test
    void postsWhatIsTakenOverInTheBooksThatAreOpen() {
        var product = dimmer();
        var today = Till.today();
        var on = used(product, today.minusDays(1), today.plusDays(4));
        var costs = till.api
                .post("/events/" + on + "/gathered-costs", Map.of())
                .expect(200)
                .json()
                .path("items");
        for (var cost : costs)
            assertThat(cost.path("spentOn").asString())
                    .isEqualTo((cost.path("planned").asBoolean() ? today.plusDays(3) : today).toString());
        assertThat(posted(on)).isEqualTo(today.toString());

        var over = used(product, LocalDate.of(2024, 5, 3), LocalDate.of(2024, 5, 6));
        var may = Map.of("month", "2024-05-01");
        till.api.post("/ledger-months/closing", may).expect(200);
        try {
            costs = till.api
                    .post("/events/" + over + "/gathered-costs", Map.of())
                    .expect(200)
                    .json()
                    .path("items");
        } finally {
            till.api.post("/ledger-months/opening", may).expect(200);
        }
        for (var cost : costs) assertThat(cost.path("spentOn").asString()).isEqualTo("2024-05-05");
        assertThat(posted(over)).isEqualTo(today.toString());
    }

    /** An event that went out with one of these. @param to the day after its last */
    private String used(UUID product, LocalDate from, LocalDate to) {
        var event = booked(product, from + "T00:00:00Z", to + "T00:00:00Z", "UTC");
        db.execute("update planning.event set phase = 'ON_SITE' where id = ?::uuid", event);
        return event;
    }

    /** An event with one of these on its pull list. */
    private String booked(UUID product, String from, String to, String zone) {
        var body = Map.of("name", "Taken along", "clientId", till.client(), "from", from, "to", to, "timeZone", zone);
        var event = till.api.post("/events", body).expect(201).id();
        pull(event, Map.of("kind", "PRODUCT", "productId", product, "quantity", 1));
        return event;
    }

    private void pull(String event, Map<?, ?>... lines) {
        var list = till.get("/events/" + event + "/pull-lists")
                .path("items")
                .get(0)
                .path("id")
                .asString();
        till.api
                .send("POST", "/pull-lists/" + list + "/lines", Map.of("lines", lines), Map.of("If-Match", "*"))
                .expect(200);
    }

    /** Worth two thousand. */
    private UUID dimmer() {
        var product = warehouse.product("SERIALISED", "Dimmer", 1L);
        db.execute(
                "update catalogue.product set replacement_value_minor = 200000, currency = 'EUR' where id = ?",
                product);
        return product;
    }

    /** A dimmer that went out for this event and is gone. */
    private UUID lost(String event) {
        var asset = warehouse.asset(dimmer(), warehouse.hall());
        db.execute(
                "update inventory.asset set status = 'LOST', lost_at = now(), location_id = null, out_for = ? where id = ?",
                "event:" + event,
                asset);
        return asset;
    }

    private String posted(String event) {
        var lines = till.get("/ledger-lines?accountClass=COST&event=" + event).path("items");
        assertThat(lines.size()).isEqualTo(1);
        return lines.get(0).path("date").asString();
    }

    /** The client reads what was lost, in their language, and no number of ours for the case. */
    @Test
    void namesWhatWasLostOnTheInvoiceAsTheClientKnowsIt() {
        for (var language : List.of("en", "de")) {
            var event = till.event(till.client(Map.of("language", language)));
            lost(event);
            till.api.post("/events/" + event + "/gathered-costs", Map.of()).expect(200);
            var charged = till.api
                    .post("/events/" + event + "/charged-costs", Map.of())
                    .expect(201)
                    .id();
            var invoice = till.get("/invoices/" + charged + "/document");
            assertThat(invoice.path("invoice").path("language").asString()).isEqualTo(language);
            assertThat(invoice.path("lines").get(0).path("text").asString())
                    .matches((language.equals("de") ? "Nicht zurückgekommen: " : "Not returned: ")
                            + "Dimmer.* \\(.+\\)");
        }
        var repaired = new Cost(
                UUID.randomUUID(),
                new Named(UUID.randomUUID(), "E-1"),
                false,
                ProfitGroup.DAMAGE,
                "RJ-0002 MIC-001 Mic",
                Till.today(),
                BigDecimal.ONE,
                "pc",
                BigDecimal.TEN,
                Money.of(1_000L, "EUR"),
                Money.of(1_000L, "EUR"),
                "maintenance-job",
                UUID.randomUUID(),
                "Mic (MIC-001)",
                true,
                null,
                null,
                null,
                Instant.EPOCH,
                "EventKit",
                1);
        assertThat(repaired.onInvoice(false).text()).isEqualTo("Damage, repaired: Mic (MIC-001)");
        assertThat(repaired.onInvoice(true).text()).isEqualTo("Schaden, Reparatur: Mic (MIC-001)");
    }

    @Test
    void anEventWithMoneyStays() {
        var client = till.client();
        var event = till.event(client);
        cost(event, "OTHER", 1, Map.of()).expect(201);
        assertThat(till.api.delete("/events/" + event, "*").refusal(409)).isEqualTo("event-has-money");
    }

    @Test
    void whoMayEnterCosts() {
        var event = till.event(till.client());
        company.somebody("PLANNER").get("/events/" + event + "/profit").expect(200);
        for (var role : List.of("WAREHOUSE", "CREW", "READ_ONLY"))
            assertThat(company.somebody(role)
                            .get("/events/" + event + "/profit")
                            .refusal(403))
                    .isEqualTo("not-permitted");
    }
}

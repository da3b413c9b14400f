package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import({Company.class, Warehouse.class, Till.class})
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
        var product = warehouse.product("SERIALISED", "Dimmer", 1L);
        var asset = warehouse.asset(product, warehouse.hall());
        db.execute(
                "update catalogue.product set replacement_value_minor = 200000, currency = 'EUR' where id = ?",
                product);
        db.execute(
                "update inventory.asset set status = 'LOST', lost_at = now(), location_id = null, out_for = ? where id = ?",
                "event:" + event,
                asset);
        var closeOut = till.get("/events/" + event + "/close-out");
        assertThat(closeOut.path("lost").size()).isEqualTo(1);
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

package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Hledger;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An outside bookkeeping program reads our journal and comes to the same sums. */
@ServerTest
class HledgerTests {
    private final Till till;

    HledgerTests(Till till) {
        this.till = till;
    }

    @Test
    void comesToTheSameProfitOfEachEvent() {
        var client = till.client(Map.of(
                "name", "Semi; colon | pipe, comma: \"Söhne\"", "country", "US", "addressLines", List.of("Main St 1")));
        var event = till.event(client);
        var number = till.get("/events/" + event).path("number").asString();
        var body = till.invoice(client, "FINAL", List.of(Till.line("Light", "3.5", "33.3333")));
        body.put("eventId", event);
        till.issued(body);
        var dollars = till.invoice(client, "PART", List.of(Till.line("Truck", 1, "100.10")));
        dollars.put("eventId", event);
        dollars.put("currency", "USD");
        var draft = till.draft(dollars).path("id").asString();
        assertThat(till.issue(draft, Map.of()).refusal(400)).isEqualTo("invalid");
        till.issue(draft, Map.of("rate", Till.number("0.913"))).expect(200);
        till.api
                .post(
                        "/payments",
                        Map.of(
                                "amount", Map.of("amountMinor", 11_912, "currency", "USD"),
                                "rate", Till.number("0.95"),
                                "parts", List.of(Map.of("invoiceId", draft))))
                .expect(201);
        var yen = till.invoice(client, "PART", List.of(Till.line("Crew", 3, "333")));
        yen.put("currency", "JPY");
        yen.put("eventId", event);
        till.issue(till.draft(yen).path("id").asString(), Map.of("rate", Till.number("0.0061")))
                .expect(200);
        till.api
                .post(
                        "/costs",
                        Map.of(
                                "eventId",
                                event,
                                "planned",
                                false,
                                "profitGroup",
                                "CREW",
                                "text",
                                "Two hands",
                                "quantity",
                                Till.number("7.25"),
                                "unitCost",
                                Till.number("21.55")))
                .expect(201);
        var journal = till.api.get("/ledger.journal").expect(200);
        var hledger = new Hledger(journal.bytes());
        hledger.check();
        var ours = till.get("/events/" + event + "/profit").path("total").path("profit");
        assertThat(hledger.profitByEvent("EUR").get(number)).isEqualTo(Till.minor(ours));
        assertThat(till.get("/ledger-recount").path("wrong").asInt()).isZero();
    }
}

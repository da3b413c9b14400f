package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class AgeingTests {
    private static final Map<String, String> COLUMNS = Map.of(
            "notDue", "NOT_DUE", "upTo30", "UP_TO_30", "upTo60", "UP_TO_60", "upTo90", "UP_TO_90", "older", "OLDER");
    private final Till till;

    AgeingTests(Till till) {
        this.till = till;
    }

    private void billed(String client, String price, int daysLate) {
        var body = till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, price)));
        body.put("paymentDays", 0);
        var draft = till.draft(body).path("id").asString();
        till.issue(draft, Map.of("issuedOn", Till.today().minusDays(daysLate).toString()))
                .expect(200);
    }

    private List<JsonNode> ageing(String client) {
        return till.get("/ageing")
                .path("items")
                .valueStream()
                .filter(a -> a.path("client").path("id").asString().equals(client))
                .toList();
    }

    /** The days at the edges are in one column each, and what is in another currency is in a line of its own. */
    @Test
    void everyNumberIsTheSumOfTheInvoicesThatItOpens() {
        var client = till.client();
        var late = List.of(0, 1, 30, 31, 60, 61, 90, 91, 400);
        for (int i = 0; i < late.size(); i++) billed(client, String.valueOf(1 << i), late.get(i));
        var abroad = till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 1_000)));
        abroad.put("currency", "USD");
        till.issue(till.draft(abroad).path("id").asString(), Map.of("rate", Till.number("0.9")))
                .expect(200);
        var lines = ageing(client);
        assertThat(lines).hasSize(2);
        for (var line : lines)
            COLUMNS.forEach((column, age) -> {
                var invoices = till.get("/invoices?client=" + client + "&age=" + age + "&currency="
                                + line.path("currency").asString())
                        .path("items");
                assertThat(invoices.valueStream()
                                .mapToLong(i -> Till.minor(i.path("open")))
                                .sum())
                        .as(column)
                        .isEqualTo(Till.minor(line.path(column)));
            });
        var home = lines.stream()
                .filter(l -> l.path("currency").asString().equals("EUR"))
                .findFirst()
                .orElseThrow();
        assertThat(Till.minor(home.path("upTo30"))).isEqualTo((2 + 4) * 119);
        assertThat(Till.minor(home.path("older"))).isEqualTo((128 + 256) * 119);
        assertThat(till.get("/invoices?age=UP_TO_30&age=UP_TO_60&currency=EUR&client=" + client)
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void whatIsPaidIsOfNoAge() {
        var client = till.client();
        var paid = till.issued(client, "100");
        till.pay(paid.path("id").asString(), Till.minor(paid.path("gross")));
        assertThat(till.get("/invoices?age=NOT_DUE&client=" + client)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(till.get("/invoices?currency=EUR&client=" + client)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }
}

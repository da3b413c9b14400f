package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One job from its deposit to a credit note, as the reports tell it: profit and loss, who owes what, the client's statement, the trial balance. It is booked in a year of
 * its own, so that nothing else is in it. Run with {@code EVENTKIT_UPDATE_GOLDEN=1} to write what is true now.
 */
@ServerTest
class GoldenReportsTests {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "eventkit", "finance", "reports.txt");
    private final Till till;
    private final StringBuilder text = new StringBuilder();

    GoldenReportsTests(Till till) {
        this.till = till;
    }

    @Test
    void tellTheJobAsTheyDid() throws IOException {
        var client = till.client(
                Map.of("name", "Golden Nights", "country", "DE", "addressLines", List.of("Ufer 1", "20095 Hamburg")));
        var event = till.event(client);
        job(client, event);
        title("Profit and loss of the event");
        var profit = till.get("/events/" + event + "/profit");
        rows(
                profit.path("lines"),
                l -> row(
                        l.path("profitGroup").asString(),
                        l.path("revenue"),
                        l.path("plannedCost"),
                        l.path("cost"),
                        l.path("profit")));
        var total = profit.path("total");
        text.append(row(
                "in all", total.path("revenue"), total.path("plannedCost"), total.path("cost"), total.path("profit")));
        text.append("margin ").append(profit.path("marginPercent").asString()).append(" %\n");
        title("Who owes what on 1998-09-01");
        rows(
                () -> StreamSupport.stream(
                                till.get("/ageing?on=1998-09-01").path("items").spliterator(), false)
                        .filter(a -> a.path("client").path("id").asString().equals(client))
                        .iterator(),
                a -> row(
                        a.path("currency").asString(),
                        a.path("notDue"),
                        a.path("upTo30"),
                        a.path("upTo60"),
                        a.path("upTo90"),
                        a.path("older"),
                        a.path("unallocated"),
                        a.path("total")));
        title("Statement");
        rows(
                till.get("/statements?client=" + client).path("items"),
                l -> row(
                        l.path("date").asString() + " " + l.path("kind").asString() + " "
                                + l.path("text").asString(),
                        l.path("amount"),
                        l.path("balance")));
        title("Trial balance of 1998");
        rows(
                till.get("/ledger-balances?from=1998-01-01&to=1998-12-31").path("items"),
                b -> row(
                        b.path("code").asString() + " " + b.path("name").asString(),
                        b.path("debit"),
                        b.path("credit"),
                        b.path("own")));

        if ("1".equals(System.getenv("EVENTKIT_UPDATE_GOLDEN"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text.toString());
        }
        assertThat(GOLDEN).exists().hasContent(text.toString());
    }

    private void job(String client, String event) {
        var deposit = bill(client, event, "DEPOSIT", "1998-05-04", List.of(Till.line("Deposit", 1, "1200")), List.of());
        pay(client, deposit, 142_800, "1998-05-18");
        cost(event, "CREW", "Two technicians", 16, "28.50", true);
        cost(event, "CREW", "Two technicians", "18.5", "28.50", false);
        cost(event, "TRANSPORT", "Van", 1, 140, true);
        cost(event, "TRANSPORT", "Van and fuel", 1, "166.66", false);
        cost(event, "DAMAGE", "Grille", 1, "34.50", false);
        var last = bill(
                client,
                event,
                "FINAL",
                "1998-06-15",
                List.of(
                        group(Till.line("Hire of equipment", 3, "899.99"), "EQUIPMENT", 19),
                        group(Till.line("Technician", "18.5", "48"), "CREW", 19),
                        group(Till.line("Van", 1, "240"), "TRANSPORT", 19),
                        group(Till.line("Programme books", 250, "0.359"), "OTHER", 7),
                        group(Till.line("Grille", 1, "34.50"), "DAMAGE", 19)),
                List.of(deposit));
        pay(client, last, 200_000, "1998-07-01");
        var part = bill(
                client,
                event,
                "PART",
                "1998-07-20",
                List.of(group(Till.line("Storage", 4, "19.95"), "OTHER", 19)),
                List.of());
        var note = till.api
                .post("/invoices/" + part + "/credit-note", Map.of())
                .expect(201)
                .id();
        var one = new ArrayList<Map<String, Object>>();
        one.add(group(Till.line("Storage, one week too many", 1, "19.95"), "OTHER", 19));
        till.api.patch("/invoices/" + note, Map.of("lines", one), "*").expect(200);
        till.issue(note, Map.of("issuedOn", "1998-08-03")).expect(200);
    }

    private static Map<String, Object> group(Map<String, Object> line, String group, int vat) {
        line.put("profitGroup", group);
        line.put("vatPercent", vat);
        return line;
    }

    private String bill(
            String client,
            String event,
            String kind,
            String on,
            List<Map<String, Object>> lines,
            List<String> deposits) {
        var body = new HashMap<>(till.invoice(client, kind, lines));
        body.put("eventId", event);
        body.put("deposits", deposits);
        var id = till.draft(body).path("id").asString();
        till.issue(id, Map.of("issuedOn", on)).expect(200);
        return id;
    }

    private void pay(String client, String invoice, long minor, String on) {
        till.api
                .post(
                        "/payments",
                        Map.of(
                                "clientId",
                                client,
                                "paidOn",
                                on,
                                "reference",
                                "Transfer",
                                "amount",
                                Till.eur(minor),
                                "parts",
                                List.of(Map.of("invoiceId", invoice))))
                .expect(201);
    }

    private void cost(String event, String group, String what, Object quantity, Object unitCost, boolean planned) {
        till.api
                .post(
                        "/costs",
                        Map.of(
                                "eventId", event,
                                "planned", planned,
                                "profitGroup", group,
                                "text", what,
                                "spentOn", "1998-06-07",
                                "quantity", Till.number(quantity),
                                "unitCost", Till.number(unitCost)))
                .expect(201);
    }

    private void title(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(words).append('\n');
    }

    private void rows(Iterable<JsonNode> all, Function<JsonNode, String> row) {
        for (var one : all) text.append(row.apply(one));
    }

    private static String row(String name, JsonNode... sums) {
        var row = new StringBuilder("%-52s".formatted(name));
        for (var sum : sums)
            row.append("%12s"
                    .formatted(sum.isNull() ? "" : Till.number(Till.minor(sum)).movePointLeft(2)));
        return row.toString().stripTrailing() + "\n";
    }
}

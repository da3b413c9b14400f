package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.testing.Api;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class QuoteBillingTests {
    private final Till till;

    QuoteBillingTests(Till till) {
        this.till = till;
    }

    /** Crew and equipment at 19 %, a book at 7 %, and an option that nobody took; a tenth off the whole. */
    private String accepted(Map<String, ?> more) {
        return till.accepted(
                List.of(
                        line("TRANSPORT", "Truck", 1, "333.33", 19),
                        line("CREW", "Technician", 3, "77.77", 19),
                        line("TEXT", "Programme book", 7, "9.99", 7),
                        option("TEXT", "Confetti", 1, "500")),
                more);
    }

    private static Map<String, Object> line(String kind, String name, int quantity, String price, int vat) {
        return new HashMap<>(Map.of(
                "kind", kind,
                "name", name,
                "quantity", quantity,
                "listPrice", Till.number(price),
                "vat", Map.of("category", "STANDARD", "percent", vat)));
    }

    private static Map<String, Object> option(String kind, String name, int quantity, String price) {
        var line = line(kind, name, quantity, price, 19);
        line.put("optional", true);
        return line;
    }

    private JsonNode account(String quote) {
        return till.get("/quotes/" + quote + "/billing");
    }

    private Api.Answer bill(String quote, Map<String, ?> body) {
        return till.api.post("/quotes/" + quote + "/invoices", body);
    }

    private JsonNode billed(String quote, Map<String, ?> body) {
        return bill(quote, body).expect(201).json();
    }

    private JsonNode issued(JsonNode draft) {
        return till.issue(draft.path("id").asString(), Map.of()).expect(200).json();
    }

    private JsonNode document(JsonNode invoice) {
        return till.get("/invoices/" + invoice.path("id").asString() + "/document");
    }

    @Test
    void billsTheDepositThatTheQuoteAsksForAndDeductsItAtTheEnd() {
        var quote = accepted(Map.of("depositPercent", 30));
        var before = account(quote);
        var deposit = issued(billed(quote, Map.of("kind", "DEPOSIT")));
        assertThat(Till.minor(deposit.path("gross"))).isEqualTo(Till.minor(before.path("deposit")));
        assertThat(bill(quote, Map.of("kind", "DEPOSIT")).refusal(409)).isEqualTo("quote-billed");
        var draft = billed(quote, Map.of("kind", "FINAL"));
        assertThat(Till.minor(draft.path("gross"))).isEqualTo(Till.minor(before.path("gross")));
        assertThat(Till.minor(draft.path("deducted"))).isEqualTo(Till.minor(deposit.path("gross")));
        var document = document(draft);
        assertThat(texts(document)).containsExactly("Truck", "Technician", "Programme book");
        assertThat(document.path("invoice").path("introduction").asString()).startsWith("By our quote Q-");
        var last = issued(draft);
        assertThat(Till.minor(last.path("open")))
                .isEqualTo(Till.minor(before.path("gross")) - Till.minor(deposit.path("gross")));
        var after = account(quote);
        assertThat(Till.minor(after.path("left"))).isZero();
        assertThat(Till.minor(after.path("deposits"))).isZero();
        assertThat(Till.minor(after.path("billed"))).isEqualTo(Till.minor(before.path("net")));
        assertThat(after.path("invoices").size()).isEqualTo(2);
        assertThat(bill(quote, Map.of("kind", "FINAL")).refusal(409)).isEqualTo("quote-billed");
    }

    private static List<String> texts(JsonNode document) {
        return StreamSupport.stream(document.path("lines").spliterator(), false)
                .map(l -> l.path("text").asString())
                .toList();
    }

    @Test
    void billsPartsByPercentAndByLineAndTheRestToTheCent() {
        var quote = accepted(Map.of("discountPercent", 10));
        long net = Till.minor(account(quote).path("net"));
        var third = billed(quote, Map.of("kind", "PART", "percent", Till.number("33.3333")));
        var lines = account(quote).path("lines");
        var truck = lines.get(0).path("id").asString();
        var byLine = billed(quote, Map.of("kind", "PART", "lines", List.of(truck)));
        assertThat(Till.minor(byLine.path("net")))
                .isEqualTo(Till.minor(lines.get(0).path("net")));
        assertThat(bill(quote, Map.of("kind", "PART", "lines", List.of(truck))).refusal(409))
                .isEqualTo("quote-billed");
        assertThat(bill(quote, Map.of("kind", "PART", "percent", 90)).refusal(409))
                .isEqualTo("quote-billed");
        var rest = billed(quote, Map.of("kind", "FINAL"));
        assertThat(texts(document(rest)))
                .contains("Technician", "Programme book", "Less what part invoices billed: crew")
                .doesNotContain("Truck");
        assertThat(Till.minor(third.path("net")) + Till.minor(byLine.path("net")) + Till.minor(rest.path("net")))
                .isEqualTo(net);
        assertThat(Till.minor(account(quote).path("left"))).isZero();
    }

    @Test
    void countsWhatWasCreditedOrRemovedAsNotBilled() {
        var quote = accepted(Map.of("depositPercent", 50));
        var deposit = issued(billed(quote, Map.of("kind", "DEPOSIT")));
        var last = issued(billed(quote, Map.of("kind", "FINAL")));
        till.credited(last.path("id").asString());
        var again = account(quote);
        assertThat(Till.minor(again.path("billed"))).isZero();
        assertThat(Till.minor(again.path("deposits"))).isEqualTo(Till.minor(deposit.path("net")));
        var draft = billed(quote, Map.of("kind", "FINAL"));
        assertThat(Till.minor(draft.path("deducted"))).isEqualTo(Till.minor(deposit.path("gross")));
        till.api.delete("/invoices/" + draft.path("id").asString(), "*").expect(204);
        till.credited(deposit.path("id").asString());
        var free = account(quote);
        assertThat(Till.minor(free.path("left"))).isEqualTo(Till.minor(free.path("net")));
    }

    @Test
    void refusesToRaiseADraftAboveWhatWasAccepted() {
        var quote = accepted(Map.of());
        var draft = billed(quote, Map.of("kind", "FINAL"));
        var path = "/invoices/" + draft.path("id").asString();
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : document(draft).path("lines")) {
            var copy = Till.line(line.path("text").asString(), 1, "5000");
            copy.put("quotePartId", line.path("quotePartId").asString());
            lines.add(copy);
        }
        assertThat(till.api.patch(path, Map.of("lines", lines), "*").refusal(409))
                .isEqualTo("quote-billed");
        lines.clear();
        lines.add(Till.line("Ordered on site", 1, "5000"));
        till.api.patch(path, Map.of("lines", lines), "*").expect(200);
        assertThat(Till.minor(account(quote).path("billed"))).isZero();
    }

    @Test
    void saysWhatIsWrong() {
        var open = till.quoted(List.of(line("CREW", "Technician", 1, "100", 19)), Map.of());
        assertThat(till.api.get("/quotes/" + open.id() + "/billing").refusal(409))
                .isEqualTo("quote-not-accepted");
        assertThat(bill(open.id(), Map.of("kind", "FINAL")).refusal(409)).isEqualTo("quote-not-accepted");
        assertThat(bill(UUID.randomUUID().toString(), Map.of("kind", "FINAL")).refusal(404))
                .isEqualTo("not-found");
        var quote = accepted(Map.of());
        for (var bad : List.of(
                Map.of("kind", "DEPOSIT"),
                Map.of("kind", "CREDIT_NOTE"),
                Map.of("kind", "PART"),
                Map.of("kind", "PART", "percent", 0),
                Map.of("kind", "PART", "percent", 101),
                Map.of("kind", "PART", "percent", 10, "lines", List.of(UUID.randomUUID())),
                Map.of("kind", "PART", "lines", List.of(UUID.randomUUID()))))
            assertThat(bill(quote, bad).refusal(400)).as("%s", bad).isEqualTo("invalid");
        assertThat(account(quote).path("invoices").size()).isZero();
    }

    @Test
    void neverBillsTwiceAtOnce() throws Exception {
        var quote = accepted(Map.of());
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tries = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++)
                tries.add(() -> bill(quote, Map.of("kind", "FINAL")).status());
            var made = 0;
            for (var one : pool.invokeAll(tries)) if (one.get() == 201) made++;
            assertThat(made).isEqualTo(1);
        }
        assertThat(account(quote).path("invoices").size()).isEqualTo(1);
    }

    @Test
    void addsUpWhateverIsBilled() {
        long seed = Long.getLong("eventkit.seed", System.nanoTime());
        System.out.println("QuoteBillingTests seed " + seed);
        var dice = new Random(seed);
        for (int i = 0; i < 6; i++) {
            var lines = new ArrayList<Map<String, Object>>();
            for (int l = 0; l <= dice.nextInt(6); l++)
                lines.add(line(
                        List.of("CREW", "TRANSPORT", "TEXT").get(dice.nextInt(3)),
                        "Line " + l,
                        1 + dice.nextInt(400),
                        dice.nextInt(999) + "." + (100 + dice.nextInt(899)),
                        dice.nextBoolean() ? 19 : 7));
            var quote = till.accepted(lines, Map.of("discountPercent", dice.nextInt(30)));
            var start = account(quote);
            long net = Till.minor(start.path("net"));
            long billed = 0;
            for (int p = 0; p < 3; p++) {
                var answer = bill(
                        quote,
                        dice.nextInt(4) == 0
                                ? Map.of(
                                        "kind",
                                        "PART",
                                        "lines",
                                        List.of(start.path("lines")
                                                .get(0)
                                                .path("id")
                                                .asString()))
                                : Map.of("kind", "PART", "percent", 1 + dice.nextInt(50)));
                if (answer.status() != 201) continue;
                billed += Till.minor(answer.json().path("net"));
                if (dice.nextInt(3) == 0) {
                    issued(answer.json());
                    if (dice.nextBoolean()) {
                        till.credited(answer.id());
                        billed -= Till.minor(answer.json().path("net"));
                    }
                }
            }
            assertThat(Till.minor(account(quote).path("billed")))
                    .as("seed %d", seed)
                    .isEqualTo(billed);
            if (billed == net) continue;
            var rest = billed(quote, Map.of("kind", "FINAL"));
            assertThat(billed + Till.minor(rest.path("net")))
                    .as("seed %d", seed)
                    .isEqualTo(net);
            if (billed == 0)
                assertThat(Till.minor(rest.path("gross")))
                        .as("seed %d", seed)
                        .isEqualTo(Till.minor(start.path("gross")));
            assertThat(recounted(document(rest))).as("seed %d", seed).isEqualTo(Till.minor(rest.path("gross")));
        }
    }

    private static long recounted(JsonNode document) {
        var eur = Currency.getInstance("EUR");
        var lines = new ArrayList<VatTotals.Line>();
        for (var line : document.path("lines"))
            lines.add(new VatTotals.Line(
                    VatRate.standard(line.path("vatPercent").asString()),
                    new Money(Till.minor(line.path("net")), eur)));
        return VatTotals.of(eur, lines).gross().amountMinor();
    }

    @Test
    void chargesOnTheCostsOfTheEventThatAYesMade() {
        var quote = accepted(Map.of("hireFrom", "2033-07-02", "hireTo", "2033-07-03"));
        var event = till.eventOf(quote);
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
                                "Overtime",
                                "quantity",
                                2,
                                "unitCost",
                                50,
                                "charge",
                                true))
                .expect(201);
        assertThat(account(quote).path("toCharge").asInt()).isEqualTo(1);
        assertThat(till.get("/events/" + event + "/quote-billing")
                        .path("quotes")
                        .size())
                .isEqualTo(1);
        var last = billed(quote, Map.of("kind", "FINAL"));
        assertThat(last.path("event").path("id").asString()).isEqualTo(event);
        assertThat(texts(document(last))).contains("Overtime");
        assertThat(Till.minor(last.path("net")))
                .isEqualTo(Till.minor(account(quote).path("net")) + 10_000);
        issued(last);
        assertThat(account(quote).path("toCharge").asInt()).isZero();
    }
}

package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class PaymentTests {
    private final Till till;
    private final TellsOfDueInvoices due;
    private final Company company;
    private final Outbox outbox;

    PaymentTests(Till till, TellsOfDueInvoices due, Company company, Outbox outbox) {
        this.till = till;
        this.due = due;
        this.company = company;
        this.outbox = outbox;
    }

    @Test
    void tellsFinanceOnceThatAnInvoiceIsDue() {
        var finance = company.somebodyWho("INVOICE_EDIT");
        var planning = company.somebodyWho("EVENT_CONFIRM");
        var client = till.client();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 10))))
                .path("id")
                .asString();
        var issued = till.issue(
                        draft, Map.of("issuedOn", Till.today().minusDays(40).toString()))
                .expect(200)
                .json();
        var number = issued.path("number").asString();
        for (int i = 0; i < 2; i++) {
            due.run();
            outbox.drain();
            assertThat(told(finance))
                    .filteredOn(text -> text.startsWith(number))
                    .singleElement(STRING)
                    .endsWith("is due: 11.90 EUR are open");
        }
        assertThat(told(planning)).isEmpty();
    }

    private static List<String> told(Api who) {
        return who.get("/notifications?type=INVOICE_DUE&limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(n -> n.path("text").asString())
                .toList();
    }

    private JsonNode invoice(String id) {
        return till.get("/invoices/" + id);
    }

    private String state(String id) {
        return invoice(id).path("state").asString();
    }

    @Test
    void isPaidInPartsTooMuchAndBack() {
        var client = till.client();
        var id = till.issued(client, "100").path("id").asString();
        till.pay(id, 4_000);
        assertThat(state(id)).isEqualTo("PART_PAID");
        assertThat(Till.minor(invoice(id).path("open"))).isEqualTo(7_900);
        var rest = till.pay(id, 9_000);
        assertThat(state(id)).isEqualTo("PAID");
        assertThat(Till.minor(rest.path("free"))).isEqualTo(1_100);
        var path = "/payments/" + rest.path("id").asString();
        assertThat(till.api
                        .post("/payments", Map.of("amount", Till.eur(1), "parts", List.of(Map.of("invoiceId", id))))
                        .refusal(409))
                .isEqualTo("payment-too-high");
        var refund = till.api.post(path + "/refund", Map.of()).expect(201).json();
        assertThat(Till.minor(refund.path("amount"))).isEqualTo(-1_100);
        assertThat(Till.minor(till.get(path).path("free"))).isZero();
        assertThat(till.api.post(path + "/refund", Map.of()).refusal(409)).isEqualTo("payment-too-high");
        assertThat(cancel(path).refusal(409)).isEqualTo("payment-refunded");
        cancel("/payments/" + refund.path("id").asString()).expect(200);
        cancel(path).expect(200);
        assertThat(cancel(path).refusal(409)).isEqualTo("payment-cancelled");
        assertThat(state(id)).isEqualTo("PART_PAID");
        var statement = till.get("/statements?client=" + client).path("items");
        assertThat(Till.minor(statement.get(statement.size() - 1).path("balance")))
                .isEqualTo(7_900);
        assertThat(receivable(client)).isEqualTo(7_900);
    }

    private eventkit.testing.Api.Answer cancel(String path) {
        return till.api.send("POST", path + "/cancellation", Map.of("reason", "Mistyped"), Map.of("If-Match", "*"));
    }

    private long receivable(String client) {
        for (JsonNode b : till.get("/ledger-balances?client=" + client).path("items"))
            if (b.path("accountClass").asString().equals("RECEIVABLE")) return Till.minor(b.path("own"));
        return 0;
    }

    @Test
    void paysBackWhatWasCredited() {
        var client = till.client();
        var id = till.issued(client, "100").path("id").asString();
        till.pay(id, 11_900);
        till.credited(id);
        assertThat(state(id)).isEqualTo("CREDITED");
        assertThat(Till.minor(invoice(id).path("open"))).isEqualTo(-11_900);
        till.pay(id, -11_900);
        assertThat(Till.minor(invoice(id).path("open"))).isZero();
        assertThat(receivable(client)).isZero();
    }

    @Test
    void oneForSeveralLaterAndReleased() {
        var client = till.client();
        var one = till.issued(client, "100").path("id").asString();
        var two = till.issued(client, "50").path("id").asString();
        var payment = till.api
                .post("/payments", Map.of("clientId", client, "amount", Till.eur(15_000)))
                .expect(201)
                .id();
        var path = "/payments/" + payment;
        var parts = List.of(Map.of("invoiceId", one), Map.of("invoiceId", two));
        till.api
                .send("POST", path + "/parts", Map.of("parts", parts), Map.of("If-Match", "*"))
                .expect(200);
        assertThat(state(one)).isEqualTo("PAID");
        assertThat(Till.minor(invoice(two).path("open"))).isEqualTo(5_950 - 3_100);
        till.api.delete(path + "/parts/" + one, "*").expect(200);
        assertThat(state(one)).isEqualTo("ISSUED");
        assertThat(Till.minor(till.get(path).path("free"))).isEqualTo(11_900);
        assertThat(till.get("/payments?free=true&client=" + client)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        var ageing = till.get("/ageing")
                .path("items")
                .valueStream()
                .filter(a -> a.path("client").path("id").asString().equals(client))
                .findFirst()
                .orElseThrow();
        assertThat(Till.minor(ageing.path("notDue"))).isEqualTo(11_900 + 2_850);
        assertThat(Till.minor(ageing.path("unallocated"))).isEqualTo(11_900);
        assertThat(Till.minor(ageing.path("total"))).isEqualTo(receivable(client));
        var other = till.issued(till.client(), "5").path("id").asString();
        assertThat(till.api
                        .send(
                                "POST",
                                path + "/parts",
                                Map.of("parts", List.of(Map.of("invoiceId", other))),
                                Map.of("If-Match", "*"))
                        .refusal(400))
                .isEqualTo("invalid");
        var draft = till.draft(till.invoice(client, "PART", List.of(Till.line("x", 1, 1))))
                .path("id")
                .asString();
        assertThat(till.api
                        .send(
                                "POST",
                                path + "/parts",
                                Map.of("parts", List.of(Map.of("invoiceId", draft))),
                                Map.of("If-Match", "*"))
                        .refusal(409))
                .isEqualTo("invoice-not-issued");
    }

    @Test
    void readsABanksFile() {
        var name = "Payer " + UUID.randomUUID();
        var client = till.client(Map.of("name", name));
        var invoice = till.issued(client, "100");
        var text = "Buchungstag;Betrag;Währung;Verwendungszweck;Auftraggeber\n"
                + "05.01.2026;119,00;EUR;Rechnung " + invoice.path("number").asString() + " danke;\"ACME; Ltd\"\n"
                + "06.01.2026;1.000,50;EUR;Vorab;" + name + "\n"
                + "07.01.2026;1,00;EUR;Spende;Niemand " + name + "\n"
                + "heute;1,00;EUR;;\n";
        var dry = till.api
                .post("/payments/csv", Map.of("text", text, "dryRun", true))
                .expect(200)
                .json();
        assertThat(states(dry)).containsExactly("TAKEN", "TAKEN", "UNMATCHED", "UNREADABLE");
        assertThat(dry.path("items").get(0).path("payer").asString()).isEqualTo("ACME; Ltd");
        assertThat(dry.path("items").get(1).path("client").path("id").asString())
                .as("whose it is, before it is entered")
                .isEqualTo(client);
        assertThat(dry.path("items").get(2).path("reference").asString()).isEqualTo("Spende");
        assertThat(state(invoice.path("id").asString())).isEqualTo("ISSUED");
        var done = till.api
                .post("/payments/csv", Map.of("text", text, "dryRun", false))
                .expect(200)
                .json();
        assertThat(states(done)).containsExactly("TAKEN", "TAKEN", "UNMATCHED", "UNREADABLE");
        assertThat(state(invoice.path("id").asString())).isEqualTo("PAID");
        assertThat(Till.minor(done.path("items").get(1).path("amount"))).isEqualTo(100_050);
        var again = till.api
                .post("/payments/csv", Map.of("text", text, "dryRun", false))
                .expect(200)
                .json();
        assertThat(states(again)).containsExactly("KNOWN", "KNOWN", "UNMATCHED", "UNREADABLE");
        assertThat(till.api
                        .post("/payments/csv", Map.of("text", "x\n1", "dryRun", true))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void readsTheFilesOfGermanBanks() {
        var invoice = till.issued(till.client(), "100");
        var number = invoice.path("number").asString();
        var text =
                "\"Auftragskonto\";\"Buchungstag\";\"Verwendungszweck\";\"Beguenstigter/Zahlungspflichtiger\";\"Betrag\";\"Waehrung\"\n"
                        + "\"DE89\";\"23.11.26\";\"" + number + "\";\"Kulturamt\";\"119,00\";\"EUR\"\n";
        var line = till.api
                .post("/payments/csv", Map.of("text", text, "dryRun", true))
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("state").asString()).isEqualTo("TAKEN");
        assertThat(line.path("date").asString()).isEqualTo("2026-11-23");
        assertThat(line.path("payer").asString()).isEqualTo("Kulturamt");
        assertThat(line.path("invoice").path("name").asString()).isEqualTo(number);
    }

    private static List<String> states(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(l -> l.path("state").asString())
                .toList();
    }

    @Test
    void remindsInSteps() {
        var client = till.client();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 10))))
                .path("id")
                .asString();
        till.issue(draft, Map.of("issuedOn", Till.today().minusDays(40).toString()))
                .expect(200);
        var due = till.get("/reminders-due")
                .path("items")
                .valueStream()
                .filter(d -> d.path("invoiceId").asString().equals(draft))
                .findFirst()
                .orElseThrow();
        assertThat(due.path("level").asInt()).isEqualTo(1);
        assertThat(due.path("daysLate").asInt()).isEqualTo(26);
        till.api.post("/reminders", Map.of("ids", List.of(draft))).expect(200);
        till.api.post("/reminders", Map.of("ids", List.of(draft))).expect(200);
        assertThat(till.api.post("/reminders", Map.of("ids", List.of(draft))).refusal(409))
                .isEqualTo("no-reminder-due");
        assertThat(till.get("/invoices/" + draft + "/reminders").path("total").asInt())
                .isEqualTo(2);
        assertThat(invoice(draft).path("reminderLevel").asInt()).isEqualTo(2);
    }

    @Test
    void remindsInTheLanguageOfTheInvoice() {
        for (var words : Map.of("de", "Zahlungserinnerung", "en", "Payment reminder", "fr", "Payment reminder")
                .entrySet()) {
            var client = till.client(Map.of("language", words.getKey(), "country", "DE"));
            var id = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 10))))
                    .path("id")
                    .asString();
            till.issue(id, Map.of("issuedOn", Till.today().minusDays(40).toString()))
                    .expect(200);
            var made = till.api
                    .post("/reminders", Map.of("ids", List.of(id)))
                    .expect(200)
                    .json()
                    .path("items")
                    .get(0);
            assertThat(made.path("title").asString()).isEqualTo(words.getValue());
            assertThat(made.path("text").asString())
                    .contains(words.getKey().equals("de") ? "sieben Tagen" : "seven days");
        }
        var settings = till.api.get("/finance-settings").expect(200);
        var lacking = List.of(Map.of(
                "level", 1, "daysAfter", 7, "en", Map.of("title", "Reminder", "text", "Please pay."), "de", Map.of()));
        var refused = till.api.patch("/finance-settings", Map.of("reminders", lacking), settings.etag());
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(refused.text()).contains("reminders[0].de.title", "reminders[0].de.text");
    }

    @Test
    void mergingClientsTakesTheirMoneyAlong() {
        var into = till.client();
        var from = till.client();
        var id = till.issued(from, "100").path("id").asString();
        till.pay(id, 900);
        assertThat(till.api.delete("/clients/" + from, "*").expect(409).text()).contains("1 invoice, 1 payment");
        till.api
                .send(
                        "POST",
                        "/clients/" + into + "/merge",
                        Map.of("otherId", from, "otherVersion", 1),
                        Map.of("If-Match", "\"1\""))
                .expect(200);
        assertThat(invoice(id).path("client").path("id").asString()).isEqualTo(into);
        assertThat(receivable(into)).isEqualTo(11_000);
        assertThat(till.get("/ledger-recount").path("wrong").asInt()).isZero();
    }

    /** Whatever happens to any invoices: the books sum to zero, what is open is what the ledger says, and what is credited in full leaves nothing. */
    @Test
    void theLedgerSumsToZeroAfterAnyWalk() {
        long seed = 20_261_122;
        var dice = new Random(seed);
        var client = till.client();
        var event = till.event(client);
        var invoices = new ArrayList<String>();
        var payments = new ArrayList<String>();
        for (int i = 0; i < 70; i++) {
            switch (dice.nextInt(6)) {
                case 0, 1 -> {
                    var lines = new ArrayList<Map<String, Object>>();
                    for (int n = dice.nextInt(4); n >= 0; n--) {
                        var line = Till.line(
                                "Line", dice.nextInt(1, 5_000) / 1000.0, dice.nextInt(1, 9_999_999) / 10_000.0);
                        if (dice.nextBoolean()) line.put("discountPercent", dice.nextInt(101));
                        if (dice.nextInt(3) == 0) line.put("vatPercent", 7);
                        lines.add(line);
                    }
                    var body = till.invoice(client, dice.nextInt(4) == 0 ? "DEPOSIT" : "FINAL", lines);
                    if (dice.nextBoolean()) body.put("eventId", event);
                    invoices.add(till.issued(body).path("id").asString());
                }
                case 2, 3 -> {
                    if (invoices.isEmpty()) continue;
                    var id = invoices.get(dice.nextInt(invoices.size()));
                    long open = Till.minor(invoice(id).path("open"));
                    if (open == 0) continue;
                    long amount =
                            open < 0 ? open : dice.nextInt(3) == 0 ? open + 100 : 1 + (long) (open * dice.nextDouble());
                    payments.add(till.pay(id, amount).path("id").asString());
                }
                case 4 -> {
                    if (payments.isEmpty()) continue;
                    cancel("/payments/" + payments.get(dice.nextInt(payments.size())));
                }
                default -> {
                    if (invoices.isEmpty()) continue;
                    var id = invoices.get(dice.nextInt(invoices.size()));
                    var note = till.api.post("/invoices/" + id + "/credit-note", Map.of());
                    if (note.status() == 201) till.issue(note.id(), Map.of());
                }
            }
        }
        var sums = till.get("/ledger-balances?client=" + client).path("items");
        assertThat(sums.valueStream().mapToLong(b -> Till.minor(b.path("own"))).sum())
                .as("seed %s", seed)
                .isZero();
        long open = 0;
        for (var id : invoices) open += Till.minor(invoice(id).path("open"));
        for (JsonNode p : till.get("/payments?client=" + client).path("items")) open -= Till.minor(p.path("free"));
        assertThat(receivable(client)).as("seed %s", seed).isEqualTo(open);
        assertThat(till.get("/ledger-recount").path("wrong").asInt()).isZero();
        for (var id : invoices) {
            var note = till.api.post("/invoices/" + id + "/credit-note", Map.of());
            if (note.status() == 201) till.issue(note.id(), Map.of()).expect(200);
        }
        for (JsonNode b : till.get("/ledger-balances?client=" + client).path("items"))
            if (!b.path("accountClass").asString().matches("RECEIVABLE|BANK"))
                assertThat(Till.minor(b.path("own")))
                        .as(b.path("name").asString())
                        .isZero();
        assertThat(Till.minor(
                        till.get("/events/" + event + "/profit").path("total").path("revenue")))
                .isZero();
    }
}

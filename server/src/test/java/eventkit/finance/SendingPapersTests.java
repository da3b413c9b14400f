package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class SendingPapersTests {
    private final Till till;
    private final DSLContext db;

    SendingPapersTests(Till till, DSLContext db) {
        this.till = till;
        this.db = db;
    }

    private List<JsonNode> emails(String client) {
        return StreamSupport.stream(
                        till.get("/emails?about=" + client + "&sort=createdAt")
                                .path("items")
                                .spliterator(),
                        false)
                .map(one -> till.get("/emails/" + one.path("id").asString()))
                .toList();
    }

    private static List<String> enclosed(JsonNode email) {
        return StreamSupport.stream(email.path("enclosures").spliterator(), false)
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static Map<String, Object> letter(JsonNode draft, String... to) {
        return Map.of(
                "to", List.of(to),
                "subject", draft.path("subject").asString(),
                "text", draft.path("text").asString());
    }

    @Test
    void sendsAnInvoiceThenItsReminderAndTheStatement() {
        var client = till.client(Map.of("country", "DE", "language", "de", "email", "kasse@payer.example"));
        var written = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100))));
        var invoice = till.issue(
                        written.path("id").asString(),
                        Map.of("issuedOn", Till.today().minusDays(40).toString()))
                .expect(200)
                .json();
        var id = invoice.path("id").asString();
        var number = invoice.path("number").asString();
        var draft = till.get("/invoices/" + id + "/email-draft");
        assertThat(draft.path("to").asString()).isEqualTo("kasse@payer.example");
        assertThat(draft.path("subject").asString()).contains("Rechnung " + number);
        assertThat(draft.path("text").asString()).contains("119,00").doesNotContain("{{");
        till.api
                .post("/invoices/" + id + "/emails", letter(draft, "kasse@payer.example", "chef@payer.example"))
                .expect(200);
        var sent = emails(client);
        assertThat(sent).hasSize(2);
        assertThat(enclosed(sent.getFirst())).containsExactly(number + ".pdf");
        var timeline = till.get("/activities?client=" + client).path("items");
        assertThat(timeline.size()).isEqualTo(2);
        assertThat(timeline.get(0).path("kind").asString()).isEqualTo("EMAIL");

        assertThat(till.api
                        .get("/invoices/" + id + "/email-draft?paper=REMINDER")
                        .refusal(404))
                .isEqualTo("not-found");
        till.api.post("/reminders", Map.of("ids", List.of(id))).expect(200);
        var reminder = till.get("/invoices/" + id + "/email-draft?paper=REMINDER");
        assertThat(reminder.path("subject").asString()).contains(number);
        var body = new HashMap<>(letter(reminder, "kasse@payer.example"));
        body.put("paper", "REMINDER");
        till.api.post("/invoices/" + id + "/emails", body).expect(200);
        assertThat(enclosed(emails(client).getLast())).containsExactly(number + "-1.pdf", number + ".pdf");

        var statement = till.get("/clients/" + client + "/statement-email-draft");
        assertThat(statement.path("text").asString()).contains("119,00");
        till.api
                .post("/clients/" + client + "/statement-emails", letter(statement, "kasse@payer.example"))
                .expect(200);
        assertThat(enclosed(emails(client).getLast()).getFirst()).startsWith("statement-");
        for (var path : List.of("/invoices/" + id + "/reminder-pdf", "/clients/" + client + "/statement-pdf"))
            assertThat(new String(till.api.get(path).expect(200).bytes(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
    }

    @Test
    void remindsByMailInOneStep() {
        var client = till.client(Map.of(
                "email",
                "office@payer.example",
                "contacts",
                List.of(Map.of("name", "Jo Cash", "email", "cash@payer.example"))));
        var late = Map.of("issuedOn", Till.today().minusDays(40).toString());
        var id = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100))))
                .path("id")
                .asString();
        till.issue(id, late).expect(200);
        assertThat(due(id).orElseThrow().path("to").asString()).isEqualTo("cash@payer.example");
        var next = till.get("/invoices/" + id + "/next-reminder");
        assertThat(next.path("to").asString()).isEqualTo("cash@payer.example");
        assertThat(next.path("text").asString()).contains("119").doesNotContain("{{");
        var sent = till.api
                .post("/invoices/" + id + "/reminder-letters", Map.of("level", 1))
                .expect(200)
                .json();
        assertThat(sent.path("to").asString()).isEqualTo("cash@payer.example");
        var letter = emails(client).getFirst();
        assertThat(letter.path("text").asString()).isEqualTo(next.path("text").asString());
        assertThat(enclosed(letter)).hasSize(2);
        assertThat(till.api
                        .post("/invoices/" + id + "/reminder-letters", Map.of("level", 1))
                        .refusal(409))
                .as("two who press at once")
                .isEqualTo("no-reminder-due");
        assertThat(due(id)).as("the next step has its own time").isEmpty();
        assertThat(emails(client)).hasSize(1);

        var silent = till.client();
        var other = till.draft(till.invoice(silent, "FINAL", List.of(Till.line("Light", 1, 50))))
                .path("id")
                .asString();
        till.issue(other, late).expect(200);
        assertThat(due(other).orElseThrow().path("to").isNull()).isTrue();
        assertThat(till.api
                        .post("/invoices/" + other + "/reminder-letters", Map.of("level", 1))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(till.get("/invoices/" + other).path("reminderLevel").asInt())
                .as("nothing half-done")
                .isZero();
        till.api
                .post("/invoices/" + other + "/reminder-letters", Map.of("level", 1, "to", "light@payer.example"))
                .expect(200);
        assertThat(till.get("/invoices/" + other).path("reminderLevel").asInt()).isEqualTo(1);
    }

    private Optional<JsonNode> due(String invoice) {
        return till.get("/reminders-due")
                .path("items")
                .valueStream()
                .filter(d -> d.path("invoiceId").asString().equals(invoice))
                .findFirst();
    }

    @Test
    void refusesWhatCanNotBeSent() {
        var client = till.client();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100))));
        var path = "/invoices/" + draft.path("id").asString();
        assertThat(till.api.get(path + "/email-draft").refusal(409)).isEqualTo("invoice-not-issued");
        var words = Map.of("to", List.of("a@b.example"), "subject", "x", "text", "y");
        assertThat(till.api.post(path + "/emails", words).refusal(409)).isEqualTo("invoice-not-issued");
        till.issue(draft.path("id").asString(), Map.of()).expect(200);
        for (var bad : List.of(
                Map.of("to", List.of(), "subject", "x", "text", "y"),
                Map.of("to", List.of("nobody"), "subject", "x", "text", "y"),
                Map.of("to", List.of("a@b.example"), "subject", " ", "text", "y")))
            assertThat(till.api.post(path + "/emails", bad).refusal(400)).isEqualTo("invalid");
        assertThat(emails(client)).isEmpty();
    }

    @Test
    void aQuoteThatIsSentByMailIsSentAndMovesItsDeal() {
        var client = till.client(Map.of("email", "jo@payer.example"));
        var deal = till.api
                .post("/deals", Map.of("name", "Summer stage", "clientId", client))
                .expect(201)
                .id();
        assertThat(till.get("/deals/" + deal).path("stage").path("name").asString())
                .isEqualTo("Lead");
        var quote = till.api.post("/quotes", Map.of("dealId", deal)).expect(201).id();
        var lines = List.of(Map.of("kind", "TRANSPORT", "name", "Truck", "quantity", 1, "listPrice", 100));
        till.api
                .patch("/quotes/" + quote, Map.of("groups", List.of(Map.of("name", "", "lines", lines))), "*")
                .expect(200);
        var draft = till.get("/quotes/" + quote + "/email-draft");
        assertThat(draft.path("text").asString()).contains("{{link}}", "119");
        var answer = send(quote, letter(draft, "jo@payer.example"));
        assertThat(answer.path("state").asString()).isEqualTo("SENT");
        assertThat(till.get("/quotes/" + quote).path("current").path("state").asString())
                .isEqualTo("SENT");
        assertThat(till.get("/deals/" + deal).path("stage").path("name").asString())
                .isEqualTo("Proposal sent");
        assertThat(till.get("/quotes/" + quote + "/links").path("items").size()).isEqualTo(1);
        var sent = emails(client).getFirst();
        assertThat(sent.path("text").isNull()).as("it lets somebody in").isTrue();
        assertThat(enclosed(sent).getFirst()).endsWith("-v1.pdf");
        assertThat(db.fetchValue("select body from mail.message where about_id = ?::uuid", client)
                        .toString())
                .contains("/offer/")
                .doesNotContain("{{link}}");
        var said = till.get("/activities?client=" + client).path("items").get(0);
        assertThat(said.path("text").asString()).doesNotContain("/offer/").doesNotContain("{{link}}");

        var negotiating =
                till.get("/pipelines").path("items").get(0).path("stages").get(3);
        till.api
                .send(
                        "POST",
                        "/deals/" + deal + "/stage",
                        Map.of("stageId", negotiating.path("id").asString()),
                        Map.of("If-Match", "*"))
                .expect(200);
        till.api
                .send("POST", "/quotes/" + quote + "/versions", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        send(quote, letter(till.get("/quotes/" + quote + "/email-draft"), "jo@payer.example"));
        assertThat(till.get("/deals/" + deal).path("stage").path("name").asString())
                .as("never back")
                .isEqualTo(negotiating.path("name").asString());
    }

    private JsonNode send(String quote, Map<String, Object> letter) {
        return till.api
                .send("POST", "/quotes/" + quote + "/emails", letter, Map.of("If-Match", "*"))
                .expect(200)
                .json();
    }
}

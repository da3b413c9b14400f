package eventkit.finance;

import static eventkit.finance.db.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ServerTest
class InvoiceTests {
    private final Till till;
    private final DSLContext db;

    InvoiceTests(Till till, DSLContext db) {
        this.till = till;
        this.db = db;
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/invoice.md"));
        var table = Stream.of(InvoiceState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains("| From | To |\n|---|---|\n" + table);
    }

    @Test
    void fillsADraftFromClientAndSettings() {
        var client = till.client(Map.of(
                "paymentDays", 30,
                "language", "de",
                "buyerReference", "PO 7",
                "billingName", "Payer Holding",
                "addressLines", List.of("Ufer 1", "20095 Hamburg"),
                "country", "DE"));
        var cable = Till.line("Cable", "2.125", "0.3333");
        cable.put("discountPercent", 10);
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 3, "99.95"), cable)));
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("number").isNull()).isTrue();
        assertThat(draft.path("paymentDays").asInt()).isEqualTo(30);
        assertThat(draft.path("language").asString()).isEqualTo("de");
        assertThat(draft.path("buyerReference").asString()).isEqualTo("PO 7");
        assertThat(Till.minor(draft.path("net"))).isEqualTo(29_985 + 64);
        assertThat(Till.minor(draft.path("vat"))).isEqualTo(5_709);
        var document = till.get("/invoices/" + draft.path("id").asString() + "/document");
        assertThat(document.path("buyer").path("name").asString()).isEqualTo("Payer Holding");
        assertThat(document.path("buyer").path("postcode").asString()).isEqualTo("20095");
        assertThat(document.path("buyer").path("city").asString()).isEqualTo("Hamburg");
        assertThat(document.path("seller").path("vatNumber").asString()).isEqualTo("DE136695976");
        assertThat(document.path("vat").get(0).path("category").asString()).isEqualTo("STANDARD");
    }

    @Test
    void issuesOnceAndForEver() {
        var client = till.client();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100))));
        var id = draft.path("id").asString();
        var path = "/invoices/" + id;
        var changed = till.api
                .patch(path, Map.of("title", "Winter stage"), "\"1\"")
                .expect(200)
                .json();
        assertThat(changed.path("title").asString()).isEqualTo("Winter stage");
        assertThat(till.api.patch(path, Map.of("title", "x"), "\"1\"").refusal(412))
                .isEqualTo("stale");
        var issued = till.issue(id, Map.of()).expect(200).json();
        assertThat(issued.path("number").asString())
                .startsWith("R-" + Till.today().getYear() + "-");
        assertThat(issued.path("dueOn").asString())
                .isEqualTo(Till.today().plusDays(14).toString());
        assertThat(Till.minor(issued.path("open"))).isEqualTo(11_900);
        assertThat(till.issue(id, Map.of()).refusal(409)).isEqualTo("invoice-issued");
        assertThat(till.api.patch(path, Map.of("title", "x"), "*").refusal(409)).isEqualTo("invoice-issued");
        assertThat(till.api.delete(path, "*").refusal(409)).isEqualTo("invoice-issued");
        till.api
                .patch("/clients/" + client, Map.of("billingName", "Somebody else"), "*")
                .expect(200);
        assertThat(till.get(path + "/document").path("buyer").path("name").asString())
                .startsWith("Payer");
        for (var sql : List.of(
                "update finance.invoice set gross_minor = 1 where id = ?::uuid",
                "update finance.invoice set number = 'X' where id = ?::uuid",
                "delete from finance.invoice where id = ?::uuid",
                "update finance.invoice_line set text = 'x' where invoice_id = ?::uuid",
                "delete from finance.invoice_vat where invoice_id = ?::uuid"))
            assertThatThrownBy(() -> db.execute(sql, id)).hasMessageContaining("is issued");
        var entry = till.get("/journal-entries/" + issued.path("entryId").asString());
        assertThat(entry.path("sourceId").asString()).isEqualTo(id);
        assertThat(till.get(path + "/history")
                        .path("items")
                        .get(0)
                        .path("action")
                        .asString())
                .isEqualTo("issued");
        till.api
                .delete(
                        "/invoices/"
                                + till.draft(till.invoice(client, "PART", List.of()))
                                        .path("id")
                                        .asString(),
                        "*")
                .expect(204);
    }

    @Test
    void refusesWhatIsNotComplete() {
        var client = till.client(Map.of("country", "FR", "addressLines", List.of("1 Rue", "75001 Paris")));
        var empty =
                till.draft(till.invoice(client, "FINAL", List.of())).path("id").asString();
        assertThat(till.issue(empty, Map.of()).refusal(409)).isEqualTo("invoice-not-complete");
        var line = Till.line("Sound", 1, 100);
        line.put("vatCategory", "REVERSE_CHARGE");
        var reverse = till.draft(till.invoice(client, "FINAL", List.of(line)));
        assertThat(Till.minor(reverse.path("vat"))).isZero();
        var refused = till.issue(reverse.path("id").asString(), Map.of());
        assertThat(refused.refusal(409)).isEqualTo("invoice-not-complete");
        assertThat(refused.text()).contains("VAT number");
        till.api
                .patch("/clients/" + client, Map.of("vatNumber", "FR40303265045"), "*")
                .expect(200);
        till.issue(reverse.path("id").asString(), Map.of()).expect(200);
        assertThat(till.get("/invoices/" + reverse.path("id").asString() + "/document")
                        .path("vat")
                        .get(0)
                        .path("exemptionReason")
                        .asString())
                .isEqualTo("Reverse charge");
        for (var bad : List.<Map<String, Object>>of(
                Till.line("x", "1.2345", 1),
                Till.line("x", 1, -1),
                Till.line("x", 0, 1),
                Till.line(" ", 1, 1),
                Till.line("x", "999999999", "999999999")))
            assertThat(till.api
                            .post("/invoices", till.invoice(client, "FINAL", List.of(bad)))
                            .refusal(400))
                    .isEqualTo("invalid");
        var percent = Till.line("x", 1, 1);
        percent.put("vatCategory", "EXEMPT");
        percent.put("vatPercent", 7);
        assertThat(till.api
                        .post("/invoices", till.invoice(client, "FINAL", List.of(percent)))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(till.api
                        .post("/invoices", till.invoice(client, "CREDIT_NOTE", List.of()))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(till.api
                        .post("/invoices/" + empty + "/credit-note", Map.of())
                        .refusal(409))
                .isEqualTo("invoice-not-issued");
    }

    @Test
    void deductsDepositsOnce() {
        var client = till.client();
        var event = till.event(client);
        var body = till.invoice(client, "DEPOSIT", List.of(Till.line("Deposit", 1, "300")));
        body.put("eventId", event);
        var deposit = till.issued(body).path("id").asString();
        assertThat(Till.minor(till.get("/events/" + event + "/profit").path("deposits")))
                .isEqualTo(30_000);
        var rest = till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 1_000)));
        rest.put("eventId", event);
        rest.put("deposits", List.of(deposit));
        var free = "/invoices?deductible=true&client=" + client;
        assertThat(till.get(free).path("items").get(0).path("id").asString()).isEqualTo(deposit);
        var draft = till.draft(rest);
        assertThat(till.get(free).path("items").size()).isZero();
        assertThat(Till.minor(draft.path("deducted"))).isEqualTo(35_700);
        assertThat(till.api.post("/invoices", rest).refusal(409)).isEqualTo("deposit-deducted");
        assertThat(till.api
                        .post("/invoices/" + deposit + "/credit-note", Map.of())
                        .refusal(409))
                .isEqualTo("deposit-deducted");
        var id = draft.path("id").asString();
        var issued = till.issue(id, Map.of()).expect(200).json();
        assertThat(Till.minor(issued.path("open"))).isEqualTo(119_000 - 35_700);
        var profit = till.get("/events/" + event + "/profit");
        assertThat(Till.minor(profit.path("deposits"))).isZero();
        assertThat(Till.minor(profit.path("total").path("revenue"))).isEqualTo(100_000);
        var note = till.credited(id);
        assertThat(Till.minor(note.path("gross"))).isEqualTo(119_000);
        var after = till.get("/events/" + event + "/profit");
        assertThat(Till.minor(after.path("deposits"))).isEqualTo(30_000);
        assertThat(Till.minor(after.path("total").path("revenue"))).isZero();
        assertThat(till.get("/invoices/" + id).path("state").asString()).isEqualTo("CREDITED");
        till.draft(rest);
    }

    @Test
    void creditsAPartAndThenTheRest() {
        var client = till.client();
        var seven = Till.line("Catering", 1, "40.00");
        seven.put("vatPercent", 7);
        var id = till.issued(till.invoice(client, "FINAL", List.of(Till.line("Sound", 2, 100), seven)))
                .path("id")
                .asString();
        var note = till.api
                .post("/invoices/" + id + "/credit-note", Map.of())
                .expect(201)
                .id();
        till.api
                .patch("/invoices/" + note, Map.of("lines", List.of(Till.line("Sound", 1, 100))), "*")
                .expect(200);
        till.issue(note, Map.of()).expect(200);
        var half = till.get("/invoices/" + id);
        assertThat(half.path("state").asString()).isEqualTo("PART_PAID");
        assertThat(Till.minor(half.path("open"))).isEqualTo(11_900 + 4_280);
        var rest = till.api.post("/invoices/" + id + "/credit-note", Map.of()).expect(201);
        var again = rest.id();
        var notes = till.get("/invoices/" + id + "/document").path("creditNotes");
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).path("id").asString()).isEqualTo(note);
        assertThat(notes.get(0).path("number").asString())
                .isEqualTo(till.get("/invoices/" + note).path("number").asString());
        assertThat(Till.minor(notes.get(0).path("gross"))).isEqualTo(11_900);
        assertThat(notes.get(1).path("id").asString()).isEqualTo(again);
        assertThat(notes.get(1).path("number").isNull()).as("a draft").isTrue();
        var back = till.get("/invoices/" + note).path("corrects");
        assertThat(back.path("id").asString()).isEqualTo(id);
        assertThat(back.path("name").asString()).isEqualTo(half.path("number").asString());
        assertThat(till.get("/invoices/" + note + "/document").path("creditNotes"))
                .isEmpty();
        assertThat(Till.minor(rest.json().path("gross"))).as("what is left").isEqualTo(11_900 + 4_280);
        var lines = till.get("/invoices/" + again + "/document").path("lines");
        assertThat(lines.get(0).path("text").asString()).isEqualTo("Sound");
        assertThat(lines.get(0).path("quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(lines.get(1).path("text").asString()).isEqualTo("Catering");
        till.api
                .patch("/invoices/" + again, Map.of("lines", List.of(Till.line("Sound", 2, 100), seven)), "*")
                .expect(200);
        assertThat(till.issue(again, Map.of()).refusal(409)).isEqualTo("credit-too-high");
        till.api
                .patch("/invoices/" + again, Map.of("lines", List.of(Till.line("Sound", "1.3", 100))), "*")
                .expect(200);
        assertThat(till.issue(again, Map.of()).refusal(409)).isEqualTo("credit-too-high");
        till.api
                .patch("/invoices/" + again, Map.of("lines", List.of(Till.line("Sound", 1, 100), seven)), "*")
                .expect(200);
        till.issue(again, Map.of()).expect(200);
        assertThat(till.get("/invoices/" + id).path("state").asString()).isEqualTo("CREDITED");
        assertThat(zero(client)).isTrue();
    }

    /** All accounts of the client are at zero. */
    private boolean zero(String client) {
        for (JsonNode balance : till.get("/ledger-balances?client=" + client).path("items"))
            if (Till.minor(balance.path("own")) != 0) return false;
        return true;
    }

    @Test
    void numbersFollowOneAnotherWhoeverIssues() throws Exception {
        var client = till.client();
        var own = till.api
                .post(
                        "/invoice-series",
                        Map.of(
                                "kind",
                                "INVOICE",
                                "name",
                                "Rush " + client,
                                "prefix",
                                "X" + client.substring(24) + "-",
                                "yearly",
                                false))
                .expect(201)
                .id();
        var drafts = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            var body = till.invoice(client, "FINAL", i % 4 == 3 ? List.of() : List.of(Till.line("Sound", 1, i + 1)));
            body.put("seriesId", own);
            drafts.add(till.draft(body).path("id").asString());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Integer>>();
            // each is issued by two at once; every fourth is refused
            for (var id : drafts)
                for (int twice = 0; twice < 2; twice++)
                    work.add(() -> till.issue(id, Map.of()).status());
            int done = 0;
            for (var answer : threads.invokeAll(work)) if (answer.get() == 200) done++;
            assertThat(done).isEqualTo(18);
        }
        var numbers = db.fetch(
                        "select series_number from finance.invoice where series_id = ?::uuid and number is not null order by 1",
                        own)
                .map(r -> r.get(0, Long.class));
        assertThat(numbers).hasSize(18);
        for (int i = 0; i < 18; i++) assertThat(numbers.get(i)).isEqualTo(i + 1L);
        assertThat(db.fetchSingle("select last from finance.series_number where series_id = ?::uuid", own)
                        .get(0, Long.class))
                .isEqualTo(18);
        assertThat(till.api
                        .patch("/invoice-series/" + own, Map.of("width", 6), "*")
                        .refusal(409))
                .isEqualTo("series-in-use");
        assertThat(till.api
                        .post(
                                "/invoice-series",
                                Map.of("kind", "INVOICE", "name", "Rush " + client, "prefix", "zz", "yearly", false))
                        .refusal(409))
                .isEqualTo("series-taken");
    }

    /** Whichever write fails, the draft stays as it was, nothing is posted, and the number goes to the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert on finance.series_number",
                "update on finance.invoice",
                "insert on finance.entry",
                "insert on finance.line",
                "insert on core.audit_entry"
            })
    void aCrashAtAnyStepLeavesTheDraftAndReturnsTheNumber(String step) {
        var client = till.client();
        var before = till.issued(client, "10").path("number").asString();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 10))));
        var id = draft.path("id").asString();
        var entries = db.fetchCount(ENTRY);
        var name = "fails_" + Math.abs(step.hashCode());
        db.execute("create or replace function finance." + name
                + "() returns trigger language plpgsql as $$ begin raise exception 'the power went out'; end $$");
        db.execute(
                "create trigger " + name + " before " + step + " for each row execute function finance." + name + "()");
        try {
            till.issue(id, Map.of()).expect(500);
        } finally {
            db.execute("drop trigger " + name + " on " + step.substring(step.indexOf(" on ") + 4));
            db.execute("drop function finance." + name + "()");
        }
        assertThat(till.get("/invoices/" + id)).isEqualTo(draft);
        assertThat(db.fetchCount(ENTRY)).isEqualTo(entries);
        var after = till.issue(id, Map.of()).expect(200).json().path("number").asString();
        assertThat(number(after)).isEqualTo(number(before) + 1);
        assertThat(db.fetchCount(ENTRY)).isEqualTo(entries + 1);
    }

    private static long number(String label) {
        return Long.parseLong(label.substring(label.lastIndexOf('-') + 1));
    }

    @Test
    void aClosedMonthTakesNoNumber() {
        var client = till.client();
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 5))))
                .path("id")
                .asString();
        var before = standardNext();
        till.api.post("/ledger-months/closing", Map.of("month", "2023-05-01")).expect(200);
        assertThat(till.issue(draft, Map.of("issuedOn", "2023-05-31")).refusal(409))
                .isEqualTo("month-closed");
        assertThat(standardNext()).isEqualTo(before);
        assertThat(till.issue(draft, Map.of("issuedOn", Till.today().plusDays(5).toString()))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    private String standardNext() {
        for (JsonNode s : till.get("/invoice-series").path("items"))
            if (s.path("standard").asBoolean() && s.path("kind").asString().equals("INVOICE"))
                return s.path("next").asString();
        return "";
    }

    @Test
    void keepsVatRates() {
        var name = "VAT " + System.nanoTime();
        var made = till.api
                .post("/vat-rates", Map.of("name", name, "category", "STANDARD", "percent", Till.number("8.1")))
                .expect(201);
        assertThat(till.api
                        .post("/vat-rates", Map.of("name", name, "category", "STANDARD", "percent", 5))
                        .refusal(409))
                .isEqualTo("vat-rate-name-taken");
        assertThat(till.api
                        .post("/vat-rates", Map.of("name", name + "x", "category", "EXEMPT", "percent", 0))
                        .refusal(400))
                .isEqualTo("invalid");
        till.api.patch("/vat-rates/" + made.id(), Map.of("percent", 8), "\"1\"").expect(200);
        till.api.post("/vat-rates/" + made.id() + "/archive", Map.of()).expect(200);
        till.api.post("/vat-rates/" + made.id() + "/restore", Map.of()).expect(200);
        assertThat(till.api
                        .patch("/finance-settings", Map.of("seller", Map.of("iban", "DE89370400440532013001")), "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void goesOutOnPaperAndForMachines() {
        var client = till.client(Map.of(
                "name",
                "Paper client",
                "email",
                "bills@client.example",
                "country",
                "DE",
                "addressLines",
                List.of("Ufer 1", "20095 Hamburg")));
        var half = Till.line("Cable", "2.5", "1.999");
        half.put("discountPercent", 10);
        var draft = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100), half)))
                .path("id")
                .asString();
        var path = "/invoices/" + draft;
        assertThat(till.api.get(path + "/pdf").expect(200).text()).startsWith("%PDF");
        assertThat(till.api.get(path + "/ubl").refusal(409)).isEqualTo("invoice-not-issued");
        var number =
                till.issue(draft, Map.of()).expect(200).json().path("number").asString();
        var pdf = till.api.get(path + "/pdf").expect(200);
        assertThat(pdf.bytes())
                .isEqualTo(till.api.get(path + "/pdf").expect(200).bytes());
        assertThat(pdf.header("Content-Disposition")).contains(number);
        assertThat(till.api.get(path + "/ubl").expect(200).text()).contains(number, "<cbc:PayableAmount");
    }

    @Test
    void listsByWhatIsAsked() {
        var client = till.client();
        var late = till.draft(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 10))))
                .path("id")
                .asString();
        till.issue(late, Map.of("issuedOn", Till.today().minusDays(40).toString()))
                .expect(200);
        till.issued(client, "20");
        till.draft(till.invoice(client, "PART", List.of()));
        var of = "/invoices?client=" + client;
        assertThat(till.get(of).path("total").asInt()).isEqualTo(3);
        assertThat(till.get(of + "&overdue=true")
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(late);
        assertThat(till.get(of + "&overdue=false").path("total").asInt()).isEqualTo(2);
        assertThat(till.get(of + "&open=true&sort=-open").path("total").asInt()).isEqualTo(2);
        assertThat(till.get(of + "&state=DRAFT&kind=PART").path("total").asInt())
                .isEqualTo(1);
        var seen = new HashSet<String>();
        for (var sort : List.of("number", "issuedOn", "changedAt", "due", "open", "client"))
            seen.add(till.get(of + "&sort=" + sort).path("total").asString());
        assertThat(seen).hasSize(1);
    }
}

package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class CancellationTests {
    private final Till till;
    private final DSLContext db;

    CancellationTests(Till till, DSLContext db) {
        this.till = till;
        this.db = db;
    }

    /** Won, 1,000.00 net at 19 %, to begin in so many days; half is owed from thirty days before, all from three. */
    private String won(int days) {
        var quote = till.accepted(
                List.of(Map.of("kind", "TRANSPORT", "name", "Truck", "quantity", 1, "listPrice", 1_000)),
                new HashMap<>(Map.of(
                        "hireFrom", Till.today().plusDays(days).toString(),
                        "hireTo", Till.today().plusDays(days + 1L).toString(),
                        "depositPercent", 40,
                        "cancellation",
                                List.of(Map.of("days", 3, "percent", 100), Map.of("days", 30, "percent", 50)))));
        var event = till.eventOf(quote);
        till.until(() -> till.get("/events/" + event).path("phase").asString().equals("CONFIRMED"));
        return quote;
    }

    private JsonNode plan(String event) {
        return till.get("/events/" + event + "/cancellation");
    }

    private Api.Answer cancel(String event, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("reason", "The band is ill"));
        body.putAll(more);
        return till.api.post("/events/" + event + "/cancellation", body);
    }

    private String billed(String quote, String kind) {
        var draft = till.api
                .post("/quotes/" + quote + "/invoices", Map.of("kind", kind))
                .expect(201);
        return till.issue(draft.id(), Map.of()).expect(200).id();
    }

    @Test
    void creditsWhatWasBilledAndBillsTheAgreedFee() {
        var quote = won(20);
        var event = till.eventOf(quote);
        var deposit = billed(quote, "DEPOSIT");
        till.pay(deposit, 47_600);
        var last = billed(quote, "FINAL");
        var draft = till.draft(with(till.invoice(till.client(), "PART", List.of(Till.line("Extra", 1, 10))), event));
        var plan = plan(event);
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plan.path("fees").get(0).path("percent").decimalValue()).isEqualByComparingTo("50");
        assertThat(plan.path("fees").get(0).path("daysBefore").asInt()).isEqualTo(20);
        assertThat(Till.minor(plan.path("fees").get(0).path("net"))).isEqualTo(50_000);
        assertThat(plan.path("credits").size()).isEqualTo(2);
        assertThat(plan.path("credits").get(0).path("invoiceId").asString()).isEqualTo(last);
        assertThat(plan.path("drafts").get(0).path("id").asString())
                .isEqualTo(draft.path("id").asString());

        var done = cancel(event, Map.of()).expect(200).json();
        assertThat(till.get("/events/" + event).path("phase").asString()).isEqualTo("CANCELLED");
        for (var id : List.of(deposit, last))
            assertThat(till.get("/invoices/" + id).path("state").asString()).isEqualTo("CREDITED");
        assertThat(Till.minor(till.get("/invoices/" + deposit).path("open"))).isEqualTo(-47_600);
        assertThat(till.api.get("/invoices/" + draft.path("id").asString()).status())
                .isEqualTo(404);
        var fee = till.get("/invoices/" + done.path("feeInvoice").path("id").asString());
        assertThat(fee.path("state").asString()).isEqualTo("DRAFT");
        assertThat(Till.minor(fee.path("net"))).isEqualTo(50_000);
        assertThat(Till.minor(fee.path("gross"))).isEqualTo(59_500);
        var account = till.get("/quotes/" + quote + "/billing");
        assertThat(Till.minor(account.path("billed"))).isZero();
        assertThat(db.fetchValue("select sum(own_minor) from finance.line where event_id = ?::uuid", event)
                        .toString())
                .as("the ledger of the event is back at zero")
                .isEqualTo("0");
        var client = till.get("/events/" + event).path("client").path("id").asString();
        assertThat(till.get("/activities?client=" + client).path("items")).anySatisfy(note -> {
            assertThat(note.path("kind").asString()).isEqualTo("NOTE");
            assertThat(note.path("text").asString()).contains("The band is ill", "50 %", "R-");
        });
    }

    private static Map<String, Object> with(Map<String, Object> invoice, String event) {
        invoice.put("eventId", event);
        return invoice;
    }

    @Test
    void isDoneOnceHoweverOftenItIsAsked() throws Exception {
        var quote = won(2);
        var event = till.eventOf(quote);
        billed(quote, "FINAL");
        try (var pool = Executors.newFixedThreadPool(3)) {
            Callable<Integer> ask = () -> cancel(event, Map.of()).status();
            for (var one : pool.invokeAll(List.of(ask, ask, ask)))
                assertThat(one.get()).isEqualTo(200);
        }
        var again = cancel(event, Map.of("reason", "Again")).expect(200).json();
        assertThat(again.path("reason").asString()).isEqualTo("The band is ill");
        assertThat(again.path("possible").asBoolean()).isFalse();
        var invoices = till.get("/invoices?event=" + event).path("items");
        assertThat(count(invoices, "FINAL")).as("the final one and the fee").isEqualTo(2);
        assertThat(count(invoices, "CREDIT_NOTE")).isEqualTo(1);
        assertThat(Till.minor(till.get("/invoices/"
                                + again.path("feeInvoice").path("id").asString())
                        .path("net")))
                .isEqualTo(100_000);
    }

    private static long count(JsonNode invoices, String kind) {
        long n = 0;
        for (var one : invoices) if (one.path("kind").asString().equals(kind)) n++;
        return n;
    }

    @Test
    void creditsTheRestOfWhatWasCreditedInPart() {
        var quote = won(20);
        var event = till.eventOf(quote);
        var bill = billed(quote, "FINAL");
        partCredited(bill, "150");
        var plan = plan(event).path("credits").get(0);
        assertThat(plan.path("rest").asBoolean()).isTrue();
        assertThat(plan.path("byHand").asBoolean()).isFalse();
        assertThat(Till.minor(plan.path("gross"))).isEqualTo(119_000 - 17_850);
        cancel(event, Map.of()).expect(200);
        assertThat(till.get("/invoices/" + bill).path("state").asString()).isEqualTo("CREDITED");
        assertThat(db.fetchValue("select sum(own_minor) from finance.line where event_id = ?::uuid", event)
                        .toString())
                .as("the ledger of the event is back at zero")
                .isEqualTo("0");
    }

    /** 19 % of 849.50 and of 150.50, each rounded, are a cent more than of the whole. */
    @Test
    void leavesToAPersonWhatWouldLeaveACent() {
        var quote = won(20);
        var event = till.eventOf(quote);
        var deposit = billed(quote, "DEPOSIT");
        var bill = billed(quote, "FINAL");
        partCredited(bill, "150.50");
        var credits = plan(event).path("credits");
        assertThat(credits.get(0).path("byHand").asBoolean()).isTrue();
        assertThat(credits.get(1).path("byHand").asBoolean())
                .as("it is still deducted")
                .isTrue();
        cancel(event, Map.of()).expect(200);
        assertThat(till.get("/events/" + event).path("phase").asString()).isEqualTo("CANCELLED");
        assertThat(till.get("/invoices/" + bill).path("state").asString()).isEqualTo("PART_PAID");
        assertThat(till.get("/invoices/" + deposit).path("state").asString()).isEqualTo("ISSUED");
    }

    private void partCredited(String bill, String net) {
        var note = till.api
                .post("/invoices/" + bill + "/credit-note", Map.of())
                .expect(201)
                .id();
        till.api
                .patch(
                        "/invoices/" + note,
                        Map.of("lines", List.of(Till.line("Goodwill", 1, net)), "deposits", List.of()),
                        "*")
                .expect(200);
        till.issue(note, Map.of()).expect(200);
    }

    @Test
    void owesNothingWhereNothingWasAgreedForSoEarly() {
        var event = till.eventOf(won(60));
        assertThat(plan(event).path("fees").size()).isZero();
        var done = cancel(event, Map.of()).expect(200).json();
        assertThat(done.path("feeInvoice").isNull()).isTrue();
        assertThat(till.get("/invoices?event=" + event).path("items").size()).isZero();
    }

    @Test
    void settlesTheMoneyOfAnEventThatWasCancelledBefore() {
        var quote = won(10);
        var event = till.eventOf(quote);
        var deposit = billed(quote, "DEPOSIT");
        till.api
                .post("/events/" + event + "/phase", Map.of("phase", "CANCELLED", "reason", "Rain"))
                .expect(200);
        assertThat(plan(event).path("possible").asBoolean()).isTrue();
        cancel(event, Map.of("fee", false)).expect(200);
        assertThat(till.get("/invoices/" + deposit).path("state").asString()).isEqualTo("CREDITED");
        assertThat(plan(event).path("feeInvoice").isNull()).isTrue();
    }

    @Test
    void changesNothingWhereAPartOfItIsRefused() {
        var quote = won(10);
        var event = till.eventOf(quote);
        var deposit = billed(quote, "DEPOSIT");
        assertThat(cancel(event, Map.of("reason", " ")).refusal(400)).isEqualTo("invalid");
        var month = Till.today().toString().substring(0, 7);
        db.execute(
                "insert into finance.closed_month (month, closed_at, closed_by_name) values (?::date, now(), 'Test')",
                month + "-01");
        try {
            assertThat(cancel(event, Map.of()).refusal(409)).isEqualTo("month-closed");
        } finally {
            db.execute("delete from finance.closed_month where month = ?::date", month + "-01");
        }
        assertThat(till.get("/events/" + event).path("phase").asString()).isEqualTo("CONFIRMED");
        assertThat(till.get("/invoices/" + deposit).path("state").asString()).isEqualTo("ISSUED");
        assertThat(plan(event).path("settledOn").isNull()).isTrue();
    }
}

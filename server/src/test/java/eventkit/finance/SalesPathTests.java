package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What holds of money however the sales path is walked, and wherever the server dies on it. */
@ServerTest
class SalesPathTests {
    private static final int JOBS = 4;
    private static final int STEPS = 14;
    private final Till till;
    private final DSLContext db;

    SalesPathTests(Till till, DSLContext db) {
        this.till = till;
        this.db = db;
    }

    private static List<Map<String, Object>> lines(Random dice) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= dice.nextInt(5); i++)
            lines.add(new HashMap<>(Map.of(
                    "kind", List.of("CREW", "TRANSPORT", "TEXT").get(dice.nextInt(3)),
                    "name", "Line " + i,
                    "quantity", 1 + dice.nextInt(40),
                    "listPrice", Till.number(dice.nextInt(500) + "." + (10 + dice.nextInt(90))),
                    "vat", Map.of("category", "STANDARD", "percent", dice.nextBoolean() ? 19 : 7))));
        return lines;
    }

    @Test
    void addsUpToZeroWhateverHappens() {
        long seed = Long.getLong("eventkit.seed", System.nanoTime());
        System.out.println("SalesPathTests seed " + seed);
        var dice = new Random(seed);
        for (int job = 0; job < JOBS; job++) {
            int days = 1 + dice.nextInt(50);
            var quote = till.accepted(
                    lines(dice),
                    Map.of(
                            "hireFrom", Till.today().plusDays(days).toString(),
                            "hireTo", Till.today().plusDays(days + 1L).toString(),
                            "depositPercent", 10 + dice.nextInt(50),
                            "discountPercent", dice.nextInt(20),
                            "cancellation", List.of(Map.of("days", 30, "percent", dice.nextInt(101)))));
            var event = till.eventOf(quote);
            till.until(
                    () -> till.get("/events/" + event).path("phase").asString().equals("CONFIRMED"));
            for (int i = 0; i < STEPS; i++) {
                step(dice, quote);
                holds(quote, "seed " + seed + ", job " + job + ", step " + i);
            }
            till.api
                    .post("/events/" + event + "/cancellation", Map.of("reason", "Rain"))
                    .expect(200);
            assertThat(ofEvent(event))
                    .as("seed %d, job %d, cancelled", seed, job)
                    .isEmpty();
        }
        assertThat(till.get("/ledger-recount").path("wrong").asInt())
                .as("seed %d", seed)
                .isZero();
    }

    /** Some of these are refused; none may break. */
    private void step(Random dice, String quote) {
        var invoices = till.get("/quotes/" + quote + "/billing").path("invoices");
        var some = invoices.isEmpty() ? null : invoices.get(dice.nextInt(invoices.size()));
        var answer = switch (dice.nextInt(8)) {
            case 0 -> bill(quote, Map.of("kind", "DEPOSIT"));
            case 1 -> bill(quote, Map.of("kind", "PART", "percent", 1 + dice.nextInt(60)));
            case 2 -> bill(quote, Map.of("kind", "FINAL"));
            case 3, 4 -> some == null ? null : till.issue(id(some), Map.of());
            case 5 -> some == null ? null : pay(some, dice);
            case 6 -> some == null ? null : credit(some);
            default -> some == null ? null : till.api.delete("/invoices/" + id(some), "*");
        };
        if (answer != null) assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    private static String id(JsonNode invoice) {
        return invoice.path("id").asString();
    }

    private Api.Answer bill(String quote, Map<String, ?> body) {
        return till.api.post("/quotes/" + quote + "/invoices", body);
    }

    private Api.Answer pay(JsonNode invoice, Random dice) {
        long open = Till.minor(invoice.path("open"));
        if (open <= 0) return till.api.get("/invoices/" + id(invoice));
        return till.api.post(
                "/payments",
                Map.of(
                        "amount", Till.eur(1 + dice.nextLong(open)),
                        "parts", List.of(Map.of("invoiceId", id(invoice)))));
    }

    private Api.Answer credit(JsonNode invoice) {
        var note = till.api.post("/invoices/" + id(invoice) + "/credit-note", Map.of());
        if (note.status() != 201) return note;
        var issued = till.issue(note.id(), Map.of());
        if (issued.status() != 200)
            till.api.delete("/invoices/" + note.id(), "*").expect(204);
        return issued;
    }

    private void holds(String quote, String where) {
        var account = till.get("/quotes/" + quote + "/billing");
        long net = Till.minor(account.path("net"));
        long left = Till.minor(account.path("left"));
        assertThat(left).as(where).isBetween(0L, net);
        assertThat(Till.minor(account.path("billed")) + Till.minor(account.path("deposits")) + left)
                .as(where)
                .isEqualTo(net);
        assertThat(db.fetchValue("select coalesce(sum(own_minor), 0) from finance.line")
                        .toString())
                .as(where)
                .isEqualTo("0");
        for (var one : account.path("invoices"))
            if (one.path("state").asString().equals("CREDITED"))
                assertThat(Till.minor(one.path("credited"))).as(where).isEqualTo(due(one));
    }

    private static long due(JsonNode invoice) {
        return Till.minor(invoice.path("gross")) - Till.minor(invoice.path("deducted"));
    }

    /** What of an event stands in the books, by class of account, payments apart. */
    private Map<String, Long> ofEvent(String event) {
        var sums = new TreeMap<String, Long>();
        db.fetch("""
                        select a.class, sum(l.own_minor)::bigint as own
                          from finance.line l join finance.account a on a.id = l.account_id
                         where l.event_id = ?::uuid group by 1 having sum(l.own_minor) <> 0
                        """, event).forEach(r -> sums.put(r.get("class", String.class), r.get("own", Long.class)));
        return sums;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert or update on finance.series_number",
                "update on finance.invoice",
                "insert on finance.entry",
                "insert on finance.line",
                "insert or update on finance.sum",
                "insert on core.audit_entry"
            })
    void aCrashAtAnyStepOfIssuingLeavesNoGapAndNoDoubleNumber(String step) {
        var draft = till.draft(till.invoice(till.client(), "FINAL", List.of(Till.line("Sound", 1, 100))));
        var id = draft.path("id").asString();
        long before = last();
        long entries = entries();
        var name = "fails_" + Math.abs(step.hashCode());
        db.execute("create or replace function finance." + name
                + "() returns trigger language plpgsql as $$ begin raise exception 'the server died'; end $$");
        db.execute(
                "create trigger " + name + " before " + step + " for each row execute function finance." + name + "()");
        try {
            assertThat(till.issue(id, Map.of()).status()).isEqualTo(500);
        } finally {
            db.execute("drop trigger " + name + " on " + step.substring(step.indexOf(" on ") + 4));
            db.execute("drop function finance." + name + "()");
        }
        assertThat(till.get("/invoices/" + id).path("state").asString()).isEqualTo("DRAFT");
        assertThat(last()).isEqualTo(before);
        assertThat(entries()).isEqualTo(entries);
        var issued = till.issue(id, Map.of()).expect(200).json();
        assertThat(issued.path("number").asString()).endsWith("%04d".formatted(before + 1));
        assertThat(last()).isEqualTo(before + 1);
        assertThat(till.issue(id, Map.of()).refusal(409)).isEqualTo("invoice-issued");
    }

    private long last() {
        return db.fetchValue("""
                        select coalesce(max(n.last), 0) from finance.series s
                          left join finance.series_number n on n.series_id = s.id and n.year = ?
                         where s.standard and s.kind = 'INVOICE'
                        """, Till.today().getYear()) instanceof Number n ? n.longValue() : 0;
    }

    private long entries() {
        return db.fetchValue("select count(*) from finance.entry") instanceof Number n ? n.longValue() : 0;
    }
}

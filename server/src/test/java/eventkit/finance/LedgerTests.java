package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
class LedgerTests {
    private final Company company;
    private final Till till;
    private final Api api;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Map<String, String> accounts = new HashMap<>();

    LedgerTests(Company company, Till till, DSLContext db, PlatformTransactionManager transactions) {
        this.company = company;
        this.till = till;
        this.api = till.api;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        for (var account : till.get("/accounts").path("items"))
            accounts.put(account.path("code").asString(), account.path("id").asString());
    }

    private Map<String, Object> line(String code, long minor) {
        return new HashMap<>(Map.of("accountId", String.valueOf(accounts.get(code)), "amount", Till.eur(minor)));
    }

    private Api.Answer post(String date, long debit, long credit) {
        return api.post(
                "/journal-entries",
                Map.of("date", date, "text", "By hand", "lines", List.of(line("1200", debit), line("0800", -credit))));
    }

    @Test
    void postsByHandAndReverses() {
        var made = post("2026-03-31", 12_345, 12_345).expect(201).json();
        assertThat(made.path("sourceKind").asString()).isEqualTo("hand");
        assertThat(made.path("words").isNull())
                .as("in the words of who posted it")
                .isTrue();
        var id = made.path("id").asString();
        var path = "/journal-entries/" + id;
        assertThat(api.post(path + "/reversal", Map.of("reason", " ")).refusal(400))
                .isEqualTo("invalid");
        var reversed = api.post(path + "/reversal", Map.of("date", "2026-04-01", "reason", "Wrong account"))
                .expect(201)
                .json();
        assertThat(reversed.path("reversesId").asString()).isEqualTo(id);
        assertThat(reversed.path("lines")
                        .get(0)
                        .path("amount")
                        .path("amountMinor")
                        .asLong())
                .isEqualTo(-12_345);
        assertThat(reversed.path("text").asString())
                .isEqualTo("Reversal of #" + made.path("number").asLong() + ": Wrong account");
        assertThat(reversed.path("words").path("kind").asString()).isEqualTo("REVERSAL");
        assertThat(reversed.path("words").path("of").asString())
                .isEqualTo("#" + made.path("number").asLong());
        assertThat(reversed.path("words").path("reason").asString()).isEqualTo("Wrong account");
        assertThat(till.get(path).path("reversedById").asString())
                .isEqualTo(reversed.path("id").asString());
        assertThat(api.post(path + "/reversal", Map.of("reason", "Again")).refusal(409))
                .isEqualTo("ledger-entry-reversed");
        var client = till.client();
        var entry = till.issued(client, "100").path("entryId").asString();
        assertThat(api.post("/journal-entries/" + entry + "/reversal", Map.of("reason", "No"))
                        .refusal(409))
                .isEqualTo("ledger-entry-has-document");
        var lines = till.get("/ledger-lines?client=" + client + "&accountClass=RECEIVABLE");
        assertThat(lines.path("items").get(0).path("amount").path("amountMinor").asLong())
                .isEqualTo(11_900);
        var line = lines.path("items").get(0);
        assertThat(line.path("words").path("kind").asString()).isEqualTo("INVOICE");
        assertThat(line.path("text").asString())
                .isEqualTo("Invoice " + line.path("words").path("of").asString());
        assertThat(line.path("lineText").isNull()).isTrue();
        assertThat(till.get("/journal-entries?client=" + client).path("total").asInt())
                .isEqualTo(1);
        var balances = till.get("/ledger-balances?client=" + client).path("items");
        assertThat(balances.valueStream()
                        .mapToLong(b -> Till.minor(b.path("own")))
                        .sum())
                .isZero();
        assertThat(balances.size()).isEqualTo(3);
    }

    @Test
    void refusesWhatDoesNotBalance() {
        var answer = post("2026-03-31", 100, 99);
        assertThat(answer.refusal(400)).isEqualTo("invalid");
        assertThat(answer.text()).contains("not-balanced");
        var usd = Map.of(
                "date", "2026-03-31",
                "text", "x",
                "lines",
                        List.of(
                                Map.of(
                                        "accountId", String.valueOf(accounts.get("1200")),
                                        "amount", Map.of("amountMinor", 5, "currency", "USD")),
                                line("0800", -5)));
        assertThat(api.post("/journal-entries", usd).text()).contains("not-the-books");
        assertThat(api.post("/journal-entries", Map.of("lines", List.of())).refusal(400))
                .isEqualTo("invalid");
    }

    /** What the code does not do, nobody else does either. */
    @Test
    void theSchemaHoldsWhatIsPosted() {
        var id = UUID.fromString(post("2026-03-31", 7, 7).expect(201).id());
        assertThatThrownBy(() -> db.execute("update finance.line set own_minor = 8 where entry_id = ?", id))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("delete from finance.line where entry_id = ?", id))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("update finance.entry set text = 'x' where id = ?", id))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("truncate finance.line")).hasMessageContaining("append-only");
        var account = UUID.fromString(String.valueOf(accounts.get("1200")));
        var line = "insert into finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor)"
                + " values (gen_random_uuid(), ?, ?, ?, ?, 'EUR', ?)";
        assertThatThrownBy(() -> db.execute(line, id, 9, account, 1, 1)).hasMessageContaining("with their entry");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    var lone = entry("2026-03-31");
                    db.execute(line, lone, 0, account, 5, 5);
                    db.execute(line, lone, 1, account, -4, -5);
                }))
                .hasMessageContaining("does not sum to zero");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> entry("2026-03-31")))
                .hasMessageContaining("does not sum to zero");
    }

    private UUID entry(String date) {
        return db.fetchSingle(
                        "insert into finance.entry (id, date, text, source_kind, posted_at, posted_by_name)"
                                + " values (gen_random_uuid(), ?::date, 'x', 'hand', now(), 'x') returning id",
                        date)
                .get(0, UUID.class);
    }

    @Test
    void closesMonths() {
        post("2024-02-10", 5, 5).expect(201);
        var closed = api.post("/ledger-months/closing", Map.of("month", "2024-02-10"))
                .expect(200)
                .json();
        assertThat(closed.path("month").asString()).isEqualTo("2024-02-01");
        assertThat(closed.path("closedAt").isNull()).isFalse();
        assertThat(post("2024-02-29", 5, 5).refusal(409)).isEqualTo("month-closed");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> entry("2024-02-11")))
                .hasMessageContaining("2024-02");
        post("2024-03-01", 5, 5).expect(201);
        api.post("/ledger-months/opening", Map.of("month", "2024-02-01")).expect(200);
        post("2024-02-29", 5, 5).expect(201);
        assertThat(api.post(
                                "/ledger-months/closing",
                                Map.of("month", Till.today().toString()))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void keepsTheChart() {
        var code = "T" + System.nanoTime() % 1_000_000;
        var made = api.post(
                        "/accounts",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Crew 2",
                                "accountClass",
                                "COST",
                                "profitGroup",
                                "CREW",
                                "standard",
                                true))
                .expect(201)
                .json();
        var id = made.path("id").asString();
        assertThat(standard("COST", "CREW")).isEqualTo(id);
        assertThat(api.post("/accounts/" + id + "/archive", Map.of()).refusal(409))
                .isEqualTo("account-in-use");
        assertThat(api.post(
                                "/accounts",
                                Map.of(
                                        "code",
                                        code.toLowerCase(java.util.Locale.ROOT),
                                        "name",
                                        "x",
                                        "accountClass",
                                        "BANK",
                                        "standard",
                                        false))
                        .refusal(409))
                .isEqualTo("account-code-taken");
        assertThat(api.post(
                                "/accounts",
                                Map.of(
                                        "code",
                                        "Y",
                                        "name",
                                        "x",
                                        "accountClass",
                                        "BANK",
                                        "profitGroup",
                                        "CREW",
                                        "standard",
                                        false))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.patch("/accounts/" + id, Map.of("standard", false), "\"1\"")
                        .refusal(400))
                .isEqualTo("invalid");
        var old = String.valueOf(accounts.get("4100"));
        api.patch("/accounts/" + old, Map.of("standard", true), "*").expect(200);
        assertThat(standard("COST", "CREW")).isEqualTo(old);
        api.post("/accounts/" + id + "/archive", Map.of()).expect(200);
        api.post("/accounts/" + id + "/restore", Map.of()).expect(200);
    }

    private String standard(String of, String group) {
        for (JsonNode a : till.get("/accounts").path("items"))
            if (a.path("standard").asBoolean()
                    && a.path("accountClass").asString().equals(of)
                    && a.path("profitGroup").asString("").equals(group))
                return a.path("id").asString();
        return "";
    }

    @Test
    void onlyWhoMaySees() {
        for (var role : List.of("WAREHOUSE", "READ_ONLY", "INVENTORY_MANAGER", "SALES", "PLANNER"))
            assertThat(company.somebody(role).get("/journal-entries").refusal(403))
                    .isEqualTo("not-permitted");
        company.somebody("FINANCE").get("/journal-entries").expect(200);
        company.somebody("SALES").get("/invoices").expect(200);
        assertThat(company.somebody("SALES").post("/invoices", Map.of()).refusal(403))
                .isEqualTo("not-permitted");
    }
}

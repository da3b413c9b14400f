package eventkit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import eventkit.core.Outbox;
import eventkit.mail.PostOffice;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class SigningInToThePortalTests {
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{4}) (\\d{4})\\s*$");
    private final Company company;
    private final Api api;
    private final PostOffice post;
    private final Outbox outbox;
    private final SignIns signIns;
    private final DSLContext db;
    private final GreenMail office = PostOffice.open("smtp");

    SigningInToThePortalTests(
            Company company, Warehouse warehouse, PostOffice post, Outbox outbox, SignIns signIns, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.post = post;
        this.outbox = outbox;
        this.signIns = signIns;
        this.db = db;
        warehouse.hall();
    }

    @BeforeEach
    void open() {
        post.use(office.getSmtp().getPort(), Map.of()).expect(200);
        db.execute("delete from identity.sign_in_failure where subject like 'portal%'");
    }

    @AfterEach
    void close() {
        post.close();
        office.stop();
    }

    /** A client with one contact. */
    private record Firm(String id, String contact, String email) {}

    private static String address(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@client.example";
    }

    private Firm firm(String name, @Nullable String email) {
        var contact = new HashMap<String, Object>(Map.of("name", "Ida <b>Holm</b>"));
        if (email != null) contact.put("email", email);
        var made = api.post("/clients", Map.of("name", name + " " + UUID.randomUUID(), "contacts", List.of(contact)))
                .expect(201)
                .json();
        return new Firm(
                made.path("id").asString(),
                made.path("contacts").get(0).path("id").asString(),
                Objects.requireNonNullElse(email, ""));
    }

    private static String access(Firm firm) {
        return "/clients/" + firm.id() + "/portal-access/" + firm.contact();
    }

    /** Of a client with one contact who may sign in. */
    private Firm let(String name) {
        var firm = firm(name, address(name.toLowerCase(java.util.Locale.ROOT)));
        api.send("PUT", access(firm), null, Map.of()).expect(200);
        return firm;
    }

    private String ask(Api browser, String email) {
        var ticket = browser.post("/portal/codes", Map.of("email", email, "language", "en"))
                .expect(201)
                .json()
                .path("ticket")
                .asString();
        outbox.drain();
        post.run();
        return ticket;
    }

    private List<String> letters(String email) throws Exception {
        var found = new java.util.ArrayList<String>();
        for (var letter : PostOffice.arrived(office))
            if (letter.getAllRecipients()[0].toString().contains(email)) found.add(PostOffice.text(letter));
        return found;
    }

    private String code(String email) throws Exception {
        var found = CODE.matcher(letters(email).getLast());
        assertThat(found.find()).isTrue();
        return found.group(1) + found.group(2);
    }

    private static Api.Answer enter(Api browser, String ticket, String code) {
        return browser.post("/portal/session", Map.of("ticket", ticket, "code", code));
    }

    private Api signedIn(String email) throws Exception {
        var browser = company.nobody();
        var ticket = ask(browser, email);
        enter(browser, ticket, code(email)).expect(200);
        return browser;
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
    }

    private String draft(Firm firm, String name) {
        var quote = api.post("/quotes", Map.of("name", name, "clientId", firm.id()))
                .expect(201)
                .json();
        var lines = List.of(
                Map.of("kind", "TEXT", "name", "Stage", "quantity", 2, "listPrice", 100, "unitCost", 31337.42),
                Map.of("kind", "TEXT", "name", "Confetti", "quantity", 1, "listPrice", 50, "optional", true));
        api.patch(
                        "/quotes/" + quote.path("id").asString(),
                        Map.of(
                                "notes",
                                "They pay anything",
                                "hireFrom",
                                "2033-05-02",
                                "hireTo",
                                "2033-05-03",
                                "groups",
                                List.of(Map.of("name", "All", "lines", lines))),
                        "\"" + quote.path("version").asLong() + "\"")
                .expect(200);
        return quote.path("id").asString();
    }

    private String sent(Firm firm, String name) {
        var id = draft(firm, name);
        act(id, "send");
        return id;
    }

    private void act(String quote, String action) {
        api.send("POST", "/quotes/" + quote + "/" + action, Map.of(), Map.of("If-Match", "*"))
                .expect(200);
    }

    private String bill(Firm firm, String title, boolean issue) {
        var settings = api.get("/finance-settings").expect(200);
        if (settings.json().path("seller").path("vatNumber").isNull())
            api.patch(
                            "/finance-settings",
                            Map.of(
                                    "seller",
                                    Map.of(
                                            "street", "Hafenstraße 12",
                                            "postcode", "10245",
                                            "city", "Berlin",
                                            "country", "DE",
                                            "vatNumber", "DE136695976",
                                            "iban", "DE89 3704 0044 0532 0130 00")),
                            settings.etag())
                    .expect(200);
        api.patch(
                        "/clients/" + firm.id(),
                        Map.of("country", "DE", "addressLines", List.of("Ufer 1", "20095 Hamburg")),
                        "*")
                .expect(200);
        var line = Map.of("text", "Sound", "quantity", 1, "unitPrice", 100);
        var id = api.post(
                        "/invoices",
                        Map.of("kind", "FINAL", "clientId", firm.id(), "title", title, "lines", List.of(line)))
                .expect(201)
                .id();
        if (issue)
            api.send("POST", "/invoices/" + id + "/issue", Map.of(), Map.of("If-Match", "*"))
                    .expect(200);
        return id;
    }

    private static List<String> names(JsonNode lines) {
        return lines.path("items")
                .valueStream()
                .map(line -> line.path("name").asString(line.path("title").asString("")))
                .toList();
    }

    private JsonNode of(Firm firm) {
        return api.get("/clients/" + firm.id() + "/portal-access")
                .expect(200)
                .json()
                .path("items");
    }

    @Test
    void aContactSignsInByACodeReadsAndAccepts() throws Exception {
        var firm = let("Holm");
        var quote = sent(firm, "Summer <i>stage</i>");
        draft(firm, "Not yet");
        var revised = sent(firm, "Revised");
        act(revised, "versions");
        var invoice = bill(firm, "Deposit", true);
        bill(firm, "Still written", false);

        var browser = company.nobody();
        var front = browser.get("/portal").expect(200).json();
        assertThat(front.path("open").asBoolean()).isTrue();
        assertThat(front.path("guest").isNull()).isTrue();
        assertThat(front.path("company").path("name").asString()).isEqualTo("Stagelight GmbH");
        assertThat(browser.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");

        var ticket = ask(browser, " " + firm.email().toUpperCase(java.util.Locale.ROOT) + " ");
        assertThat(letters(firm.email()).getLast())
                .contains("Hello Ida <b>Holm</b>")
                .contains("Hello Ida &lt;b&gt;Holm&lt;/b&gt;")
                .contains("/portal");
        var code = code(firm.email());
        var entered = enter(browser, ticket, code.substring(0, 4) + "-" + code.substring(4) + " ");
        entered.expect(200);
        assertThat(entered.header("Set-Cookie"))
                .startsWith("EK_PORTAL=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/portal;", "Max-Age=")
                .doesNotContain("EK_SESSION");
        assertThat(entered.json().path("email").asString()).isEqualTo(firm.email());
        assertThat(of(firm).get(0).path("lastSignInAt").asString("")).isNotEmpty();
        assertThat(api.get("/audit?entity=portal-access").expect(200).text())
                .contains("signed-in", "granted", "Ida <b>Holm</b>");

        var quotes = browser.get("/portal/quotes").expect(200);
        assertThat(quotes.header("Cache-Control")).contains("no-store");
        assertThat(names(quotes.json())).containsExactly("Revised", "Summer <i>stage</i>");
        assertThat(quotes.json().path("items").get(0).path("nth").asInt()).isEqualTo(1);
        assertThat(quotes.json().path("total").asInt()).isEqualTo(2);
        assertThat(names(browser.get("/portal/quotes?offset=1").expect(200).json()))
                .containsExactly("Summer <i>stage</i>");
        browser.get("/portal/quotes?offset=-5").expect(200);

        var path = "/portal/quotes/" + quote;
        var offer = browser.get(path).expect(200);
        assertThat(offer.text() + quotes.text())
                .doesNotContainIgnoringCase("cost")
                .doesNotContainIgnoringCase("margin")
                .doesNotContain("31337", "They pay anything");
        browser.post(path + "/opening", Map.of()).expect(204);
        assertThat(browser.get(path).expect(200).json().path("state").asString())
                .isEqualTo("VIEWED");
        assertThat(browser.get(path + "/pdf").expect(200).text()).startsWith("%PDF");
        var version = offer.json().path("versionId").asString();
        var option = offer.json()
                .path("groups")
                .get(0)
                .path("lines")
                .get(1)
                .path("id")
                .asString();
        var chosen = browser.post(path + "/choice", Map.of("versionId", version, "chosen", List.of(option)))
                .expect(200)
                .json();
        browser.post(path + "/remarks", Map.of("versionId", version, "name", "Ida", "text", "<script>?"))
                .expect(201);
        var yes = Map.of("versionId", version, "chosen", List.of(option), "name", "Ida Holm", "agreed", true);
        var accepted = browser.post(path + "/acceptance", yes).expect(200).json();
        assertThat(accepted.path("totals")).isEqualTo(chosen.path("totals"));
        browser.post(path + "/acceptance", yes).expect(200);
        var kept =
                api.get("/quotes/" + quote + "/acceptances").expect(200).json().path("items");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("name").asString()).isEqualTo("Ida Holm");
        assertThat(kept.get(0).path("ip").asString()).isNotEmpty();
        assertThat(kept.get(0).path("contact").path("id").asString()).isEqualTo(firm.contact());
        assertThat(kept.get(0).path("contact").path("email").asString()).isEqualTo(firm.email());
        assertThat(kept.get(0).path("witnessName").isNull()).isTrue();
        assertThat(browser.post(
                                path + "/refusal",
                                Map.of("versionId", version, "name", "Ida", "reason", "Changed our mind"))
                        .refusal(409))
                .isEqualTo("offer-not-open");

        var bills = browser.get("/portal/invoices").expect(200).json();
        assertThat(names(bills)).containsExactly("Deposit");
        assertThat(bills.path("owed").get(0).path("amountMinor").asLong())
                .isEqualTo(bills.path("items")
                        .get(0)
                        .path("open")
                        .path("amountMinor")
                        .asLong())
                .isPositive();
        assertThat(browser.get("/portal/invoices/" + invoice + "/pdf")
                        .expect(200)
                        .text())
                .startsWith("%PDF");

        browser.delete("/portal/session", "*").expect(204);
        assertThat(browser.get("/portal").json().path("guest").isNull()).isTrue();
        assertThat(browser.get(path).refusal(401)).isEqualTo("portal-sign-in-required");
    }

    @Test
    void aNoIsKeptAsByALink() throws Exception {
        var firm = let("No");
        var quote = sent(firm, "Too much");
        var browser = signedIn(firm.email());
        var path = "/portal/quotes/" + quote;
        var version = browser.get(path).expect(200).json().path("versionId").asString();
        var no = browser.post(path + "/refusal", Map.of("versionId", version, "name", "Ida", "reason", "Too dear"))
                .expect(200)
                .json();
        assertThat(no.path("answer").path("reason").asString()).isEqualTo("Too dear");
        assertThat(browser.get("/portal/quotes")
                        .json()
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("DECLINED");
        assertThat(api.get("/quotes/" + quote + "/history").expect(200).text()).contains("Ida <b>Holm</b>");
    }

    @Test
    void nobodyLearnsWhoMaySignIn() throws Exception {
        var firm = let("Known");
        var shut = firm("Shut", address("shut"));
        var answers = new java.util.ArrayList<List<Object>>();
        for (var email : List.of(firm.email(), shut.email(), address("unknown"))) {
            var browser = company.nobody();
            var asked = browser.post("/portal/codes", Map.of("email", email)).expect(201);
            outbox.drain();
            post.run();
            var ticket = asked.json().path("ticket").asString();
            var seen = new java.util.ArrayList<Object>(List.of(asked.json().size(), ticket.length()));
            for (int i = 1; i <= 6; i++) {
                var wrong = email.equals(firm.email()) ? other(code(email)) : "12345678";
                var tried = enter(browser, ticket, wrong);
                seen.add(tried.status());
                seen.add(tried.json().path("code").asString());
                seen.add(tried.json().path("facts").toString());
            }
            answers.add(seen);
            // The right one comes too late.
            if (email.equals(firm.email()))
                assertThat(enter(browser, ticket, code(email)).refusal(409)).isEqualTo("portal-code-spent");
        }
        assertThat(answers.get(0)).contains("portal-code-wrong", "portal-code-spent", "{\"triesLeft\":4}");
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        assertThat(letters(firm.email())).hasSize(1);
        assertThat(letters(shut.email())).isEmpty();
    }

    @Test
    void aCodeIsGoodOnceForAWhileAndInTheBrowserThatAsked() throws Exception {
        var firm = let("Once");
        var browser = company.nobody();
        var ticket = ask(browser, firm.email());
        var code = code(firm.email());
        var foreign = ask(company.nobody(), address("stranger"));
        assertThat(enter(company.nobody(), foreign, code).refusal(401)).isEqualTo("portal-code-wrong");
        assertThat(enter(company.nobody(), "x".repeat(43), code).refusal(409)).isEqualTo("portal-code-spent");
        assertThat(enter(company.nobody(), ticket, " ").refusal(400)).isEqualTo("invalid");
        assertThat(enter(company.nobody(), ticket, "1".repeat(100)).refusal(400))
                .isEqualTo("invalid");
        enter(browser, ticket, code).expect(200);
        assertThat(enter(company.nobody(), ticket, code).refusal(409)).isEqualTo("portal-code-spent");

        var late = ask(browser, firm.email());
        db.execute("update portal.code set expires_at = now() - interval '1 second' where spent_at is null");
        assertThat(enter(browser, late, code(firm.email())).refusal(409)).isEqualTo("portal-code-spent");
        db.execute("update portal.code set expires_at = now() - interval '2 days'");
        signIns.run();
        assertThat(db.fetchCount(DSL.table("portal.code"))).isZero();
    }

    @Test
    void sessionsEnd() throws Exception {
        var firm = let("Ending");
        var browser = signedIn(firm.email());
        db.execute(
                "update portal.session set expires_at = now() - interval '1 second' where email_key = ?", firm.email());
        assertThat(browser.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        signIns.run();
        assertThat(db.fetchExists(DSL.selectOne().from("portal.session").where("email_key = ?", firm.email())))
                .isFalse();
    }

    @Test
    void lettersAndGuessesAreLimited() {
        var firm = let("Often");
        for (var email : List.of(firm.email(), address("often"))) {
            for (int i = 0; i < 5; i++)
                company.nobody().post("/portal/codes", Map.of("email", email)).expect(201);
            var refused = company.nobody().post("/portal/codes", Map.of("email", email));
            assertThat(refused.refusal(429)).isEqualTo("too-many-attempts");
            assertThat(refused.json().path("facts").path("retryAfterSeconds").asInt())
                    .isPositive();
        }
        assertThat(company.nobody()
                        .post("/portal/codes", Map.of("email", "no address"))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    /** Each try is counted before it is looked at. */
    @Test
    void guessesAtOnceAreNoMoreThanOneAfterTheOther() throws Exception {
        var firm = let("Guessed");
        var ticket = ask(company.nobody(), firm.email());
        var wrong = other(code(firm.email()));
        var answers = atOnce(20, () -> enter(company.nobody(), ticket, wrong));
        assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(4);
        assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(16);

        var again = ask(company.nobody(), firm.email());
        var right = code(firm.email());
        assertThat(atOnce(4, () -> enter(company.nobody(), again, right)))
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    private static List<Api.Answer> atOnce(int times, Callable<Api.Answer> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(java.util.Collections.nCopies(times, work));
            var answers = new java.util.ArrayList<Api.Answer>();
            for (var one : all) answers.add(one.get());
            return answers;
        }
    }

    @Test
    void accessIsGivenByContactAndAddressAndTakenAtOnce() throws Exception {
        var firm = let("Given");
        api.send("PUT", access(firm), null, Map.of()).expect(200);
        assertThat(of(firm)).hasSize(1);
        assertThat(of(firm).get(0).path("valid").asBoolean()).isTrue();
        var browser = signedIn(firm.email());
        var ticket = ask(company.nobody(), firm.email());
        var code = code(firm.email());
        api.delete(access(firm), "*").expect(204);
        api.delete(access(firm), "*").expect(204);
        assertThat(browser.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        assertThat(enter(company.nobody(), ticket, code).refusal(409)).isEqualTo("portal-code-spent");
        assertThat(api.get("/audit?entity=portal-access").expect(200).text()).contains("revoked");

        // Given again, nobody is signed in by it.
        api.send("PUT", access(firm), null, Map.of()).expect(200);
        assertThat(browser.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");

        // Whoever changes the address lets nobody in by it.
        browser = signedIn(firm.email());
        var moved = address("moved");
        api.patch(
                        "/clients/" + firm.id(),
                        Map.of("contacts", List.of(Map.of("id", firm.contact(), "name", "Ida", "email", moved))),
                        "*")
                .expect(200);
        assertThat(browser.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        ask(company.nobody(), moved);
        assertThat(letters(moved)).isEmpty();
        assertThat(of(firm).get(0).path("valid").asBoolean()).isFalse();
        api.send("PUT", access(firm), null, Map.of()).expect(200);
        signedIn(moved).get("/portal/quotes").expect(200);

        var archived = signedIn(moved);
        api.post("/clients/" + firm.id() + "/archive", Map.of()).expect(200);
        assertThat(archived.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        api.post("/clients/" + firm.id() + "/restore", Map.of()).expect(200);
        archived.get("/portal/quotes").expect(200);
        api.patch("/clients/" + firm.id(), Map.of("contacts", List.of()), "*").expect(200);
        assertThat(archived.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        assertThat(of(firm)).isEmpty();
    }

    @Test
    void accessIsRefusedWhereItMakesNoSense() {
        var firm = firm("Silent", null);
        var refused = api.send("PUT", access(firm), null, Map.of());
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(refused.text()).contains("e-mail address first");
        var elsewhere = firm("Elsewhere", address("else"));
        assertThat(api.send("PUT", "/clients/" + firm.id() + "/portal-access/" + elsewhere.contact(), null, Map.of())
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(company.somebody("PLANNER")
                        .send("PUT", access(elsewhere), null, Map.of())
                        .refusal(403))
                .isEqualTo("not-permitted");
        company.somebody("SALES").send("PUT", access(elsewhere), null, Map.of()).expect(200);
        post.close();
        assertThat(company.nobody()
                        .post("/portal/codes", Map.of("email", elsewhere.email()))
                        .refusal(409))
                .isEqualTo("portal-closed");
        assertThat(company.nobody().get("/portal").json().path("open").asBoolean())
                .isFalse();
    }

    @Test
    void nobodyOpensWhatIsAnothersOrNotSent() throws Exception {
        var mine = let("Mine");
        var theirs = let("Theirs");
        var foreign = sent(theirs, "Foreign");
        var billed = bill(theirs, "Foreign", true);
        var written = draft(mine, "Draft");
        var unissued = bill(mine, "Draft", false);
        var browser = signedIn(mine.email());
        var any = UUID.randomUUID().toString();
        for (var quote : List.of(foreign, written, any)) {
            var path = "/portal/quotes/" + quote;
            var answers = List.of(
                    browser.get(path),
                    browser.get(path + "/pdf"),
                    browser.post(path + "/opening", Map.of()),
                    browser.post(path + "/choice", Map.of("versionId", any, "chosen", List.of())),
                    browser.post(path + "/remarks", Map.of("versionId", any, "name", "x", "text", "x")),
                    browser.post(
                            path + "/acceptance",
                            Map.of("versionId", any, "chosen", List.of(), "name", "x", "agreed", true)),
                    browser.post(path + "/refusal", Map.of("versionId", any, "name", "x", "reason", "x")));
            for (var answer : answers) {
                assertThat(answer.refusal(404)).as(answer.request()).isEqualTo("not-found");
                assertThat(answer.text()).doesNotContain("Foreign", "Draft");
            }
        }
        for (var invoice : List.of(billed, unissued, any))
            assertThat(browser.get("/portal/invoices/" + invoice + "/pdf").refusal(404))
                    .isEqualTo("not-found");
        assertThat(names(browser.get("/portal/quotes").expect(200).json())).isEmpty();
        var none = browser.get("/portal/invoices").expect(200).json();
        assertThat(names(none)).isEmpty();
        assertThat(none.path("owed")).isEmpty();

        // The one session is not the other.
        assertThat(api.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        assertThat(browser.get("/quotes").refusal(401)).isEqualTo("sign-in-required");
        assertThat(browser.get("/me").refusal(401)).isEqualTo("sign-in-required");
        assertThat(browser.send(
                                "POST",
                                "/portal/quotes/" + foreign + "/opening",
                                Map.of(),
                                Map.of("Sec-Fetch-Site", "cross-site"))
                        .refusal(403))
                .isEqualTo("cross-site");
    }

    @Test
    void oneAddressSpeaksForSeveralCompaniesAlsoWhenTheyBecomeOne() throws Exception {
        var email = address("agency");
        var one = firm("One", email);
        var two = firm("Two", email);
        var colleague = let("Colleague");
        for (var firm : List.of(one, two))
            api.send("PUT", access(firm), null, Map.of()).expect(200);
        sent(one, "For one");
        var second = sent(two, "For two");
        var browser = signedIn(email);
        assertThat(browser.get("/portal").json().path("guest").path("companies"))
                .hasSize(2);
        assertThat(names(browser.get("/portal/quotes").json())).containsExactly("For two", "For one");
        var other = signedIn(colleague.email());
        assertThat(names(other.get("/portal/quotes").json())).isEmpty();

        merge(one, two);
        assertThat(browser.get("/portal").json().path("guest").path("companies"))
                .hasSize(1);
        assertThat(names(browser.get("/portal/quotes").json())).containsExactly("For two", "For one");
        browser.get("/portal/quotes/" + second).expect(200);
        merge(one, colleague);
        assertThat(names(other.get("/portal/quotes").json())).containsExactly("For two", "For one");
        assertThat(of(one)).hasSize(3);
        api.delete("/clients/" + one.id() + "/portal-access/" + colleague.contact(), "*")
                .expect(204);
        assertThat(other.get("/portal/quotes").refusal(401)).isEqualTo("portal-sign-in-required");
        browser.get("/portal/quotes").expect(200);
    }

    private void merge(Firm into, Firm from) {
        var version = api.get("/clients/" + from.id()).json().path("version").asLong();
        api.send(
                        "POST",
                        "/clients/" + into.id() + "/merge",
                        Map.of("otherId", from.id(), "otherVersion", version),
                        Map.of("If-Match", "*"))
                .expect(200);
    }
}

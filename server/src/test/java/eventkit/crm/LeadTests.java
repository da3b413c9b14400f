package eventkit.crm;

import static eventkit.crm.db.Tables.LEAD_FORM;
import static eventkit.crm.db.Tables.LEAD_SENT;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Outbox;
import eventkit.mail.PostOffice;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class LeadTests {
    private static int count;
    private final Company company;
    private final Api api;
    private final PostOffice post;
    private final Outbox outbox;
    private final DSLContext db;

    LeadTests(Company company, PostOffice post, Outbox outbox, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.post = post;
        this.outbox = outbox;
        this.db = db;
    }

    @BeforeEach
    void open() {
        api.patch("/lead-form", Map.of("open", true, "introEn", "Tell us about your event."), "*")
                .expect(200);
        db.deleteFrom(LEAD_SENT).execute();
    }

    @AfterEach
    void close() {
        api.patch("/lead-form", Map.of("open", false), "*").expect(200);
    }

    private UUID secret() {
        return db.select(LEAD_FORM.SECRET).from(LEAD_FORM).fetchSingle().value1();
    }

    /** As a browser would, some seconds after it was given the task. */
    private Map<String, Object> solved(Map<String, ?> facts) {
        var task = LeadTask.given(secret(), UUID.randomUUID(), Instant.now().minusSeconds(10));
        int answer = solve(task);
        assertThat(LeadTask.zeroBits(task + ":" + answer)).isGreaterThanOrEqualTo(LeadTask.BITS);
        var body = new HashMap<String, Object>(Map.of("task", task, "answer", String.valueOf(answer)));
        body.putAll(facts);
        return body;
    }

    /** As a browser would, but without going over the task anew for each try. */
    private static int solve(String task) {
        try {
            var begun = MessageDigest.getInstance("SHA-256");
            begun.update((task + ":").getBytes(StandardCharsets.UTF_8));
            for (int answer = 0; ; answer++) {
                var tried = (MessageDigest) begun.clone();
                var hash = tried.digest(String.valueOf(answer).getBytes(StandardCharsets.UTF_8));
                if (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - LeadTask.BITS) == 0) return answer;
            }
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode found(String text) {
        return api.get("/leads?q=" + text).expect(200).json();
    }

    private Map<String, Object> facts(String name) {
        return new HashMap<>(Map.of("name", name, "email", "lead" + ++count + "@holm.example"));
    }

    @Test
    void followsTheTableOfStates() throws Exception {
        var machine = Arrays.stream(LeadState.values())
                .map(from -> "| " + from + " | "
                        + (from.successors().isEmpty()
                                ? "–"
                                : from.successors().stream().map(Enum::name).collect(Collectors.joining(", ")))
                        + " |")
                .toList();
        var written = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/lead.md"));
        assertThat(written.lines().filter(l -> l.startsWith("| ") && !l.startsWith("| From")))
                .containsExactlyElementsOf(machine);
    }

    @Test
    void takesAnEnquiryFromAStrangerAndTellsSales() {
        var sales = company.somebody("SALES");
        var planner = company.somebody("PLANNER");
        var stranger = company.nobody();
        var form = stranger.get("/public/enquiry-form?language=en").expect(200).json();
        assertThat(form.path("company").asString()).isEqualTo("Stagelight GmbH");
        assertThat(form.path("intro").asString()).isEqualTo("Tell us about your event.");
        assertThat(form.path("task").asString()).isNotEmpty();
        var name = "<img src=x onerror=alert(1)> Möller";
        var body = solved(Map.of(
                "name", name,
                "company", "Möller & Söhne",
                "email", "m@moeller.example",
                "message", "A stage,\nand light.",
                "eventFrom", "2027-06-01",
                "eventTo", "2027-06-03",
                "venue", "Harbour",
                "language", "de",
                "website", ""));
        stranger.post("/public/enquiries", body).expect(204);
        // sent twice it counts once
        stranger.post("/public/enquiries", body).expect(204);
        var leads = found("M%C3%B6ller");
        assertThat(leads.path("total").asInt()).isEqualTo(1);
        var lead = leads.path("items").get(0);
        assertThat(lead.path("name").asString()).isEqualTo(name);
        assertThat(lead.path("source").asString()).isEqualTo("FORM");
        assertThat(lead.path("state").asString()).isEqualTo("NEW");
        outbox.drain();
        assertThat(sales.get("/notifications?type=NEW_ENQUIRY").expect(200).text())
                .contains("New enquiry: " + lead.path("number").asString() + " Möller & Söhne");
        assertThat(planner.get("/notifications?type=NEW_ENQUIRY")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void turnsMachinesAway() {
        var stranger = company.nobody();
        // what nobody sees was filled in: thanked, and dropped
        var trapped = solved(facts("Trapped"));
        trapped.put("website", "https://spam.example");
        stranger.post("/public/enquiries", trapped).expect(204);
        assertThat(found("Trapped").path("total").asInt()).isZero();
        // not worked out, somebody else's, too quick, too old
        var answerless = solved(facts("Answerless"));
        answerless.put("answer", "x");
        assertThat(stranger.post("/public/enquiries", answerless).refusal(400)).isEqualTo("lead-task-unsolved");
        var forged = solved(facts("Forged"));
        forged.put("task", "1.2.3");
        assertThat(stranger.post("/public/enquiries", forged).refusal(400)).isEqualTo("lead-task-unsolved");
        assertThat(stranger.post("/public/enquiries", facts("Plain")).refusal(400))
                .isEqualTo("lead-task-unsolved");
        var task = LeadTask.given(secret(), UUID.randomUUID(), Instant.now());
        assertThat(LeadTask.solved(secret(), task, "0", Instant.now())).isFalse();
        // more than a person sends
        for (int i = 0; i < 10; i++)
            stranger.post("/public/enquiries", solved(facts("Eager"))).expect(204);
        assertThat(stranger.post("/public/enquiries", solved(facts("Eager"))).refusal(429))
                .isEqualTo("too-many-enquiries");
        assertThat(found("Eager").path("total").asInt()).isEqualTo(10);
    }

    @Test
    void isShutUntilSomebodyOpensIt() {
        var task = solved(facts("Late"));
        close();
        assertThat(company.nobody().get("/public/enquiry-form").refusal(404)).isEqualTo("lead-form-closed");
        assertThat(company.nobody().post("/public/enquiries", task).refusal(404))
                .isEqualTo("lead-form-closed");
        assertThat(company.somebody("PLANNER")
                        .patch("/lead-form", Map.of("open", true), "*")
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(company.nobody().get("/leads").refusal(401)).isEqualTo("sign-in-required");
    }

    @Test
    void saysWhatIsMissing() {
        var answer = company.nobody()
                .post("/public/enquiries", solved(Map.of("name", " ", "eventTo", "2027-01-01", "language", "fr")));
        assertThat(answer.refusal(400)).isEqualTo("invalid");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .containsExactlyInAnyOrder("name", "email", "eventTo", "language");
        var form = facts("Form");
        form.put("source", "FORM");
        assertThat(api.post("/leads", form).refusal(400)).isEqualTo("invalid");
    }

    @Test
    void becomesClientContactAndDealAtOnce() {
        var body = facts("Ida Holm");
        body.put("company", "Holm Festivals " + count);
        body.put("message", "Two stages.");
        body.put("eventFrom", "2027-06-01");
        body.put("source", "PHONE");
        var lead = api.post("/leads", body).expect(201);
        var path = "/leads/" + lead.id();
        var converted = api.send("POST", path + "/conversion", Map.of(), Map.of("If-Match", lead.etag()))
                .expect(200)
                .json();
        assertThat(converted.path("state").asString()).isEqualTo("CONVERTED");
        var client = converted.path("client").path("id").asString();
        var deal = api.get("/deals/" + converted.path("deal").path("id").asString())
                .expect(200)
                .json();
        assertThat(deal.path("client").path("id").asString()).isEqualTo(client);
        assertThat(deal.path("contact").path("name").asString()).isEqualTo("Ida Holm");
        assertThat(deal.path("eventFrom").asString()).isEqualTo("2027-06-01");
        assertThat(deal.path("notes").asString()).isEqualTo("Two stages.");
        assertThat(api.get("/activities?client=" + client).expect(200).text()).contains("Two stages.");
        assertThat(api.send("POST", path + "/conversion", Map.of(), Map.of("If-Match", "*"))
                        .refusal(409))
                .isEqualTo("illegal-lead-move");
        assertThat(api.patch(path, Map.of("name", "Other"), "*").refusal(409)).isEqualTo("lead-closed");
        assertThat(api.delete("/clients/" + client, "*").expect(409).text()).contains("1 lead");
    }

    @Test
    void findsTheClientThatIsThere() {
        var client = api.post(
                        "/clients",
                        Map.of(
                                "name",
                                "Known " + ++count,
                                "contacts",
                                List.of(Map.of("name", "Bo", "email", "bo@known.example"))))
                .expect(201)
                .id();
        var lead = api.post(
                        "/leads", Map.of("name", "Bo Lund", "company", "Known " + count, "email", "BO@known.example"))
                .expect(201);
        var path = "/leads/" + lead.id();
        assertThat(api.get(path + "/similar-clients").expect(200).text()).contains(client);
        api.send("POST", path + "/conversion", Map.of("clientId", client, "dealName", "Again"), Map.of("If-Match", "*"))
                .expect(200);
        // the same person by the same address
        assertThat(api.get("/clients/" + client)
                        .expect(200)
                        .json()
                        .path("contacts")
                        .size())
                .isEqualTo(1);
        var other =
                api.post("/leads", Map.of("name", "Cy", "phone", "+49 30 1")).expect(201);
        api.send(
                        "POST",
                        "/leads/" + other.id() + "/conversion",
                        Map.of("clientId", client),
                        Map.of("If-Match", other.etag()))
                .expect(200);
        assertThat(api.get("/clients/" + client)
                        .expect(200)
                        .json()
                        .path("contacts")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void isDiscardedWithAReasonAndTakenUpAgain() {
        var lead = api.post("/leads", facts("Perhaps")).expect(201);
        var path = "/leads/" + lead.id() + "/state";
        assertThat(api.send("POST", path, Map.of("state", "DISCARDED"), Map.of("If-Match", "*"))
                        .refusal(400))
                .isEqualTo("invalid");
        api.send("POST", path, Map.of("state", "QUALIFIED"), Map.of("If-Match", "*"))
                .expect(200);
        assertThat(api.send("POST", path, Map.of("state", "DISCARDED", "reason", "Too small"), Map.of("If-Match", "*"))
                        .expect(200)
                        .json()
                        .path("discardReason")
                        .asString())
                .isEqualTo("Too small");
        assertThat(api.send("POST", path, Map.of("state", "QUALIFIED"), Map.of("If-Match", "*"))
                        .refusal(409))
                .isEqualTo("illegal-lead-move");
        api.send("POST", path, Map.of("state", "NEW"), Map.of("If-Match", "*")).expect(200);
        assertThat(api.get("/leads/" + lead.id() + "/history").expect(200).text())
                .contains("Too small");
    }

    @Test
    void writesToAClientAndStandsOnTheTimeline() throws Exception {
        var client = api.post(
                        "/clients",
                        Map.of(
                                "name",
                                "Mail client " + ++count,
                                "language",
                                "de",
                                "contacts",
                                List.of(Map.of("name", "Ida <b>", "email", "ida@mail.example"))))
                .expect(201)
                .id();
        var deal = api.post("/deals", Map.of("name", "Summer Stage", "clientId", client))
                .expect(201)
                .id();
        var draft = api.get("/clients/" + client + "/email-draft?kind=FOLLOW_UP&deal=" + deal)
                .expect(200)
                .json();
        assertThat(draft.path("to").asString()).isEqualTo("ida@mail.example");
        assertThat(draft.path("subject").asString()).isEqualTo("Summer Stage: Haben Sie noch Fragen?");
        assertThat(draft.path("text").asString())
                .startsWith("Guten Tag Ida <b>,")
                .contains("Ana Ruiz");
        var body = new HashMap<String, Object>(Map.of(
                "clientId",
                client,
                "dealId",
                deal,
                "to",
                "ida@mail.example",
                "kind",
                "FOLLOW_UP",
                "subject",
                draft.path("subject").asString(),
                "text",
                draft.path("text").asString()));
        var office = PostOffice.open("smtp");
        try {
            post.use(office.getSmtp().getPort(), Map.of()).expect(200);
            var activity = api.post("/client-emails", body).expect(201).json();
            assertThat(activity.path("kind").asString()).isEqualTo("EMAIL");
            assertThat(activity.path("email").path("state").asString()).isEqualTo("QUEUED");
            post.run();
            var arrived = PostOffice.arrived(office).getFirst();
            assertThat(arrived.getReplyTo()[0].toString()).isEqualTo("ana@stagelight.example");
            assertThat(PostOffice.text(arrived)).contains("Guten Tag Ida &lt;b&gt;,");
            assertThat(api.get("/activities?deal=" + deal)
                            .expect(200)
                            .json()
                            .path("items")
                            .get(0)
                            .path("email")
                            .path("state")
                            .asString())
                    .isEqualTo("SENT");
        } finally {
            office.stop();
            post.close();
        }
        body.put("to", "nowhere");
        assertThat(api.post("/client-emails", body).refusal(400)).isEqualTo("invalid");
        body.put("to", "ida@mail.example");
        body.put("kind", "INVITATION");
        assertThat(api.post("/client-emails", body).refusal(400)).isEqualTo("invalid");
    }
}

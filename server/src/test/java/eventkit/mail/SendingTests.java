package eventkit.mail;

import static eventkit.mail.db.Tables.MESSAGE;
import static eventkit.mail.db.Tables.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Subject;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
class SendingTests {
    private final Company company;
    private final Api api;
    private final PostOffice post;
    private final Mail mail;
    private final DSLContext db;
    private final TransactionTemplate transaction;

    SendingTests(Company company, PostOffice post, Mail mail, DSLContext db, PlatformTransactionManager transactions) {
        this.company = company;
        this.api = company.owner();
        this.post = post;
        this.mail = mail;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void close() {
        post.close();
    }

    private UUID write(Letter letter) {
        return Callers.as(Caller.system(), () -> mail.send(letter));
    }

    private static Letter letter(String subject, String text) {
        return Letter.to("Ida Holm", "ida@holm.example", MailKind.CLIENT_LETTER, new Wording(subject, text));
    }

    private JsonNode opened(UUID id) {
        return api.get("/emails/" + id).expect(200).json();
    }

    private String state(UUID id) {
        return opened(id).path("email").path("state").asString();
    }

    @Test
    void followsTheTableOfStates() throws Exception {
        var machine = Arrays.stream(MailState.values())
                .map(from -> "| " + from + " | "
                        + (from.successors().isEmpty()
                                ? "–"
                                : from.successors().stream().map(Enum::name).collect(Collectors.joining(", ")))
                        + " |")
                .toList();
        var written = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/mail.md"));
        assertThat(written.lines().filter(l -> l.startsWith("| ") && !l.startsWith("| From")))
                .containsExactlyElementsOf(machine);
    }

    @Test
    void leavesWithTextHtmlAndWhatIsEnclosed() throws Exception {
        var office = PostOffice.open("smtp");
        try {
            post.use(office.getSmtp().getPort(), Map.of("replyTo", "sales@stagelight.example"))
                    .expect(200);
            var plan = new Letter.Enclosure("Plan ü.txt", "text/plain", "stage left".getBytes(StandardCharsets.UTF_8));
            var id = write(letter(
                            "Bühne <b>& more</b>",
                            "Hello <script>alert(1)</script>,\n\nsee https://kit.example/a?b=1&c=2.")
                    .about(new Subject("client", new UUID(7, 7), "Holm"))
                    .with(List.of(), List.of(plan)));
            assertThat(state(id)).isEqualTo("QUEUED");
            post.run();
            assertThat(state(id)).isEqualTo("SENT");
            var arrived = PostOffice.arrived(office).getFirst();
            assertThat(arrived.getSubject()).isEqualTo("Bühne <b>& more</b>");
            assertThat(arrived.getFrom()[0].toString()).isEqualTo("Stagelight <kit@stagelight.example>");
            assertThat(arrived.getReplyTo()[0].toString()).isEqualTo("sales@stagelight.example");
            assertThat(arrived.getMessageID()).isEqualTo("<" + id + "@stagelight.example>");
            assertThat(PostOffice.text(arrived))
                    .contains("Hello <script>alert(1)</script>,")
                    .contains("Hello &lt;script&gt;alert(1)&lt;/script&gt;,")
                    .contains("<a href=\"https://kit.example/a?b=1&amp;c=2\">")
                    .contains("stage left");
            assertThat(opened(id).path("enclosures").get(0).path("name").asString())
                    .isEqualTo("Plan ü.txt");
            // once sent, it is not sent again
            post.run();
            assertThat(PostOffice.arrived(office)).hasSize(1);
            for (var act : List.of("retry", "cancel"))
                assertThat(api.send("POST", "/emails/" + id + "/" + act, Map.of(), Map.of("If-Match", "*"))
                                .refusal(409))
                        .isEqualTo("illegal-mail-move");
        } finally {
            office.stop();
        }
    }

    @Test
    void existsOnlyIfItsCauseDoes() {
        var ids = new UUID[1];
        transaction.executeWithoutResult(s -> {
            ids[0] = write(letter("Never", "Never."));
            s.setRollbackOnly();
        });
        assertThat(api.get("/emails/" + ids[0]).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void keepsWhatIsWrittenWithoutAServerUntilAPersonSendsIt() {
        var id = write(letter("Kept", "Later."));
        assertThat(state(id)).isEqualTo("KEPT");
        assertThat(api.get("/mail-standing").expect(200).json().path("ready").asBoolean())
                .isFalse();
        assertThat(api.get("/mail-standing").expect(200).json().path("kept").asInt())
                .isPositive();
        assertThat(api.send("POST", "/emails/" + id + "/retry", Map.of(), Map.of("If-Match", "*"))
                        .refusal(409))
                .isEqualTo("no-mail-server");
        assertThat(api.post("/mail-server/test", Map.of("to", "ana@stagelight.example"))
                        .refusal(409))
                .isEqualTo("no-mail-server");
        var office = PostOffice.open("smtp");
        try {
            post.use(office.getSmtp().getPort(), Map.of()).expect(200);
            post.run();
            assertThat(PostOffice.arrived(office)).isEmpty();
            var version = opened(id).path("email").path("version").asString();
            api.send("POST", "/emails/" + id + "/retry", Map.of(), Map.of("If-Match", '"' + version + '"'))
                    .expect(200);
            post.run();
            assertThat(PostOffice.arrived(office)).hasSize(1);
            assertThat(api.get("/emails/" + id + "/history").expect(200).text()).contains("sent-again");
        } finally {
            office.stop();
        }
    }

    @Test
    void triesAgainWhatTheServerPutsOff() throws Exception {
        UUID id;
        try (var grumpy = new GrumpyServer("RCPT", "451 later, please")) {
            post.use(grumpy.port(), Map.of("username", "", "password", "")).expect(200);
            id = write(letter("Patience", "Again."));
            post.run();
        }
        var after = opened(id).path("email");
        assertThat(after.path("state").asString()).isEqualTo("QUEUED");
        assertThat(after.path("lastError").asString()).contains("451 later, please");
        assertThat(after.path("attempts").asInt()).isEqualTo(1);
        assertThat(Instant.parse(after.path("nextTry").asString()))
                .isAfter(Instant.now().plusSeconds(40));
        // nobody is there at all now: it waits longer
        db.update(MESSAGE)
                .set(MESSAGE.NOT_BEFORE, Instant.now().minusSeconds(1))
                .where(MESSAGE.ID.eq(id))
                .execute();
        post.run();
        assertThat(opened(id).path("email").path("attempts").asInt()).isEqualTo(2);
        assertThat(state(id)).isEqualTo("QUEUED");
        // after the last pause it failed
        db.update(MESSAGE)
                .set(MESSAGE.NOT_BEFORE, Instant.now().minusSeconds(1))
                .set(MESSAGE.ATTEMPTS, 8)
                .where(MESSAGE.ID.eq(id))
                .execute();
        post.run();
        assertThat(state(id)).isEqualTo("FAILED");
    }

    @Test
    void failsWhatTheServerRefusesForGood() throws Exception {
        try (var grumpy = new GrumpyServer("RCPT", "550 nobody here")) {
            post.use(grumpy.port(), Map.of("username", "", "password", "")).expect(200);
            var id = write(letter("Gone", "Away."));
            post.run();
            assertThat(state(id)).isEqualTo("FAILED");
            assertThat(opened(id).path("email").path("lastError").asString()).contains("recipient", "550 nobody here");
            api.send("POST", "/emails/" + id + "/cancel", Map.of(), Map.of("If-Match", "*"))
                    .expect(200);
            assertThat(state(id)).isEqualTo("CANCELLED");
        }
    }

    /** The line breaks after the server had everything: nobody knows, so it is not repeated by itself. */
    @Test
    void leavesOpenWhatMayHaveArrived() throws Exception {
        try (var grumpy = new GrumpyServer(".", "")) {
            post.use(grumpy.port(), Map.of("username", "", "password", "")).expect(200);
            var id = write(letter("Perhaps", "Perhaps."));
            post.run();
            assertThat(state(id)).isEqualTo("UNCERTAIN");
            post.run();
            assertThat(opened(id).path("email").path("attempts").asInt()).isEqualTo(1);
        }
    }

    @Test
    void leavesOpenWhatWasBeingSentWhenTheServerStopped() {
        var id = write(letter("Crash", "Crash."));
        db.update(MESSAGE)
                .set(MESSAGE.STATE, "SENDING")
                .set(MESSAGE.CLAIMED_AT, Instant.now().minusSeconds(3_600))
                .where(MESSAGE.ID.eq(id))
                .execute();
        post.run();
        assertThat(state(id)).isEqualTo("UNCERTAIN");
        assertThat(opened(id).path("email").path("lastError").asString()).contains("stopped");
    }

    @Test
    void saysWhatIsWrongWithTheServer() throws Exception {
        var test = Map.of("to", "ana@stagelight.example");
        var office = PostOffice.open("smtp");
        var secured = PostOffice.open("smtps");
        try {
            post.use(office.getSmtp().getPort(), Map.of()).expect(200);
            assertThat(api.post("/mail-server/test", test)
                            .expect(200)
                            .json()
                            .path("answer")
                            .asString())
                    .startsWith("250");
            assertThat(PostOffice.arrived(office).getFirst().getSubject())
                    .isEqualTo("E-mail from Stagelight GmbH works");
            post.use(office.getSmtp().getPort(), Map.of("password", "wrong")).expect(200);
            assertThat(step(api.post("/mail-server/test", test))).isEqualTo("SIGN_IN");
            post.use(office.getSmtp().getPort(), Map.of("security", "STARTTLS")).expect(200);
            assertThat(step(api.post("/mail-server/test", test))).isEqualTo("TLS");
            // a certificate that nobody vouches for
            post.use(secured.getSmtps().getPort(), Map.of("security", "TLS")).expect(200);
            assertThat(step(api.post("/mail-server/test", test))).isEqualTo("TLS");
            int port = office.getSmtp().getPort();
            office.stop();
            post.use(port, Map.of()).expect(200);
            assertThat(step(api.post("/mail-server/test", test))).isEqualTo("CONNECT");
        } finally {
            office.stop();
            secured.stop();
        }
        assertThat(api.post("/mail-server/test", Map.of("to", "nobody")).refusal(400))
                .isEqualTo("invalid");
    }

    private static String step(Api.Answer answer) {
        assertThat(answer.refusal(409)).isEqualTo("mail-server-refused");
        return answer.json().path("facts").path("step").asString();
    }

    @Test
    void keepsThePasswordSealedAndForItsServerAlone() {
        var server = post.use(2525, Map.of()).expect(200);
        assertThat(server.text()).doesNotContain(PostOffice.PASSWORD);
        assertThat(server.json().path("passwordSet").asBoolean()).isTrue();
        assertThat(api.get("/audit?entity=mail-server").expect(200).text()).doesNotContain(PostOffice.PASSWORD);
        assertThat(db.select(SERVER.SECRET).from(SERVER).fetchSingle().value1())
                .isNotEqualTo(PostOffice.PASSWORD.getBytes(StandardCharsets.UTF_8));
        // left out, it stays; at another server or for another user it is asked for anew
        var same = Map.of(
                "host",
                "127.0.0.1",
                "port",
                2526,
                "security",
                "NONE",
                "username",
                "kit",
                "senderAddress",
                "kit@stagelight.example");
        assertThat(api.put("/mail-server", same, "*")
                        .expect(200)
                        .json()
                        .path("passwordSet")
                        .asBoolean())
                .isTrue();
        var elsewhere = Map.of(
                "host",
                "evil.example",
                "port",
                2526,
                "security",
                "NONE",
                "username",
                "kit",
                "senderAddress",
                "kit@stagelight.example");
        assertThat(api.put("/mail-server", elsewhere, "*")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("password");
        // the key of another data folder opens nothing, and says so
        db.update(SERVER).set(SERVER.SECRET, new byte[40]).execute();
        assertThat(api.post("/mail-server/test", Map.of("to", "ana@stagelight.example"))
                        .refusal(409))
                .isEqualTo("mail-password-unreadable");
        assertThat(company.somebody("SALES").get("/mail-server").refusal(403)).isEqualTo("not-permitted");
        assertThat(api.put("/mail-server", Map.of("host", "smtp://x", "port", 99_999, "security", "NONE"), "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void bringsInvitationsAndNewPasswordsAndForgetsTheirLinks() throws Exception {
        var office = PostOffice.open("smtp");
        try {
            post.use(office.getSmtp().getPort(), Map.of()).expect(200);
            var roles = api.get("/roles").expect(200).json().path("items");
            var email = "invited" + UUID.randomUUID() + "@stagelight.example";
            var invitation = api.post(
                            "/invitations",
                            Map.of(
                                    "email",
                                    email,
                                    "name",
                                    "Bo",
                                    "roleIds",
                                    List.of(roles.get(roles.size() - 1)
                                            .path("id")
                                            .asString())))
                    .expect(201)
                    .json();
            assertThat(invitation.path("mailed").asBoolean()).isTrue();
            post.run();
            assertThat(PostOffice.text(PostOffice.arrived(office).getFirst()))
                    .contains(invitation.path("link").asString());
            var log = api.get("/emails?kind=INVITATION&q=" + email)
                    .expect(200)
                    .json()
                    .path("items")
                    .get(0);
            assertThat(log.path("state").asString()).isEqualTo("SENT");
            assertThat(opened(UUID.fromString(log.path("id").asString()))
                            .path("text")
                            .isNull())
                    .isTrue();
            assertThat(db.select(MESSAGE.BODY)
                            .from(MESSAGE)
                            .where(MESSAGE.TO_ADDRESS.eq(email))
                            .fetchOne(MESSAGE.BODY))
                    .isNull();
            // whoever forgot a password asks for themselves; a stranger learns nothing
            assertThat(company.nobody()
                            .get("/setup")
                            .expect(200)
                            .json()
                            .path("resetByMail")
                            .asBoolean())
                    .isTrue();
            company.nobody()
                    .post("/password-resets", Map.of("email", "ana@stagelight.example"))
                    .expect(204);
            company.nobody()
                    .post("/password-resets", Map.of("email", "nobody@stagelight.example"))
                    .expect(204);
            post.run();
            assertThat(PostOffice.arrived(office)).hasSize(2);
            assertThat(PostOffice.text(PostOffice.arrived(office).get(1))).contains("/reset-password/");
        } finally {
            office.stop();
        }
    }
}

package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Idempotency keys and versions when requests come twice, at once, or with answers that must not be kept. */
@ServerTest
class RepeatedWritesTests {
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;

    RepeatedWritesTests(Company company, Warehouse warehouse, DSLContext db) {
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private int kept(Map<String, String> key) {
        return db.fetchSingle("select count(*)::int from core.idempotency where key = ?", key.get("Idempotency-Key"))
                .get(0, Integer.class);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(times, work))) answers.add(answer.get());
            return answers;
        }
    }

    private String format() {
        return company.owner()
                .get("/label-formats?limit=1")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    @Test
    void doesTheSameKeyOnceWhenEightSendItAtOnce() throws Exception {
        var owner = company.owner();
        var key = key();
        var name = "Once " + UUID.randomUUID();
        var answers =
                atOnce(8, () -> owner.send("POST", "/roles", Map.of("name", name, "permissions", List.of()), key));
        assertThat(answers).allMatch(a -> a.status() == 201);
        assertThat(answers.stream().map(Api.Answer::id).distinct()).hasSize(1);
        assertThat(answers.stream().filter(a -> a.header("Idempotent-Replay") == null))
                .hasSize(1);
    }

    @Test
    void letsOneOfEightChangeTheSameVersion() throws Exception {
        var owner = company.owner();
        var role = owner.post("/roles", Map.of("name", "Raced " + UUID.randomUUID(), "permissions", List.of()))
                .expect(201);
        var answers = atOnce(
                8, () -> owner.patch("/roles/" + role.id(), Map.of("name", "Raced " + UUID.randomUUID()), role.etag()));
        assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(a -> a.status() != 200))
                .hasSize(7)
                .allMatch(a -> a.refusal(412).equals("stale"));
    }

    @Test
    void makesAFileForThePrinterAgainAndKeepsNone() {
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Lamp", 1L), null);
        var body = Map.of("items", List.of(Map.of("kind", "ASSET", "id", asset)), "formatId", format());
        var key = key();
        for (int i = 0; i < 2; i++) {
            var print = company.owner().send("POST", "/labels", body, key).expect(200);
            assertThat(print.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(new String(print.bytes(), 0, 5, StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
        }
        assertThat(kept(key)).isZero();
    }

    @Test
    void reservesBlankLabelsOnceAndKeepsNoFileOfThem() {
        var key = key();
        var body = Map.of("count", 3, "formatId", format());
        company.owner().send("POST", "/blank-labels", body, key).expect(200);
        long reserved =
                company.owner().get("/blank-labels").json().path("total").asLong();
        var again = company.owner().send("POST", "/blank-labels", body, key);
        assertThat(again.refusal(409)).isEqualTo("answer-not-kept");
        assertThat(again.json().path("facts").path("status").asInt()).isEqualTo(200);
        assertThat(company.owner().get("/blank-labels").json().path("total").asLong())
                .isEqualTo(reserved);
        assertThat(db.fetchSingle("select body is null from core.idempotency where key = ?", key.get("Idempotency-Key"))
                        .get(0, Boolean.class))
                .isTrue();
    }

    @Test
    void keepsNoLinkThatLetsSomebodyIn() {
        var role = company.owner()
                .post("/roles", Map.of("name", "Linked " + UUID.randomUUID(), "permissions", List.of()))
                .expect(201)
                .id();
        var invited = company.owner()
                .post(
                        "/invitations",
                        Map.of("email", "linked@stagelight.example", "name", "Li", "roleIds", List.of(role)))
                .expect(201);
        assertThat(invited.header("Cache-Control")).contains("no-store");
        var user = company.somebodyWho().get("/me").expect(200).id();
        var reset =
                company.owner().post("/users/" + user + "/password-reset", null).expect(200);
        for (var answer : List.of(invited, reset)) {
            var token = answer.json().path("link").asString().replaceAll(".*/", "");
            assertThat(token).hasSizeGreaterThan(40);
            assertThat(db.fetchSingle(
                                    "select count(*)::int from core.idempotency where position(?::bytea in body) > 0",
                                    token.getBytes(StandardCharsets.UTF_8))
                            .get(0, Integer.class))
                    .isZero();
        }
        company.owner().delete("/invitations/" + invited.id(), "*").expect(204);
    }

    @Test
    void tellsAnotherFileOfTheSameLengthApart() {
        var owner = company.owner();
        var key = key();
        var boundary = "x";
        var types = Map.of(
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                key.get("Idempotency-Key"));
        var one = owner.raw("POST", "/imports?kind=PRODUCTS", form("name\nAlpha\n"), types);
        assertThat(one.status()).as(one.text()).isBetween(200, 201);
        assertThat(owner.raw("POST", "/imports?kind=PRODUCTS", form("name\nOmega\n"), types)
                        .refusal(409))
                .isEqualTo("idempotency-key-reused");
        var again = owner.raw("POST", "/imports?kind=PRODUCTS", form("name\nAlpha\n"), types);
        assertThat(again.expect(one.status()).id()).isEqualTo(one.id());
        owner.delete("/imports/" + one.id(), "*").expect(204);
    }

    private static byte[] form(String content) {
        return ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"products.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesKeysThatAreNone() {
        for (var bad : List.of(" ", "x".repeat(201)))
            assertThat(company.owner()
                            .send("POST", "/roles", Map.of(), Map.of("Idempotency-Key", bad))
                            .refusal(400))
                    .isEqualTo("idempotency-key-invalid");
    }
}

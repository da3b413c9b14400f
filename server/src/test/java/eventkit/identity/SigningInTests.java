package eventkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class SigningInTests {
    private final Company company;

    SigningInTests(Company company) {
        this.company = company;
    }

    @Test
    void setsUpOnceAndThenRefuses() {
        company.owner();
        var again = company.nobody()
                .post(
                        "/setup",
                        Map.of(
                                "companyName",
                                "X",
                                "ownerName",
                                "Y",
                                "email",
                                "y@x.example",
                                "password",
                                Company.PASSWORD,
                                "locale",
                                "en",
                                "timeZone",
                                "UTC",
                                "currency",
                                "EUR"));
        assertThat(again.refusal(409)).isEqualTo("already-set-up");
        assertThat(company.nobody()
                        .get("/setup")
                        .expect(200)
                        .json()
                        .path("needed")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void keepsTheSessionInACookieThatScriptsCanNotRead() {
        company.owner();
        var answer = company.nobody()
                .post("/session", Map.of("email", "ANA@stagelight.example", "password", Company.PASSWORD));
        answer.expect(200);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("EK_SESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(answer.json().path("permissions").size()).isGreaterThan(20);
    }

    @Test
    void remembersWhenSomebodyWasHereLast() {
        company.somebody("WAREHOUSE");
        var users = company.owner().get("/users?limit=100").expect(200).json().path("items");
        assertThat(users.size()).isGreaterThan(1);
        for (var user : users)
            assertThat(user.path("lastSeenAt").asString("")).as(user.toString()).isNotEmpty();
    }

    /** What one may do and what the company is called is told beside the person, whose version knows nothing of it. */
    @Test
    void keepsAnswersOutOfTheBrowsersMemory() {
        var owner = company.owner();
        assertThat(owner.get("/me").expect(200).header("Cache-Control")).isEqualTo("no-store");
        assertThat(owner.get("/users?limit=1").expect(200).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void saysNotWhichPartIsWrong() {
        company.owner();
        var wrong = company.nobody().post("/session", Map.of("email", "ana@stagelight.example", "password", "wrong"));
        var unknown =
                company.nobody().post("/session", Map.of("email", "unknown@stagelight.example", "password", "wrong"));
        assertThat(wrong.refusal(401)).isEqualTo("wrong-password");
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    }

    @Test
    void slowsDownWhoeverGuesses() {
        company.owner();
        var nobody = company.nobody();
        for (int i = 0; i < 10; i++)
            nobody.post("/session", Map.of("email", "victim@stagelight.example", "password", "guess" + i));
        var throttled = nobody.post("/session", Map.of("email", "victim@stagelight.example", "password", "guess"));
        assertThat(throttled.refusal(429)).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(String.valueOf(throttled.header("Retry-After"))))
                .isBetween(1, 900);
    }

    @Test
    void refusesWeakPasswords() {
        for (var weak : List.of("short", "password1234", "aaaaaaaaaaaa", "stagelight1")) {
            var answer = company.owner()
                    .post("/me/password", Map.of("currentPassword", Company.PASSWORD, "newPassword", weak));
            assertThat(answer.refusal(400)).as(weak).isEqualTo("weak-password");
        }
    }

    @Test
    void endsASessionAtOnce() {
        var somebody = company.somebody("CREW");
        somebody.get("/me").expect(200);
        somebody.send("DELETE", "/session", null, Map.of()).expect(204);
        assertThat(somebody.get("/me").refusal(401)).isEqualTo("sign-in-required");
    }

    @Test
    void resetsAPasswordByLinkOnceAndEndsAllSessions() {
        var somebody = company.somebody("CREW");
        var me = somebody.get("/me").expect(200).json();
        var link = company.owner()
                .post("/users/" + me.path("id").asString() + "/password-reset", Map.of())
                .expect(200);
        var token = link.json().path("link").asString().replaceAll(".*/", "");
        company.nobody()
                .post("/password-resets/" + token, Map.of("password", "velvet harbour 77 comet"))
                .expect(204);
        assertThat(somebody.get("/me").refusal(401)).isEqualTo("sign-in-required");
        company.nobody()
                .post("/session", Map.of("email", me.path("email").asString(), "password", "velvet harbour 77 comet"))
                .expect(200);
        var second = company.nobody().post("/password-resets/" + token, Map.of("password", "velvet harbour 78 comet"));
        assertThat(second.refusal(404)).isEqualTo("link-spent");
    }

    @Test
    void refusesAWriteFromAnotherSite() {
        var answer = company.owner().send("POST", "/me/password", Map.of(), Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(answer.refusal(403)).isEqualTo("cross-site");
        var older = company.owner().send("POST", "/me/password", Map.of(), Map.of("Origin", "https://evil.example"));
        assertThat(older.refusal(403)).isEqualTo("cross-site");
    }

    @Test
    void slowsDownWhoeverGuessesThePasswordOfAnOpenSession() {
        var somebody = company.somebody("CREW");
        var guess = Map.of("currentPassword", "a guess", "newPassword", "velvet harbour 77 comet");
        for (int i = 0; i < 10; i++)
            assertThat(somebody.post("/me/password", guess).refusal(401)).isEqualTo("wrong-password");
        var right = Map.of("currentPassword", Company.PASSWORD, "newPassword", "velvet harbour 77 comet");
        assertThat(somebody.post("/me/password", right).refusal(429)).isEqualTo("too-many-attempts");
    }

    @Test
    void givesASessionOfItsOwnToEachSignInAndTakesNoneFromOutside() {
        company.owner();
        var one = company.nobody();
        var planted = one.raw(
                "POST",
                "/session",
                ("{\"email\":\"ana@stagelight.example\",\"password\":\"" + Company.PASSWORD + "\"}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json", "Cookie", "EK_SESSION=planted-by-somebody"));
        assertThat(planted.expect(200).header("Set-Cookie")).doesNotContain("planted");
        var two = company.nobody()
                .post("/session", Map.of("email", "ana@stagelight.example", "password", Company.PASSWORD));
        assertThat(two.header("Set-Cookie")).isNotEqualTo(planted.header("Set-Cookie"));
    }

    @Test
    void marksTheCookieAsSecureBehindAProxyThatSpeaksHttps() {
        company.owner();
        var answer = company.nobody()
                .send(
                        "POST",
                        "/session",
                        Map.of("email", "ana@stagelight.example", "password", Company.PASSWORD),
                        Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7"));
        assertThat(answer.expect(200).header("Set-Cookie")).contains("; Secure");
        assertThat(answer.header("Strict-Transport-Security")).isNotBlank();
    }
}

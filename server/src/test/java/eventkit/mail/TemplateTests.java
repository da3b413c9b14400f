package eventkit.mail;

import static eventkit.mail.db.Tables.MESSAGE;
import static eventkit.mail.db.Tables.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class TemplateTests {
    private final Company company;
    private final Api api;
    private final DSLContext db;

    TemplateTests(Company company, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.db = db;
    }

    private static Map<String, String> words(String subject, String body) {
        return Map.of("subject", subject, "body", body);
    }

    @Test
    void everyKindHasSoundWordsInEveryLanguage() {
        var all = api.get("/mail-templates").expect(200).json().path("items");
        assertThat(all.size()).isEqualTo(MailKind.values().length * 2);
        for (var each : all) {
            var path = "/mail-templates/" + each.path("kind").asString() + "/"
                    + each.path("locale").asString();
            var preview = api.post(
                            path + "/preview",
                            words(
                                    each.path("subject").asString(),
                                    each.path("body").asString()))
                    .expect(200)
                    .json();
            assertThat(preview.path("text").asString()).as(path).doesNotContain("{{");
            assertThat(preview.path("html").asString()).as(path).contains("Stagelight GmbH");
        }
    }

    @Test
    void takesTheCompanysOwnWordsAndTheOldOnesBack() {
        var path = "/mail-templates/FOLLOW_UP/de";
        var before = api.get(path).expect(200);
        var changed = api.put(path, words("Na, {{client}}?", "{{greeting}} <b>!</b>"), before.etag())
                .expect(200);
        assertThat(changed.json().path("own").asBoolean()).isTrue();
        assertThat(api.put(path, words("x", "y"), before.etag()).refusal(412)).isEqualTo("stale");
        var preview = api.post(path + "/preview", words("Na, {{client}}?", "{{greeting}} <b>!</b>"))
                .expect(200)
                .json();
        assertThat(preview.path("subject").asString()).isEqualTo("Na, Holm Festivals?");
        assertThat(preview.path("html").asString())
                .contains("&lt;b&gt;!&lt;/b&gt;")
                .doesNotContain("<b>");
        var reset = api.delete(path, "*").expect(200).json();
        assertThat(reset.path("own").asBoolean()).isFalse();
        assertThat(reset.path("subject").asString())
                .isEqualTo(before.json().path("subject").asString());
        assertThat(api.get("/audit?entity=mail-template").expect(200).text()).contains("FOLLOW_UP (de)");
    }

    @Test
    void saysWhatIsWrongWithWords() {
        var path = "/mail-templates/INVITATION/en";
        for (var bad : List.of(
                words("Hi {{nobody}}", "{{link}}"),
                words("Hi", "first\nsecond {{ link"),
                words("Hi", "braces }} alone {{link}}"),
                words("Hi", "without what it is for"),
                words(" ", "{{link}}"))) {
            var answer = api.put(path, bad, "*");
            assertThat(answer.refusal(400)).as(bad.toString()).isEqualTo("invalid");
        }
        assertThat(api.put(path, words("Hi", "one\ntwo {{nobody}} {{link}}"), "*")
                        .text())
                .contains("Line 2: there is no {{nobody}}. Use one of name, user, link, until, company.");
        assertThat(api.get("/mail-templates/INVITATION/fr").refusal(400)).isEqualTo("invalid");
        assertThat(company.somebody("SALES")
                        .put(path, words("x", "{{link}}"), "*")
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    /** Words that were sound under an older version: nothing leaves in them, not even half of it. */
    @Test
    void sendsNothingInWordsThatAreBroken() {
        var client = api.post("/clients", Map.of("name", "Broken words", "email", "b@words.example"))
                .expect(201)
                .id();
        api.put("/mail-templates/THANKS/en", words("Thanks", "{{greeting}}"), "*")
                .expect(200);
        db.update(TEMPLATE)
                .set(TEMPLATE.BODY, "Dear {{formerFact}}")
                .where(TEMPLATE.KIND.eq("THANKS"))
                .execute();
        int before = db.fetchCount(MESSAGE);
        assertThat(api.get("/clients/" + client + "/email-draft?kind=THANKS").refusal(409))
                .isEqualTo("mail-template-broken");
        assertThat(db.fetchCount(MESSAGE)).isEqualTo(before);
        api.delete("/mail-templates/THANKS/en", "*").expect(200);
    }
}

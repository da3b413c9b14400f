package eventkit.reports;

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
class MailedReportsTests {
    private static final String[] SALES = {"REPORT_READ", "EXPORT", "DEAL_READ"};
    private final Company company;
    private final SendsReports sends;
    private final DSLContext db;
    private final TransactionTemplate transaction;

    MailedReportsTests(Company company, SendsReports sends, DSLContext db, PlatformTransactionManager transactions) {
        this.company = company;
        this.sends = sends;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Map<String, Object> body(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "report",
                "PIPELINE",
                "name",
                "Sales of the month",
                "question",
                Map.of("by", "MONTH", "span", "LAST_MONTH"),
                "format",
                "XLSX",
                "rhythm",
                "MONTHLY",
                "day",
                1,
                "hour",
                7,
                "recipients",
                List.of()));
        body.putAll(more);
        return body;
    }

    private static String me(Api api) {
        return api.get("/me").expect(200).json().path("id").asString();
    }

    private void due(String id) {
        db.execute("update reports.subscription set next_at = now() - interval '3 days' where id = ?::uuid", id);
    }

    private long mails(String id) {
        return db.fetchSingle("select count(*) from mail.message where about_id = ?::uuid and kind = 'REPORT'", id)
                .get(0, Long.class);
    }

    private static JsonNode subscription(Api api, String id) {
        return api.get("/report-subscriptions/" + id).expect(200).json();
    }

    @Test
    void mailsWhatIsDueOnceWithTheReportEnclosed() {
        var api = company.somebodyWho(SALES);
        var id = api.post("/report-subscriptions", body(Map.of())).expect(201).id();
        sends.run();
        assertThat(mails(id)).isZero();
        due(id);
        sends.run();
        sends.run();
        assertThat(mails(id)).isEqualTo(1);
        assertThat(db.fetchSingle(
                                "select e.name || ' ' || e.media_type from mail.enclosure e join mail.message m on m.id = e.message_id where m.about_id = ?::uuid",
                                id)
                        .get(0, String.class))
                .startsWith("pipeline-")
                .contains(".xlsx application/vnd.openxmlformats");
        assertThat(subscription(api, id).path("nextAt").asString()).isGreaterThan("2026");
        var log = api.get("/report-deliveries?subscription=" + id).expect(200).json();
        assertThat(log.path("total").asInt()).isEqualTo(1);
        assertThat(log.path("items").get(0).path("outcome").asString()).isEqualTo("MAILED");
        // The same moment can not be written twice, by whomever.
        assertThatThrownBy(() -> db.execute(
                        "insert into reports.delivery select gen_random_uuid(), subscription_id, user_id, due_at, outcome, null, made_at from reports.delivery where subscription_id = ?::uuid",
                        id))
                .hasMessageContaining("delivery_once");
        assertThat(company.somebodyWho(SALES).get("/report-subscriptions/" + id).refusal(404))
                .isEqualTo("not-found");
    }

    /** What a crash takes back is all of it; the next round sends it. */
    @Test
    void leavesNothingHalfDone() {
        var api = company.somebodyWho(SALES);
        var id = api.post("/report-subscriptions", body(Map.of("format", "PDF")))
                .expect(201)
                .id();
        due(id);
        transaction.executeWithoutResult(status -> {
            sends.run();
            status.setRollbackOnly();
        });
        assertThat(mails(id)).isZero();
        assertThat(api.get("/report-deliveries?subscription=" + id)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        sends.run();
        assertThat(mails(id)).isEqualTo(1);
    }

    @Test
    void stopsForWhoMayNotSeeItAndSaysSo() {
        var owner = company.somebodyWho(SALES);
        var other = company.somebodyWho(SALES);
        var id = owner.post("/report-subscriptions", body(Map.of("recipients", List.of(me(owner), me(other)))))
                .expect(201)
                .id();
        loses(other);
        due(id);
        sends.run();
        assertThat(mails(id)).isEqualTo(1);
        var after = subscription(owner, id);
        assertThat(after.path("recipients").size()).isEqualTo(1);
        assertThat(after.path("nextAt").isNull()).isFalse();
        assertThat(notices(id)).isEqualTo(1);
        loses(owner);
        due(id);
        sends.run();
        assertThat(mails(id)).isEqualTo(1);
        assertThat(notices(id)).isEqualTo(2);
        assertThat(db.fetchSingle("select stopped_reason from reports.subscription where id = ?::uuid", id)
                        .get(0, String.class))
                .isEqualTo("PERMISSION_LOST");
        due2(id);
    }

    /** Stopped is stopped: nothing makes it due again but its owner. */
    private void due2(String id) {
        assertThatThrownBy(() -> due(id)).hasMessageContaining("subscription_runs");
    }

    private long notices(String id) {
        return db.fetchSingle("select count(*) from mail.message where about_id = ?::uuid and kind = 'NOTICE'", id)
                .get(0, Long.class);
    }

    /** The role of a person keeps the reports and loses what this one shows. */
    private void loses(Api api) {
        var user = UUID.fromString(me(api));
        db.execute(
                "update identity.role set permissions = array_remove(permissions, 'DEAL_READ') where id in (select role_id from identity.user_role where user_id = ?)",
                user);
    }

    @Test
    void isStoppedByItsOwnerAndLeftByOthers() {
        var owner = company.somebodyWho(SALES);
        var other = company.somebodyWho(SALES);
        var id = owner.post("/report-subscriptions", body(Map.of("recipients", List.of(me(owner), me(other)))))
                .expect(201)
                .id();
        act(other, id, "stop").expect(200);
        assertThat(subscription(owner, id).path("recipients").size()).isEqualTo(1);
        assertThat(act(other, id, "stop").refusal(404)).isEqualTo("not-found");
        var stopped = act(owner, id, "stop").expect(200).json();
        assertThat(stopped.path("stoppedReason").asString()).isEqualTo("ASKED");
        sends.run();
        assertThat(mails(id)).isZero();
        assertThat(act(owner, id, "resumption")
                        .expect(200)
                        .json()
                        .path("nextAt")
                        .isNull())
                .isFalse();
    }

    private static Api.Answer act(Api api, String id, String action) {
        return api.send("POST", "/report-subscriptions/" + id + "/" + action, Map.of(), Map.of("If-Match", "*"));
    }

    @Test
    void isForThoseOnlyWhoMaySeeIt() {
        var api = company.somebodyWho(SALES);
        var stranger = company.somebodyWho("REPORT_READ");
        assertThat(api.get("/report-readers?report=PIPELINE").expect(200).text())
                .contains(me(api))
                .doesNotContain(me(stranger));
        assertThat(api.post("/report-subscriptions", body(Map.of("recipients", List.of(me(stranger)))))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/report-subscriptions", body(Map.of("report", "CLIENT_VALUE", "question", Map.of())))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/report-subscriptions", body(Map.of("day", 29))).refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/report-subscriptions", body(Map.of("format", "CSV")))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(stranger.post("/report-subscriptions", body(Map.of())).refusal(403))
                .isEqualTo("not-permitted");
        assertThat(stranger.get("/reports").expect(200).json().path("total").asInt())
                .isZero();
        assertThat(stranger.get("/reports/PIPELINE").refusal(403)).isEqualTo("not-permitted");
        assertThat(company.somebodyWho("COST_READ", "EVENT_READ")
                        .get("/reports/EVENT_PROFITABILITY")
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(api.get("/reports/PIPELINE?by=QUARTER").refusal(400)).isEqualTo("invalid");
    }
}

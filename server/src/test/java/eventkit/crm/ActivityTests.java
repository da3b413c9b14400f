package eventkit.crm;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class ActivityTests {
    private static int count;
    private final Company company;
    private final Api api;
    private final RemindsOfTasks reminder;
    private final Outbox outbox;
    private final DSLContext db;
    private final String client;

    ActivityTests(Company company, RemindsOfTasks reminder, Outbox outbox, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.reminder = reminder;
        this.outbox = outbox;
        this.db = db;
        this.client = api.post(
                        "/clients",
                        Map.of("name", "Activity client " + ++count, "contacts", List.of(Map.of("name", "Ida"))))
                .expect(201)
                .id();
    }

    private Map<String, Object> body(String kind, String subject) {
        return new HashMap<>(
                Map.of("kind", kind, "subject", subject, "clientId", client, "at", "2027-03-01T10:00:00Z"));
    }

    private Api.Answer made(String kind, String subject) {
        return api.post("/activities", body(kind, subject)).expect(201);
    }

    @Test
    void standsOnTheTimelineOfItsClientAndDeal() {
        var deal = api.post("/deals", Map.of("name", "Timeline", "clientId", client))
                .expect(201)
                .id();
        made("NOTE", "Knows us from last year");
        var call = body("CALL", "Asked about dates");
        call.put("dealId", deal);
        call.put("at", "2027-03-02T10:00:00Z");
        call.put("text", "Wants the second week of May.");
        var made = api.post("/activities", call).expect(201);
        var timeline =
                api.get("/activities?client=" + client).expect(200).json().path("items");
        assertThat(timeline.valueStream().map(a -> a.path("subject").asString()))
                .containsExactly("Asked about dates", "Knows us from last year");
        assertThat(api.get("/activities?deal=" + deal)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/activities?client=" + client + "&q=second%20week")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        api.patch("/activities/" + made.id(), Map.of("subject", "Asked about May"), made.etag())
                .expect(200);
        assertThat(api.patch("/activities/" + made.id(), Map.of("subject", "Late"), made.etag())
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(api.delete("/clients/" + client, "*").expect(409).text()).contains("2 activities");
        api.delete("/activities/" + made.id(), "*").expect(204);
        assertThat(api.get("/activities/" + made.id()).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void tasksAreDoneAndOnlyTasks() {
        var task = made("TASK", "Send the plan");
        var path = "/activities/" + task.id();
        assertThat(api.get("/activities?open=true&client=" + client)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        var done = api.post(path + "/done", Map.of()).expect(200).json();
        assertThat(done.path("doneAt").isNull()).isFalse();
        assertThat(api.patch(path, Map.of("kind", "CALL"), "*").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/activities?open=true&client=" + client)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        api.post(path + "/undone", Map.of()).expect(200);
        assertThat(api.get(path + "/history").expect(200).text()).contains("ticked", "unticked");
        assertThat(api.post("/activities/" + made("CALL", "Rang").id() + "/done", Map.of())
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void remindsWhoeverItIsAssignedToOnce() {
        var seller = company.somebodyWho("DEAL_READ", "DEAL_EDIT", "CLIENT_READ");
        var me = seller.get("/me").expect(200).json().path("id").asString();
        var task = body("TASK", "Ring back");
        task.put("assigneeId", me);
        task.put("remindAt", "2026-01-01T08:00:00Z");
        var id = api.post("/activities", task).expect(201).id();
        remind();
        remind();
        assertThat(told(seller)).isEqualTo(1);
        assertThat(seller.get("/notifications").expect(200).text()).contains("Ring back: Activity client");
        // set anew, it is given again; done, it is not
        api.patch("/activities/" + id, Map.of("remindAt", "2026-01-02T08:00:00Z"), "*")
                .expect(200);
        remind();
        assertThat(told(seller)).isEqualTo(2);
        api.patch("/activities/" + id, Map.of("remindAt", "2026-01-03T08:00:00Z"), "*")
                .expect(200);
        api.post("/activities/" + id + "/done", Map.of()).expect(200);
        remind();
        assertThat(told(seller)).isEqualTo(2);
        assertThat(db.fetchCount(
                        eventkit.crm.db.Tables.ACTIVITY,
                        eventkit.crm.db.Tables.ACTIVITY
                                .ID
                                .eq(UUID.fromString(id))
                                .and(eventkit.crm.db.Tables.ACTIVITY.REMINDED_AT.isNull())))
                .isEqualTo(1);
    }

    private void remind() {
        Callers.runAs(Caller.system(), reminder::run);
        outbox.drain();
    }

    private static int told(Api who) {
        return who.get("/notifications").expect(200).json().path("total").asInt();
    }

    @Test
    void refusesWhatMakesNoSense() {
        var other = api.post("/clients", Map.of("name", "Somebody else " + count))
                .expect(201)
                .id();
        var deal = api.post("/deals", Map.of("name", "Theirs", "clientId", other))
                .expect(201)
                .id();
        var bad = body("CALL", " ");
        bad.put("at", "2099-01-01T00:00:00Z");
        bad.put("contactId", UUID.randomUUID());
        bad.put("remindAt", "2027-01-01T00:00:00Z");
        var answer = api.post("/activities", bad);
        assertThat(answer.refusal(400)).isEqualTo("invalid");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .containsExactlyInAnyOrder("subject", "at", "contactId", "assigneeId");
        var foreign = body("CALL", "x");
        foreign.put("dealId", deal);
        assertThat(api.post("/activities", foreign).refusal(400)).isEqualTo("invalid");
        var made = made("NOTE", "Stays");
        assertThat(api.patch("/activities/" + made.id(), Map.of("clientId", other), "*")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(company.somebody("PLANNER")
                        .post("/activities", body("CALL", "x"))
                        .refusal(403))
                .isEqualTo("not-permitted");
    }
}

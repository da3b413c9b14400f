package eventkit.inventory;

import static eventkit.inventory.Register.body;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Jobs;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class BulkAssetsTests {
    private final Company company;
    private final Register register;
    private final Jobs jobs;
    private final DSLContext db;

    BulkAssetsTests(Company company, Register register, Jobs jobs, DSLContext db) {
        this.company = company;
        this.register = register;
        this.jobs = jobs;
        this.db = db;
    }

    private Api.Answer bulk(Object which, Map<String, Object> action, String mode) {
        return company.owner()
                .post(
                        "/assets/bulk",
                        body(which instanceof List ? "ids" : "filter", which, "action", action, "mode", mode));
    }

    private long at(String location) {
        return company.owner()
                .get("/assets?location=" + location)
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    @Test
    void movesManyAndTakesItBackWhereNobodyHasChangedAnything() {
        var product = register.product("Stage box");
        var from = Register.location(company.owner(), "WAREHOUSE", null);
        var to = Register.location(company.owner(), "WAREHOUSE", null);
        var ids = Register.many(company.owner(), product, 5, "locationId", from);
        var done = bulk(ids, body("type", "MOVE", "locationId", to, "reason", "New hall"), "ALL")
                .expect(200)
                .json();
        assertThat(done.path("done").asLong()).isEqualTo(5);
        assertThat(done.path("items").get(0).path("outcome").asString()).isEqualTo("DONE");
        assertThat(at(to)).isEqualTo(5);
        assertThat(bulk(ids, body("type", "MOVE", "locationId", to), "ALL")
                        .expect(200)
                        .json()
                        .path("unchanged")
                        .asLong())
                .isEqualTo(5);
        company.owner()
                .patch("/assets/" + ids.get(0), Map.of("notes", "touched"), "*")
                .expect(200);
        var undo = "/assets/bulk/" + done.path("undo").asString() + "/undo";
        assertThat(company.somebodyWho("ASSET_READ", "MOVE").post(undo, null).refusal(409))
                .isEqualTo("undo-spent");
        var back = company.owner().post(undo, null).expect(200).json();
        assertThat(back.path("done").asLong()).isEqualTo(4);
        assertThat(back.path("unchanged").asLong()).isEqualTo(1);
        assertThat(at(from)).isEqualTo(4);
        assertThat(company.owner().post(undo, null).refusal(409)).isEqualTo("undo-spent");
        assertThat(company.owner()
                        .post("/assets/bulk/" + UUID.randomUUID() + "/undo", null)
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void editsManyAndTakesItBackCostsIncluded() {
        var product = register.product("Wireless");
        var ids = Register.many(
                company.owner(),
                product,
                3,
                "supplier",
                "Alpha",
                "purchaseCost",
                Map.of("amountMinor", 1000, "currency", "EUR"));
        var changes = body("supplier", "Beta", "purchaseCost", Map.of("amountMinor", 2000, "currency", "EUR"));
        var done = bulk(body("product", List.of(product)), body("type", "EDIT", "changes", changes), "EACH")
                .expect(200)
                .json();
        assertThat(done.path("done").asLong()).isEqualTo(3);
        assertThat(company.owner()
                        .get("/assets/" + ids.get(1))
                        .json()
                        .path("purchaseCost")
                        .path("amountMinor")
                        .asLong())
                .isEqualTo(2000);
        company.owner()
                .post("/assets/bulk/" + done.path("undo").asString() + "/undo", null)
                .expect(200);
        var read = company.owner().get("/assets/" + ids.get(1)).json();
        assertThat(read.path("supplier").asString()).isEqualTo("Alpha");
        assertThat(read.path("purchaseCost").path("amountMinor").asLong()).isEqualTo(1000);
        var limited = company.somebodyWho("ASSET_READ", "ASSET_EDIT");
        var refused =
                limited.post("/assets/bulk", body("ids", ids, "action", body("type", "EDIT", "changes", changes)));
        assertThat(refused.refusal(403)).isEqualTo("not-permitted");
        limited.post(
                        "/assets/bulk",
                        body("ids", ids, "action", body("type", "EDIT", "changes", body("supplier", "Gamma"))))
                .expect(200);
        assertThat(company.owner()
                        .get("/assets/" + ids.get(1))
                        .json()
                        .path("purchaseCost")
                        .path("amountMinor")
                        .asLong())
                .isEqualTo(1000);
    }

    @Test
    void doesAllOrNoneOrWhatCanBeDone() {
        var product = register.product("Splitter");
        var ids = Register.many(company.owner(), product, 3);
        company.owner().post("/assets/" + ids.get(1) + "/retirement", Map.of()).expect(200);
        var retire = body("type", "RETIRE", "writeOff", true, "reason", "Flood");
        var refused = bulk(ids, retire, "ALL");
        assertThat(refused.refusal(409)).isEqualTo("bulk-refused");
        assertThat(refused.json()
                        .path("facts")
                        .path("lines")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("asset-status-forbids");
        assertThat(Register.status(company.owner(), ids.get(0))).isEqualTo("AVAILABLE");
        var done = bulk(ids, retire, "EACH").expect(200).json();
        assertThat(done.path("done").asLong()).isEqualTo(2);
        assertThat(done.path("refused").asLong()).isEqualTo(1);
        assertThat(done.path("undo").isNull()).isTrue();
        assertThat(Register.status(company.owner(), ids.get(0))).isEqualTo("RETIRED");
    }

    @Test
    void quarantinesReleasesAndLosesMany() {
        var ids = Register.many(company.owner(), register.product("Fogger"), 2);
        bulk(ids, body("type", "QUARANTINE", "reason", "Recall"), "ALL").expect(200);
        assertThat(company.owner()
                        .get("/assets/" + ids.get(0))
                        .json()
                        .path("quarantineReason")
                        .asString())
                .isEqualTo("Recall");
        bulk(ids, body("type", "RELEASE"), "ALL").expect(200);
        bulk(ids, body("type", "LOSE"), "ALL").expect(200);
        assertThat(Register.status(company.owner(), ids.get(1))).isEqualTo("LOST");
        assertThat(bulk(ids, body("type", "SHELVE"), "ALL").refusal(409)).isEqualTo("bulk-refused");
    }

    @Test
    void overAThousandRunAsAJobWithAnUndoThatDoesToo() {
        var product = register.product("Cable ramp");
        var from = Register.location(company.owner(), "WAREHOUSE", null);
        var to = Register.location(company.owner(), "WAREHOUSE", null);
        Register.many(company.owner(), product, 1200, "locationId", from);
        var asked = bulk(body("product", List.of(product)), body("type", "MOVE", "locationId", to), "ALL")
                .expect(202)
                .json();
        assertThat(at(to)).isZero();
        jobs.runQueued();
        var job = company.owner()
                .get("/jobs/" + asked.path("job").asString())
                .expect(200)
                .json();
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.path("result").path("done").asLong()).isEqualTo(1200);
        assertThat(job.path("total").asLong()).isEqualTo(1200);
        assertThat(at(to)).isEqualTo(1200);
        var back = company.owner()
                .post("/assets/bulk/" + job.path("result").path("undo").asString() + "/undo", null)
                .expect(202)
                .json();
        jobs.runQueued();
        assertThat(company.owner()
                        .get("/jobs/" + back.path("job").asString())
                        .json()
                        .path("result")
                        .path("done")
                        .asLong())
                .isEqualTo(1200);
        assertThat(at(from)).isEqualTo(1200);
    }

    @Test
    void aJobOfAllOrNoneDoesNoneWhereOneIsRefused() {
        var product = register.product("Base plate");
        var to = Register.location(company.owner(), "WAREHOUSE", null);
        var ids = Register.many(company.owner(), product, 1001);
        company.owner()
                .post("/assets/" + ids.get(1000) + "/retirement", Map.of())
                .expect(200);
        var asked = bulk(ids, body("type", "MOVE", "locationId", to), "ALL")
                .expect(202)
                .json();
        jobs.runQueued();
        var job = company.owner()
                .get("/jobs/" + asked.path("job").asString())
                .expect(200)
                .json();
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("result").path("code").asString()).isEqualTo("bulk-refused");
        assertThat(at(to)).isZero();
        var each = bulk(ids, body("type", "MOVE", "locationId", to), "EACH")
                .expect(202)
                .json();
        jobs.runQueued();
        var result = company.owner()
                .get("/jobs/" + each.path("job").asString())
                .expect(200)
                .json()
                .path("result");
        assertThat(result.path("done").asLong()).isEqualTo(1000);
        assertThat(result.path("refused").asLong()).isEqualTo(1);
        assertThat(result.path("items").get(0).path("code").asString()).isEqualTo("asset-gone");
    }

    @Test
    void refusesNonsense() {
        var ids = List.of(UUID.randomUUID());
        for (var bad : List.of(
                body("action", body("type", "MOVE")),
                body("ids", ids),
                body("ids", List.of(), "action", body("type", "MOVE")),
                body("ids", ids, "filter", body(), "action", body("type", "MOVE")),
                body("ids", ids, "action", body("type", "EXPLODE")),
                body("ids", ids, "action", body()),
                body("ids", ids, "action", body("type", "EDIT")),
                body("ids", ids, "action", body("type", "EDIT", "changes", List.of())),
                body("ids", ids, "action", body("type", "EDIT", "changes", body("number", "X"))),
                body("ids", ids, "action", body("type", "QUARANTINE")),
                body("ids", ids, "mode", "SOME", "action", body("type", "MOVE")))) {
            assertThat(company.owner().post("/assets/bulk", bad).refusal(400))
                    .as(bad.toString())
                    .isEqualTo("invalid");
        }
        assertThat(bulk(ids, body("type", "MOVE"), "ALL").refusal(409)).isEqualTo("bulk-refused");
        assertThat(bulk(ids, body("type", "MOVE", "locationId", UUID.randomUUID()), "ALL")
                        .refusal(404))
                .isEqualTo("not-found");
        var one = Register.many(company.owner(), register.product("Hook"), 1);
        var unknown = bulk(one, body("type", "EDIT", "changes", body("colour", "red")), "EACH");
        assertThat(unknown.expect(200).json().path("items").get(0).path("code").asString())
                .isEqualTo("invalid");
        var reader = company.somebodyWho("ASSET_READ");
        assertThat(reader.post("/assets/bulk", body("ids", one, "action", body("type", "MOVE")))
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(db.fetchCount(db.selectFrom("inventory.bulk_change_item where asset_id = '" + one.getFirst() + "'")))
                .isZero();
    }
}

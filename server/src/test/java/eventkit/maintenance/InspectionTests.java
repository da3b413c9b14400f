package eventkit.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.UnfitReason;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class InspectionTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final Outbox outbox;
    private final AssetRegister register;
    private final DailyReminder reminder;
    private final LocalDate today;

    InspectionTests(
            Company company,
            Warehouse warehouse,
            DSLContext db,
            Outbox outbox,
            AssetRegister register,
            DailyReminder reminder,
            Clock clock) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        this.outbox = outbox;
        this.register = register;
        this.reminder = reminder;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void isDueAnIntervalAfterThePurchaseUntilItIsInspected() {
        var lamps = lamps();
        var bought = bought(lamps, today.minusMonths(11));
        var plan = plan(lamps, Map.of("intervalMonths", 12, "leadDays", 60)).expect(201);
        assertThat(dueOn(bought, plan)).isEqualTo(today.minusMonths(11).plusMonths(12));
        assertThat(due("asset=" + bought).get(0).path("state").asString()).isEqualTo("DUE_SOON");
        var inspection = record(bought, plan, today, "PASS").expect(201).json();
        assertThat(inspection.path("nextDue").asString())
                .isEqualTo(today.plusMonths(12).toString());
        assertThat(inspection.path("inspector").asString()).isEqualTo("Ana Ruiz");
        assertThat(dueOn(bought, plan)).isEqualTo(today.plusMonths(12));
        assertThat(due("asset=" + bought).size()).as("not due soon any more").isZero();
        assertThat(due("asset=" + bought + "&within=400")
                        .get(0)
                        .path("lastResult")
                        .asString())
                .isEqualTo("PASS");
        record(bought, plan, today.minusYears(3), "PASS").expect(201);
        assertThat(dueOn(bought, plan))
                .as("an older one entered later changes nothing")
                .isEqualTo(today.plusMonths(12));
    }

    @Test
    void isFirstDueFromTheDayItWasRegisteredOnAtTheCompany() {
        var lamps = lamps();
        var lateEvening = warehouse.asset(lamps, null);
        var pastMidnight = warehouse.asset(lamps, null);
        registered(lateEvening, "2026-06-10T21:59:59Z");
        registered(pastMidnight, "2026-06-10T22:00:00Z");
        var atOnce =
                plan(lamps, Map.of("intervalMonths", 12, "firstDue", "AT_ONCE")).expect(201);
        assertThat(dueOn(lateEvening, atOnce)).isEqualTo("2026-06-10");
        assertThat(dueOn(pastMidnight, atOnce)).isEqualTo("2026-06-11");
        var later = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        assertThat(dueOn(lateEvening, later)).isEqualTo("2027-06-10");
        assertThat(dueOn(pastMidnight, later)).isEqualTo("2027-06-11");
    }

    @Test
    void followsWhateverChangesBelowIt() {
        var root = category(null);
        var child = category(root);
        var lamps = lamps();
        var plan = planOf(Map.of("categoryId", root, "intervalDays", 100)).expect(201);
        var asset = bought(lamps, today);
        assertThat(dueRows(asset)).isZero();
        db.execute("update catalogue.product set category_id = ? where id = ?", child, lamps);
        assertThat(dueOn(asset, plan)).isEqualTo(today.plusDays(100));
        db.execute("update inventory.asset set purchase_date = ? where id = ?", today.minusDays(50), asset);
        assertThat(dueOn(asset, plan)).isEqualTo(today.plusDays(50));
        db.execute("update catalogue.category set parent_id = null where id = ?", child);
        assertThat(dueRows(asset)).isZero();
        db.execute("update catalogue.category set parent_id = ? where id = ?", root, child);
        assertThat(dueRows(asset)).isEqualTo(1);
        var later = bought(lamps, today);
        assertThat(dueOn(later, plan)).as("registered after the plan").isEqualTo(today.plusDays(100));
        db.execute("update inventory.asset set status = 'RETIRED', disposed_at = now() where id = ?", later);
        assertThat(dueRows(later)).as("nobody inspects what is gone").isZero();
        var changed = api.patch("/inspection-plans/" + plan.id(), Map.of("intervalDays", 30), plan.etag())
                .expect(200);
        assertThat(dueOn(asset, plan)).isEqualTo(today.minusDays(20));
        api.post("/inspection-plans/" + plan.id() + "/archival", null).expect(200);
        assertThat(dueRows(asset)).isZero();
        assertThat(record(asset, plan, today, "PASS").refusal(409)).isEqualTo("plan-archived");
        api.post("/inspection-plans/" + plan.id() + "/restoration", null).expect(200);
        assertThat(dueRows(asset)).isEqualTo(1);
        assertThat(changed.json().path("assets").asInt()).isEqualTo(1);
    }

    @Test
    void findsWhatIsDueByCategoryAndWhatNobodyEverInspected() {
        var root = category(null);
        var child = category(root);
        var lamps = lamps();
        db.execute("update catalogue.product set category_id = ? where id = ?", child, lamps);
        var plan = planOf(Map.of("categoryId", root, "intervalMonths", 6)).expect(201);
        var inspected = bought(lamps, today.minusYears(1));
        var never = bought(lamps, today.minusYears(1));
        record(inspected, plan, today.minusMonths(7), "PASS").expect(201);
        assertThat(due("category=" + root)).hasSize(2);
        assertThat(due("category=" + child)).hasSize(2);
        assertThat(due("category=" + category(null) + "&category=" + child)).hasSize(2);
        assertThat(due("category=" + category(null))).isEmpty();
        assertThat(due("category=" + root + "&never=true&within=3650")
                        .path(0)
                        .path("asset")
                        .path("id")
                        .asString())
                .isEqualTo(never.toString());
        assertThat(due("category=" + root + "&never=false")
                        .path(0)
                        .path("asset")
                        .path("id")
                        .asString())
                .isEqualTo(inspected.toString());
    }

    @Test
    void beforeFirstUseMeansFromTheFirstDay() {
        var lamps = lamps();
        var asset = bought(lamps, today.minusDays(3));
        var plan = plan(lamps, Map.of("intervalMonths", 6, "firstDue", "AT_ONCE", "kind", "LOLER"))
                .expect(201);
        assertThat(dueOn(asset, plan)).isEqualTo(today.minusDays(3));
        assertThat(reasons(asset)).containsExactly("inspection-overdue");
    }

    @Test
    void whatIsOverdueIsUnfitWhereThePlanSaysSo() {
        var lamps = lamps();
        var asset = bought(lamps, today.minusMonths(13));
        var advice = plan(lamps, Map.of("intervalMonths", 6, "blocksDispatch", false))
                .expect(201);
        assertThat(reasons(asset)).isEmpty();
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        assertThat(reasons(asset)).containsExactly("inspection-overdue");
        var line = api.get("/assets/" + asset).expect(200).json();
        assertThat(line.toString()).contains("inspection-overdue");
        record(asset, plan, today, "PASS").expect(201);
        assertThat(reasons(asset)).isEmpty();
        record(asset, advice, today, "FAIL").expect(201);
        assertThat(reasons(asset)).as("what failed is never fit").containsExactly("inspection-failed");
        assertThat(due("asset=" + asset + "&failed=true").get(0).path("state").asString())
                .isEqualTo("FAILED");
        record(asset, advice, today, "PASS").expect(201);
        assertThat(reasons(asset)).isEmpty();
    }

    @Test
    void saysWhatWillBeDueBeforeTheJobEnds() {
        var lamps = lamps();
        var soon = bought(lamps, today.minusMonths(12).plusDays(10));
        var later = bought(lamps, today);
        var failed = bought(lamps, today);
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        record(failed, plan, today, "FAIL").expect(201);
        var ids = "asset=" + soon + "&asset=" + later + "&asset=" + failed;
        var unfit = api.get("/inspections/unfit?" + ids + "&until="
                        + today.plusDays(20).atStartOfDay(ZoneOffset.UTC).toInstant())
                .expect(200);
        var codes = new HashMap<String, String>();
        for (var item : unfit.json().path("items")) {
            codes.put(
                    item.path("assetId").asString(),
                    item.path("reasons").get(0).path("code").asString());
        }
        assertThat(codes)
                .isEqualTo(Map.of(soon.toString(), "inspection-due-before", failed.toString(), "inspection-failed"));
        var fit = api.get("/inspections/unfit?asset=" + soon + "&until="
                        + today.plusDays(5).atStartOfDay(ZoneOffset.UTC).toInstant())
                .expect(200);
        assertThat(fit.json().path("items").size()).isZero();
        assertThat(api.get("/inspections/unfit?asset=" + soon + "&until=9999-12-31T00:00:00Z")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void judgesWhatWasMeasured() {
        var lamps = lamps();
        var asset = bought(lamps, today);
        var plan = plan(
                        lamps,
                        Map.of(
                                "intervalMonths",
                                12,
                                "checklist",
                                List.of(
                                        Map.of("text", "Cable unharmed", "kind", "CHECK"),
                                        Map.of("text", "Insulation", "kind", "MEASURE", "unit", "MΩ", "min", 1.0))))
                .expect(201);
        var items = plan.json().path("checklist");
        var cable = items.get(0).path("id").asString();
        var insulation = items.get(1).path("id").asString();
        var good = List.of(Map.of("item", cable, "passed", true), Map.of("item", insulation, "value", 19.5));
        var passed = api.post(
                        "/inspections",
                        Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today, "answers", good))
                .expect(201);
        assertThat(passed.json().path("result").asString()).isEqualTo("PASS");
        assertThat(passed.json().path("answers").get(1).path("unit").asString()).isEqualTo("MΩ");
        var bad =
                List.of(Map.of("item", cable, "passed", true), Map.of("item", insulation, "value", 0.2, "note", "wet"));
        var failing =
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today, "answers", bad, "openRepair", true);
        var failed = api.post("/inspections", failing).expect(201).json();
        assertThat(failed.path("result").asString()).isEqualTo("FAIL");
        assertThat(failed.path("nextDue").isNull()).isTrue();
        var job = api.get("/maintenance-jobs/" + failed.path("job").path("id").asString())
                .expect(200)
                .json();
        assertThat(job.path("description").asString()).contains("Insulation: 0.2 MΩ (wet)");
        assertThat(reasons(asset)).contains("inspection-failed", "repair-open");
        var second = api.post("/inspections", failing).expect(201).json();
        assertThat(second.path("job").isNull()).as("the open repair is kept").isTrue();
        var contradicting =
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today, "answers", bad, "result", "PASS");
        assertThat(api.post("/inspections", contradicting).refusal(400)).isEqualTo("invalid");
        var incomplete = Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today, "result", "PASS");
        assertThat(api.post("/inspections", incomplete).refusal(400)).isEqualTo("invalid");
    }

    @Test
    void recordsManyAtOnce() {
        var lamps = lamps();
        var assets = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) assets.add(bought(lamps, today.minusYears(2)));
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        var items = new ArrayList<Map<String, Object>>();
        for (var asset : assets) items.add(Map.of("assetId", asset));
        items.set(3, Map.of("assetId", assets.get(3), "result", "FAIL", "remarks", "Plug cracked"));
        var body = new HashMap<String, Object>(Map.of(
                "planId", plan.id(), "inspectedOn", today, "inspector", "TÜV Nord", "result", "PASS", "items", items));
        var answer = api.post("/inspections/bulk", body).expect(200).json();
        assertThat(answer.path("recorded").asInt()).isEqualTo(20);
        assertThat(dueOn(assets.get(0), plan)).isEqualTo(today.plusMonths(12));
        assertThat(reasons(assets.get(3)))
                .as("a failed inspection says more than an overdue one")
                .containsExactly("inspection-failed");
        var one = api.get("/inspections?asset=" + assets.get(0))
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(one.path("inspector").asString()).isEqualTo("TÜV Nord");
        assertThat(one.path("inspectorId").isNull()).isTrue();

        var stranger = bought(lamps(), today);
        items.add(Map.of("assetId", stranger));
        items.add(Map.of("assetId", UUID.randomUUID()));
        var refused = api.post("/inspections/bulk", body);
        assertThat(refused.refusal(409)).isEqualTo("inspections-refused");
        assertThat(texts(refused.json().path("facts").path("lines"), "code"))
                .containsExactly("plan-not-for-asset", "not-found");
        assertThat(api.get("/inspections?asset=" + assets.get(0))
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .as("none of them")
                .isEqualTo(1);
        body.put("mode", "EACH");
        var each = api.post("/inspections/bulk", body).expect(200).json();
        assertThat(each.path("recorded").asInt()).isEqualTo(20);
        assertThat(each.path("refused").asInt()).isEqualTo(2);
        items.add(items.getFirst());
        assertThat(api.post("/inspections/bulk", body).refusal(400)).isEqualTo("invalid");
    }

    @Test
    void aCancelledInspectionNeverWas() {
        var lamps = lamps();
        var asset = bought(lamps, today);
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        record(asset, plan, today.minusDays(10), "PASS").expect(201);
        outbox.drain();
        var mechanic = company.somebodyWho("MAINTENANCE_EDIT");
        var wrong = record(asset, plan, today, "FAIL").expect(201);
        outbox.drain();
        assertThat(texts(mechanic.get("/notifications").expect(200).json().path("items"), "type"))
                .containsExactly("INSPECTION_FAILED");
        assertThat(reasons(asset)).containsExactly("inspection-failed");
        assertThat(api.post("/inspections/" + wrong.id() + "/cancellation", Map.of())
                        .refusal(400))
                .isEqualTo("invalid");
        var cancelled = api.post("/inspections/" + wrong.id() + "/cancellation", Map.of("reason", "Wrong asset"))
                .expect(200);
        assertThat(cancelled.json().path("cancelReason").asString()).isEqualTo("Wrong asset");
        assertThat(reasons(asset)).isEmpty();
        assertThat(dueOn(asset, plan)).isEqualTo(today.minusDays(10).plusMonths(12));
        assertThat(api.post("/inspections/" + wrong.id() + "/cancellation", Map.of("reason", "x"))
                        .refusal(409))
                .isEqualTo("inspection-cancelled");
        assertThat(api.get("/inspections?asset=" + asset)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/inspections?asset=" + asset + "&cancelled=true")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        var history = api.get("/inspections/" + wrong.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(history, "action")).containsExactly("cancelled", "created");
    }

    @Test
    void twoInspectorsAtOnceLeaveTheDueDateOfBoth() throws Exception {
        var lamps = lamps();
        var asset = bought(lamps, today);
        var plan = plan(lamps, Map.of("intervalDays", 100)).expect(201);
        api.get("/me").expect(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Api.Answer>>();
            for (int day = 0; day < 8; day++) {
                var on = today.minusDays(day);
                answers.add(threads.submit(() -> record(asset, plan, on, "PASS")));
            }
            for (var answer : answers) answer.get().expect(201);
        }
        assertThat(dueOn(asset, plan)).isEqualTo(today.plusDays(100));
        assertThat(db.fetchSingle("select last_on from maintenance.due where asset_id = ?", asset)
                        .get(0, LocalDate.class))
                .isEqualTo(today);
    }

    @Test
    void plansAreKeptApartByNameAndByTheRecord() {
        var lamps = lamps();
        var asset = bought(lamps, today);
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        var name = plan.json().path("name").asString();
        var twice = Map.of(
                "name", name.toUpperCase(java.util.Locale.ROOT), "kind", "OWN", "productId", lamps, "intervalDays", 1);
        assertThat(api.post("/inspection-plans", twice).refusal(409)).isEqualTo("plan-name-taken");
        assertThat(record(bought(lamps(), today), plan, today, "PASS").refusal(409))
                .isEqualTo("plan-not-for-asset");
        record(asset, plan, today, "PASS").expect(201);
        assertThat(api.delete("/inspection-plans/" + plan.id(), plan.etag()).refusal(409))
                .isEqualTo("plan-in-use");
        var unused = plan(lamps, Map.of("intervalMonths", 1)).expect(201);
        assertThat(api.delete("/inspection-plans/" + unused.id(), "\"99\"").refusal(412))
                .isEqualTo("stale");
        api.delete("/inspection-plans/" + unused.id(), unused.etag()).expect(204);
        assertThat(api.get("/inspection-plans/" + unused.id()).refusal(404)).isEqualTo("not-found");
        for (var query : List.of(
                "q=" + name.replace(" ", "%20"), "product=" + lamps, "kind=PAT&archived=false&product=" + lamps)) {
            var items = api.get("/inspection-plans?" + query).expect(200).json().path("items");
            assertThat(texts(items, "name")).as(query).containsExactly(name);
        }
        var history = api.get("/inspection-plans/" + plan.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(history, "action")).containsExactly("created");
    }

    @Test
    void refusesNonsense() {
        var lamps = lamps();
        var asset = bought(lamps, today);
        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("name", "x", "kind", "PAT", "intervalMonths", 12),
                Map.of(
                        "name",
                        "x",
                        "kind",
                        "PAT",
                        "productId",
                        lamps,
                        "categoryId",
                        category(null),
                        "intervalMonths",
                        12),
                Map.of("name", "x", "kind", "PAT", "productId", lamps),
                Map.of("name", "x", "kind", "PAT", "productId", lamps, "intervalMonths", 12, "intervalDays", 1),
                Map.of("name", "x", "kind", "PAT", "productId", lamps, "intervalMonths", 0),
                Map.of("name", "x", "kind", "PAT", "productId", lamps, "intervalMonths", 241),
                Map.of("name", "x", "kind", "PAT", "productId", lamps, "intervalDays", -1),
                Map.of("name", "x", "kind", "PAT", "productId", lamps, "intervalDays", 1, "leadDays", 366),
                Map.of("name", "x\u0000", "kind", "PAT", "productId", lamps, "intervalDays", 1),
                Map.of("name", "x", "kind", "PAT", "productId", UUID.randomUUID(), "intervalDays", 1),
                Map.of("name", "x", "kind", "PAT", "productId", warehouse.cable(), "intervalDays", 1),
                Map.of("name", "x", "kind", "PAT", "categoryId", UUID.randomUUID(), "intervalDays", 1),
                Map.of(
                        "name",
                        "x",
                        "kind",
                        "PAT",
                        "productId",
                        lamps,
                        "intervalDays",
                        1,
                        "checklist",
                        List.of(Map.of("text", ""))))) {
            assertThat(api.post("/inspection-plans", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today),
                Map.of("assetId", asset, "planId", plan.id(), "result", "PASS"),
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today.plusDays(1), "result", "PASS"),
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", "0001-01-01", "result", "PASS"),
                Map.of(
                        "assetId",
                        asset,
                        "planId",
                        plan.id(),
                        "inspectedOn",
                        today,
                        "result",
                        "PASS",
                        "validUntil",
                        today.minusDays(1)),
                Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", today, "result", "PASS_WITH_REMARKS"),
                Map.of(
                        "assetId",
                        asset,
                        "planId",
                        plan.id(),
                        "inspectedOn",
                        today,
                        "result",
                        "PASS",
                        "inspector",
                        "a\nb"),
                Map.of(
                        "assetId",
                        asset,
                        "planId",
                        plan.id(),
                        "inspectedOn",
                        today,
                        "result",
                        "PASS",
                        "remarks",
                        "x".repeat(5001)))) {
            assertThat(api.post("/inspections", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        assertThat(record(UUID.randomUUID(), plan, today, "PASS").refusal(404)).isEqualTo("not-found");
        var unknownPlan = Map.of("assetId", asset, "planId", UUID.randomUUID(), "inspectedOn", today, "result", "PASS");
        assertThat(api.post("/inspections", unknownPlan).refusal(404)).isEqualTo("not-found");
        assertThat(api.post("/inspections/bulk", Map.of("planId", plan.id(), "inspectedOn", today, "items", List.of()))
                        .refusal(400))
                .isEqualTo("invalid");
        for (var query : List.of("within=-1", "within=99999", "sort=nonsense")) {
            assertThat(api.get("/inspections/due?" + query).refusal(400))
                    .as(query)
                    .isEqualTo("invalid");
        }
        assertThat(api.get("/inspections?from=0000-00-00").status()).isEqualTo(400);
        assertThat(api.get("/inspections?asset=" + asset)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .as("nothing half-written")
                .isZero();
    }

    @Test
    void needsThePermissionForEachThing() {
        var lamps = lamps();
        var asset = bought(lamps, today);
        var plan = plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        var inspector = company.somebodyWho("MAINTENANCE_READ", "MAINTENANCE_EDIT");
        var body = Map.of(
                "assetId", asset, "planId", plan.id(), "inspectedOn", today, "result", "FAIL", "openRepair", true);
        inspector.post("/inspections", body).expect(201);
        assertThat(inspector.post("/inspection-plans", Map.of()).refusal(403)).isEqualTo("not-permitted");
        assertThat(company.somebodyWho("MAINTENANCE_READ")
                        .post("/inspections", body)
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(company.somebodyWho("ASSET_READ").get("/inspections/due").refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void remindsWhoMaintainsOnceADay() {
        outbox.drain();
        var mechanic = company.somebodyWho("MAINTENANCE_EDIT", "MAINTENANCE_READ");
        var lamps = lamps();
        bought(lamps, today.minusYears(5));
        plan(lamps, Map.of("intervalMonths", 12)).expect(201);
        for (int i = 0; i < 3; i++) {
            Callers.runAs(Caller.system(), reminder::run);
            outbox.drain();
        }
        var told = mechanic.get("/notifications").expect(200).json().path("items");
        assertThat(texts(told, "type")).containsExactly("MAINTENANCE_DUE");
        assertThat(told.get(0).path("facts").path("overdue").asInt()).isPositive();
        var count = api.get("/inspections/due/count").expect(200).json();
        assertThat(count.path("overdue").asInt() + count.path("failed").asInt())
                .isEqualTo(told.get(0).path("facts").path("overdue").asInt());
    }

    @Test
    void findsWhatIsDueAmongAHundredThousand() {
        var lamps = lamps();
        db.execute("""
                insert into inventory.asset (id, product_id, number, status, purchase_date, currency, created_at)
                select gen_random_uuid(), ?, 'DUE-' || ? || '-' || n, 'AVAILABLE', ?::date - n % 4000, 'EUR', now()
                  from generate_series(1, 20000) n
                """, lamps, Warehouse.running(), today);
        var plan = plan(lamps, Map.of("intervalMonths", 12, "leadDays", 30)).expect(201);
        assertThat(plan.json().path("assets").asInt()).isEqualTo(20_000);
        var page = api.get("/inspections/due?within=30&limit=100&plan=" + plan.id())
                .expect(200)
                .json();
        assertThat(page.path("items").size()).isEqualTo(100);
        assertThat(page.path("items").get(0).path("dueOn").asString())
                .isEqualTo(today.minusDays(3999).plusMonths(12).toString());
        var next = api.get("/inspections/due?within=30&limit=100&plan=" + plan.id() + "&cursor="
                        + page.path("next").asString())
                .expect(200);
        assertThat(next.json().path("items").size()).isEqualTo(100);
        api.post("/inspection-plans/" + plan.id() + "/archival", null).expect(200);
        // Whoever recounts what there is would go through all of them.
        db.execute("delete from inventory.asset where product_id = ?", lamps);
    }

    private UUID lamps() {
        return warehouse.product("SERIALISED", "Lamp", 2_000L);
    }

    private UUID bought(UUID product, LocalDate on) {
        var asset = warehouse.asset(product, null);
        db.execute("update inventory.asset set purchase_date = ? where id = ?", on, asset);
        return asset;
    }

    private void registered(UUID asset, String at) {
        db.execute("update inventory.asset set created_at = ?::timestamptz where id = ?", at, asset);
    }

    private UUID category(UUID parent) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into catalogue.category (id, parent_id, name) values (?, ?::uuid, ?)",
                id,
                parent,
                "Category " + id);
        return id;
    }

    private Api.Answer plan(UUID product, Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.put("productId", product);
        return planOf(all);
    }

    private Api.Answer planOf(Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of("name", "Plan " + Warehouse.running(), "kind", "PAT"));
        all.putAll(more);
        return api.post("/inspection-plans", all);
    }

    private Api.Answer record(UUID asset, Api.Answer plan, LocalDate on, String result) {
        return api.post(
                "/inspections", Map.of("assetId", asset, "planId", plan.id(), "inspectedOn", on, "result", result));
    }

    private JsonNode due(String query) {
        return api.get("/inspections/due?" + query).expect(200).json().path("items");
    }

    private LocalDate dueOn(UUID asset, Api.Answer plan) {
        return db.fetchSingle(
                        "select due_on from maintenance.due where asset_id = ? and plan_id = ?::uuid", asset, plan.id())
                .get(0, LocalDate.class);
    }

    private int dueRows(UUID asset) {
        return db.fetchSingle("select count(*) from maintenance.due where asset_id = ?", asset)
                .get(0, Integer.class);
    }

    private List<String> reasons(UUID asset) {
        var id = new AssetId(asset);
        return Callers.as(Caller.system(), () -> register.unfit(List.of(id))).getOrDefault(id, List.of()).stream()
                .map(UnfitReason::code)
                .toList();
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }
}

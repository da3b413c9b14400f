package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static eventkit.scanning.Dock.of;
import static eventkit.scanning.Dock.ofCase;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Out and back by scanning, once for good, with everything that follows in the rooms below. */
@ServerTest
class ScanTests {
    private static final String DAY = "2028-06-10";
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Dock dock;
    private final Availability availability;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final UUID hall;
    private final Scans scans;
    private final UUID shelf;
    private final UUID lamp;

    ScanTests(
            Company company,
            Warehouse warehouse,
            Dock dock,
            Availability availability,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Scans scans,
            DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.dock = dock;
        this.availability = availability;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.scans = scans;
        this.db = db;
        hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
    }

    @Test
    void outAndBackAndOnTheShelfAgain() {
        var lamps = dock.assets(lamp, shelf, 3);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        assertThat(dock.free(lamp, hall, DAY, 10)).isEqualTo(1);
        dock.accepted(dock.pick(event, ThingKind.ASSET, lamps.get(0)), dock.pick(event, ThingKind.ASSET, lamps.get(1)));
        assertThat(dock.status(lamps.get(0))).isEqualTo("RESERVED");
        assertThat(dock.counts(event)).containsExactly("2/2/0/0/0");
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)), dock.out(event, ThingKind.ASSET, lamps.get(1)));
        assertThat(dock.status(lamps.get(1))).isEqualTo("CHECKED_OUT");
        assertThat(dock.counts(event)).containsExactly("2/0/2/0/0");
        assertThat(codes(dock.send(dock.out(event, ThingKind.ASSET, lamps.get(2)))))
                .containsExactly("-too-many");
        assertThat(dock.free(lamp, hall, DAY, 10)).isEqualTo(1);
        dock.accepted(dock.in(ThingKind.ASSET, lamps.get(0)));
        assertThat(dock.status(lamps.get(0))).isEqualTo("CHECKED_IN");
        assertThat(dock.counts(event)).containsExactly("2/0/1/1/0");
        assertThat(dock.free(lamp, hall, DAY, 10)).isEqualTo(2);
        var home = dock.scan("MOVE", ThingKind.ASSET, lamps.get(0));
        home.put("locationId", shelf);
        dock.accepted(home);
        assertThat(dock.status(lamps.get(0))).isEqualTo("AVAILABLE");
        assertThat(sound()).isEmpty();
    }

    @Test
    void aScanCountsOnceHoweverOftenItArrives() {
        var lamps = dock.assets(lamp, shelf, 2);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var first = dock.out(event, ThingKind.ASSET, lamps.get(0));
        var second = dock.out(event, ThingKind.ASSET, lamps.get(1));
        assertThat(codes(dock.send(first, first))).containsExactly("checked-out", "=checked-out");
        assertThat(codes(dock.send(first, second))).containsExactly("=checked-out", "checked-out");
        dock.accepted(dock.in(ThingKind.ASSET, lamps.get(0)));
        var again = dock.send(second, first);
        assertThat(codes(again)).containsExactly("=checked-out", "=checked-out");
        assertThat(again.json()
                        .path("answers")
                        .get(0)
                        .path("first")
                        .path("result")
                        .asString())
                .isEqualTo("ACCEPTED");
        assertThat(dock.counts(event)).containsExactly("2/0/1/1/0");
        assertThat(dock.status(lamps.get(0))).isEqualTo("CHECKED_IN");
    }

    @Test
    void whatIsRefusedHindersNobodyAndStaysInTheJournal() {
        var lamps = dock.assets(lamp, shelf, 2);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var unknown = dock.scan("CHECK_OUT", ThingKind.ASSET, UUID.randomUUID());
        unknown.put("eventId", event);
        var foreign = new java.util.LinkedHashMap<>(unknown);
        foreign.put("id", UUID.randomUUID());
        foreign.remove("thing");
        foreign.put("code", "https://other.example/asset/" + lamps.get(0));
        var huge = new java.util.LinkedHashMap<>(foreign);
        huge.put("id", UUID.randomUUID());
        huge.put("code", "x".repeat(1_000_000));
        var hostile = new java.util.LinkedHashMap<>(foreign);
        hostile.put("id", UUID.randomUUID());
        hostile.put("code", "');drop table scanning.scan;--\u0000<script>");
        var answer = dock.send(
                dock.out(event, ThingKind.ASSET, lamps.get(0)),
                unknown,
                foreign,
                huge,
                hostile,
                dock.out(event, ThingKind.ASSET, lamps.get(1)));
        assertThat(codes(answer))
                .containsExactly(
                        "checked-out",
                        "-unknown-code",
                        "-foreign-instance",
                        "-code-too-long",
                        "-unknown-code",
                        "checked-out");
        assertThat(answer.json()
                        .path("answers")
                        .get(2)
                        .path("facts")
                        .path("host")
                        .asString())
                .isEqualTo("other.example");
        assertThat(dock.counts(event)).containsExactly("2/0/2/0/0");
        var journal = api.get("/scans?eventId=" + event).expect(200).json();
        assertThat(journal.path("total").asInt()).isEqualTo(6);
        assertThat(api.get("/scans?eventId=" + event + "&result=REFUSED")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aCaseGoesWithWhatIsInItAndTwoWhoScanItEndWithOne() throws Exception {
        var lamps = dock.assets(lamp, shelf, 4);
        var box = dock.flightCase(shelf, "PER_JOB", lamps.toArray(UUID[]::new));
        var event = dock.loading(hall, DAY, List.of(of(lamp, 4)));
        var answers = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(4)) {
            var scans = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < 4; i++) scans.add(() -> dock.send(dock.out(event, ThingKind.CASE, box)));
            for (var one : both.invokeAll(scans)) answers.addAll(codes(one.get()));
        }
        assertThat(answers).containsExactlyInAnyOrder("checked-out", "-already-out", "-already-out", "-already-out");
        assertThat(dock.counts(event)).containsExactly("4/0/4/0/0");
        for (var one : lamps) assertThat(dock.status(one)).isEqualTo("CHECKED_OUT");
        assertThat(codes(dock.send(dock.in(ThingKind.ASSET, lamps.get(0))))).containsExactly("checked-in");
        assertThat(codes(dock.send(dock.in(ThingKind.CASE, box)))).containsExactly("checked-in");
        assertThat(dock.counts(event)).containsExactly("4/0/0/4/0");
        assertThat(codes(dock.send(dock.in(ThingKind.CASE, box)))).containsExactly("-not-out");
        assertThat(sound()).isEmpty();
    }

    @Test
    void aFixedCaseIsOneUnit() {
        var lamps = dock.assets(lamp, shelf, 2);
        var box = dock.flightCase(shelf, "FIXED", lamps.toArray(UUID[]::new));
        var event = dock.loading(hall, DAY, List.of(ofCase(box)));
        dock.accepted(dock.out(event, ThingKind.CASE, box));
        assertThat(dock.counts(event)).containsExactly("1/0/1/0/0");
        assertThat(dock.status(lamps.get(1))).isEqualTo("CHECKED_OUT");
        assertThat(sound()).isEmpty();
        dock.accepted(dock.in(ThingKind.CASE, box));
        assertThat(dock.status(lamps.get(1))).isEqualTo("CHECKED_IN");
        assertThat(sound()).isEmpty();
    }

    @Test
    void countedPiecesComeFromTheShelvesAndGoBack() {
        var cable = warehouse.cable();
        dock.stock(cable, shelf, 8);
        dock.stock(cable, hall, 30);
        var event = dock.loading(hall, DAY, List.of(of(cable, 20)));
        var out = dock.out(event, ThingKind.PRODUCT, cable);
        out.put("quantity", 15);
        dock.accepted(out);
        assertThat(dock.counts(event)).containsExactly("20/0/15/0/0");
        assertThat(dock.free(cable, hall, DAY, 10)).isEqualTo(18);
        var tooMany = dock.out(event, ThingKind.PRODUCT, cable);
        tooMany.put("quantity", 6);
        assertThat(codes(dock.send(tooMany))).containsExactly("-too-many");
        var in = dock.in(ThingKind.PRODUCT, cable);
        in.put("quantity", 10);
        in.put("eventId", event);
        var lost = dock.in(ThingKind.PRODUCT, cable);
        lost.put("quantity", 5);
        lost.put("eventId", event);
        lost.put("condition", "MISSING");
        dock.accepted(in, lost);
        assertThat(dock.counts(event)).containsExactly("20/0/0/10/5");
        assertThat(db.fetchSingle("select sum(quantity)::bigint from stock.level where product_id = ?", cable)
                        .get(0, Long.class))
                .isEqualTo(33);
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(sound()).isEmpty();
    }

    @Test
    void damageOpensARepairAndMissingIsLost() {
        var lamps = dock.assets(lamp, shelf, 2);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)), dock.out(event, ThingKind.ASSET, lamps.get(1)));
        var damaged = dock.in(ThingKind.ASSET, lamps.get(0));
        damaged.put("condition", "DAMAGED");
        damaged.put("note", "Lens cracked");
        var missing = dock.in(ThingKind.ASSET, lamps.get(1));
        missing.put("condition", "MISSING");
        dock.accepted(damaged, missing);
        assertThat(dock.status(lamps.get(0))).isEqualTo("DAMAGED");
        assertThat(dock.status(lamps.get(1))).isEqualTo("LOST");
        var repairs = api.get("/maintenance-jobs?asset=" + lamps.get(0)).json().path("items");
        assertThat(repairs.get(0).path("description").asString()).isEqualTo("Lens cracked");
        assertThat(dock.counts(event)).containsExactly("2/0/0/1/1");
        assertThat(codes(dock.send(dock.out(event, ThingKind.ASSET, lamps.get(0)))))
                .containsExactly("-damaged");
        assertThat(dock.free(lamp, hall, DAY, 10)).isZero();
        assertThat(sound()).isEmpty();
    }

    @Test
    void ownScansAreTakenBackAndNobodyElses() {
        var lamps = dock.assets(lamp, shelf, 1);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1)));
        var out = dock.out(event, ThingKind.ASSET, lamps.get(0));
        dock.accepted(out);
        var somebody = company.somebody("WAREHOUSE");
        assertThat(codes(dock.send(somebody, List.of(dock.undo(out))))).containsExactly("-not-undoable");
        assertThat(codes(dock.send(somebody, List.of(out)))).containsExactly("-another-person");
        dock.accepted(dock.undo(out));
        assertThat(dock.status(lamps.get(0))).isEqualTo("AVAILABLE");
        assertThat(dock.counts(event)).containsExactly("1/0/0/0/0");
        assertThat(codes(dock.send(dock.undo(out)))).containsExactly("-not-undoable");
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)));
        assertThat(dock.counts(event)).containsExactly("1/0/1/0/0");
    }

    @Test
    void whoMayNotScanIsToldLineByLine() {
        var lamps = dock.assets(lamp, shelf, 1);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1)));
        var reader = company.somebody("READ_ONLY");
        assertThat(codes(dock.send(reader, List.of(dock.out(event, ThingKind.ASSET, lamps.get(0))))))
                .containsExactly("-permission-gone");
        assertThat(company.nobody().post("/scans", Map.of("scans", List.of())).refusal(401))
                .isEqualTo("sign-in-required");
        assertThat(dock.send(api, List.of()).status()).isEqualTo(400);
    }

    @Test
    void whatIsPickedForAnEventThatIsCancelledIsFreeAgain() {
        var lamps = dock.assets(lamp, shelf, 1);
        var event = dock.event(hall, DAY, List.of(of(lamp, 1)));
        dock.walk(event, "CONFIRMED", "PREP");
        dock.accepted(dock.pick(event, ThingKind.ASSET, lamps.get(0)));
        assertThat(codes(dock.send(dock.out(event, ThingKind.ASSET, lamps.get(0)))))
                .containsExactly("-event-phase-forbids");
        api.post("/events/" + event + "/phase", Map.of("phase", "CANCELLED", "reason", "Rain"))
                .expect(200);
        outbox.drain();
        assertThat(dock.status(lamps.get(0))).isEqualTo("AVAILABLE");
        assertThat(dock.counts(event)).allMatch(c -> c.startsWith("1/0/"));
    }

    @Test
    void scansThatWaitTogetherAreAnsweredTogether() throws Exception {
        var lamps = dock.assets(lamp, shelf, 5);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 5)));
        ScanDesk desk = AopTestUtils.getUltimateTargetObject(scans);
        try (var devices = Executors.newFixedThreadPool(5)) {
            var answers = new ArrayList<java.util.concurrent.Future<Answer>>();
            java.util.function.IntConsumer scan =
                    i -> answers.add(devices.submit(() -> dock.send(dock.out(event, ThingKind.ASSET, lamps.get(i)))));
            transaction.executeWithoutResult(status -> {
                db.execute("insert into scanning.job (event_id) values (?)", event);
                scan.accept(0);
                org.awaitility.Awaitility.await()
                        .atMost(Patience.TIME)
                        .until(() -> db.fetchSingle("select count(*) from pg_locks where not granted")
                                        .get(0, Long.class)
                                > 0);
                for (int i = 1; i < 5; i++) scan.accept(i);
                org.awaitility.Awaitility.await().atMost(Patience.TIME).until(() -> desk.gathering.waiting() == 4);
            });
            for (var answer : answers) assertThat(codes(answer.get())).containsExactly("checked-out");
        }
        assertThat(db.fetchSingle("select count(distinct at) from scanning.scan where event_id = ?", event)
                        .get(0, Long.class))
                .isEqualTo(2);
        assertThat(dock.counts(event)).containsExactly("5/0/5/0/0");
        assertThat(sound()).isEmpty();
    }

    @Test
    void theSameScanTwiceAtTheSameMomentCountsOnce() throws Exception {
        var look = dock.scan("LOOK_UP", ThingKind.ASSET, warehouse.asset(lamp, shelf));
        var id = UUID.fromString(String.valueOf(look.get("id")));
        try (var other = Executors.newSingleThreadExecutor()) {
            var waiting = new ArrayList<java.util.concurrent.Future<Answer>>();
            transaction.executeWithoutResult(status -> {
                db.execute("""
                        insert into scanning.scan (id, kind, result, outcome, message, quantity, by_id, by_name, device_at, at)
                        values (?, 'LOOK_UP', 'ACCEPTED', 'looked-up', '', 1, ?::uuid, 'Somebody', now(), now())
                        """, id, api.get("/me").expect(200).json().path("id").asString());
                waiting.add(other.submit(() -> dock.send(look)));
                org.awaitility.Awaitility.await()
                        .atMost(Patience.TIME)
                        .until(() -> db.fetchSingle("select count(*) from pg_locks where not granted")
                                        .get(0, Long.class)
                                > 0);
            });
            assertThat(waiting.getFirst().get().refusal(409)).isEqualTo("scan-under-way");
        }
        assertThat(codes(dock.send(look))).containsExactly("=looked-up");
    }

    @Test
    void aDeviceIsLetInByACodeAndShutOutAgain() {
        var invited = api.post("/scanning/devices/invitations", Map.of("name", "Dock phone"))
                .expect(201)
                .json();
        var token = invited.path("token").asString();
        assertThat(invited.path("url").asString()).endsWith("/device/" + token);
        var phone = company.nobody();
        var device = phone.post("/scanning/devices", Map.of("token", token)).expect(201);
        assertThat(device.json().path("name").asString()).isEqualTo("Dock phone");
        assertThat(company.nobody()
                        .post("/scanning/devices", Map.of("token", token))
                        .refusal(404))
                .isEqualTo("link-spent");
        var lamp1 = warehouse.asset(lamp, shelf);
        assertThat(codes(dock.send(phone, List.of(dock.scan("LOOK_UP", ThingKind.ASSET, lamp1)))))
                .containsExactly("looked-up");
        var id = device.json().path("id").asString();
        assertThat(api.get("/scans?deviceId=" + id)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(company.somebody("WAREHOUSE")
                        .delete("/scanning/devices/" + id, "*")
                        .refusal(404))
                .isEqualTo("not-found");
        api.delete("/scanning/devices/" + id, "*").expect(204);
        assertThat(phone.get("/me").refusal(401)).isEqualTo("sign-in-required");
        var listed = api.get("/scanning/devices").expect(200).json().path("items");
        assertThat(listed.get(0).path("revokedAt").isNull()).isFalse();
    }

    @Test
    void aJobIsDownloadedWholeAndThenOnlyWhatChanged() {
        var lamps = dock.assets(lamp, shelf, 3);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var whole = dock.job(event);
        assertThat(whole.path("delta").asBoolean()).isFalse();
        assertThat(whole.path("assets").size()).isEqualTo(3);
        assertThat(whole.path("needs")
                        .get(0)
                        .path("places")
                        .get(0)
                        .path("quantity")
                        .asLong())
                .isEqualTo(3);
        assertThat(whole.path("codes").toString()).contains(warehouse.numberOf(lamps.get(0)));
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)));
        var delta = api.get("/scanning/jobs/" + event + "?since="
                        + whole.path("version").asString())
                .expect(200)
                .json();
        assertThat(delta.path("delta").asBoolean()).isTrue();
        assertThat(delta.path("needs").get(0).path("out").asLong()).isEqualTo(1);
        assertThat(delta.path("assets").size()).isEqualTo(1);
        assertThat(delta.path("assets").get(0).path("out").asString())
                .isEqualTo(delta.path("needs").get(0).path("key").asString());
        assertThat(api.get("/scanning/jobs/" + event + "?since=long-ago")
                        .expect(200)
                        .json()
                        .path("delta")
                        .asBoolean())
                .isFalse();
        var jobs = api.get(
                        "/scanning/jobs?q=" + whole.path("event").path("number").asString())
                .expect(200)
                .json()
                .path("items");
        assertThat(jobs.get(0).path("wanted").asLong()).isEqualTo(2);
        assertThat(jobs.get(0).path("out").asLong()).isEqualTo(1);
    }

    @Test
    void packedMovedAndClosedByScanning() {
        var lamps = dock.assets(lamp, shelf, 2);
        var cable = warehouse.cable();
        dock.stock(cable, shelf, 10);
        var box = dock.flightCase(shelf, "PER_JOB");
        var one = pack("IN", box, ThingKind.ASSET, lamps.get(0));
        var some = pack("IN", box, ThingKind.PRODUCT, cable);
        some.put("quantity", 4);
        var close = pack("CLOSE", null, ThingKind.CASE, box);
        dock.accepted(one, some, close);
        assertThat(codes(dock.send(pack("IN", box, ThingKind.ASSET, lamps.get(1)))))
                .containsExactly("-case-not-open");
        var move = dock.scan("MOVE", ThingKind.CASE, box);
        move.put("locationId", hall);
        dock.accepted(move);
        assertThat(warehouse.locationOf(lamps.get(0))).isEqualTo(hall);
        assertThat(warehouse.locationOf(lamps.get(1))).isEqualTo(shelf);
        dock.accepted(dock.undo(move));
        assertThat(warehouse.locationOf(lamps.get(0))).isEqualTo(shelf);
        dock.accepted(pack("OPEN", null, ThingKind.CASE, box), dock.undo(some), dock.undo(one));
        assertThat(api.get("/cases/" + box + "/contents")
                        .expect(200)
                        .json()
                        .path("assets")
                        .size())
                .isZero();
        assertThat(warehouse.wrongLevels()).isEmpty();
    }

    private Map<String, Object> pack(String action, @Nullable UUID box, ThingKind kind, UUID id) {
        var scan = dock.scan("PACK", kind, id);
        scan.put("action", action);
        if (box != null) scan.put("caseId", box);
        return scan;
    }

    /** What availability believes wrongly. */
    private List<String> sound() {
        return Callers.as(Caller.system(), availability::check);
    }
}

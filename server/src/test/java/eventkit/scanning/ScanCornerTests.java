package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.availability.Movements;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Scans in unlucky order, by the wrong person, and after somebody changed what they stand on: every line is answered, and nothing is counted twice. */
@ServerTest
class ScanCornerTests {
    private static final String DAY = "2028-08-10";
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Dock dock;
    private final Availability availability;
    private final Movements movements;
    private final DSLContext db;
    private final UUID hall;
    private final UUID shelf;
    private final UUID lamp;
    private final UUID cable;

    ScanCornerTests(
            Company company,
            Warehouse warehouse,
            Dock dock,
            Availability availability,
            Movements movements,
            DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.dock = dock;
        this.availability = availability;
        this.movements = movements;
        this.db = db;
        hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        cable = warehouse.cable();
    }

    @Test
    void whatAnotherPersonSentInVainStillCountsForWhoScannedIt() {
        var one = warehouse.asset(lamp, shelf);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1)));
        var out = dock.out(event, ThingKind.ASSET, one);
        out.put("by", api.get("/me").expect(200).json().path("id").asString());
        assertThat(codes(dock.send(company.somebody("WAREHOUSE"), List.of(out))))
                .containsExactly("-another-person");
        assertThat(codes(dock.send(out))).containsExactly("checked-out");
    }

    @Test
    void whatCameBackSaysForWhomItWasAndWhoBroughtIt() {
        var one = warehouse.asset(lamp, shelf);
        var box = dock.flightCase(shelf, "PER_JOB", warehouse.asset(lamp, shelf));
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var other = dock.loading(hall, "2028-09-01", List.of(of(lamp, 1)));
        dock.accepted(dock.out(event, ThingKind.ASSET, one), dock.out(event, ThingKind.CASE, box));
        var held = dock.job(event).path("assets").get(0);
        assertThat(held.path("byName").asString()).isNotEmpty();
        assertThat(held.path("heldAt").asString()).isNotEmpty();
        for (var thing : List.of(dock.in(ThingKind.ASSET, one), dock.in(ThingKind.CASE, box))) {
            thing.put("eventId", other);
            var answer = dock.send(thing).expect(200).json().path("answers").get(0);
            assertThat(answer.path("code").asString()).isEqualTo("checked-in");
            assertThat(answer.path("warnings").get(0).asString()).isEqualTo("other-event");
            assertThat(answer.path("facts").path("eventId").asString()).isEqualTo(event.toString());
        }
        var again = dock.send(dock.in(ThingKind.ASSET, one)).expect(200).json();
        var facts = again.path("answers").get(0).path("facts");
        assertThat(facts.path("by").asString()).isEqualTo(held.path("byName").asString());
        assertThat(facts.path("at").asString()).isNotEmpty();
        sound();
    }

    @Test
    void piecesOfSeveralShelvesAreTakenBackTogetherOrNotAtAll() {
        dock.stock(cable, shelf, 8);
        dock.stock(cable, hall, 8);
        var event = dock.loading(hall, DAY, List.of(of(cable, 16)));
        var out = some(dock.out(event, ThingKind.PRODUCT, cable), 16);
        var back = some(dock.in(ThingKind.PRODUCT, cable), 8);
        back.put("eventId", event);
        dock.accepted(out, back);
        assertThat(codes(dock.send(dock.undo(out)))).containsExactly("-not-undoable");
        dock.accepted(dock.undo(back), dock.undo(out));
        assertThat(dock.counts(event)).containsExactly("16/0/0/0/0");
        sound();
    }

    @Test
    void aCaseIsPutWhereItCameBackWithAllThatIsInIt() {
        var one = warehouse.asset(lamp, shelf);
        var box = dock.flightCase(shelf, "PER_JOB", one);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1)));
        dock.accepted(dock.out(event, ThingKind.CASE, box));
        var in = dock.in(ThingKind.CASE, box);
        in.put("locationId", hall);
        dock.accepted(in);
        assertThat(warehouse.locationOf(one)).isEqualTo(hall);
        assertThat(db.fetchSingle("select location_id from cases.flight_case where id = ?", box)
                        .get(0, UUID.class))
                .isEqualTo(hall);
    }

    @Test
    void thePlaceOfPiecesOnJobsIsMadeBesideOneOfThatNameAndOpenedAgain() {
        api.post("/locations", Map.of("kind", "ZONE", "name", "On jobs", "parentId", hall))
                .expect(201);
        dock.stock(cable, shelf, 8);
        var event = dock.loading(hall, DAY, List.of(of(cable, 8)));
        var back = some(dock.in(ThingKind.PRODUCT, cable), 5);
        back.put("eventId", event);
        dock.accepted(some(dock.out(event, ThingKind.PRODUCT, cable), 5), back);
        db.execute(
                "update inventory.location set archived_at = now() where id = (select location_id from scanning.on_jobs where warehouse_id = ?)",
                hall);
        dock.accepted(some(dock.out(event, ThingKind.PRODUCT, cable), 3));
        sound();
    }

    @Test
    void aLineThatIsRefusedBelowTakesThoseThatBuiltOnItAlongAndNoOthers() {
        var one = warehouse.asset(lamp, shelf);
        dock.stock(cable, shelf, 8);
        var event = dock.loading(hall, DAY, List.of(of(cable, 8), of(lamp, 1)));
        var closed = warehouse.shelf(shelf);
        db.execute("insert into scanning.on_jobs (warehouse_id, location_id) values (?, ?)", hall, closed);
        db.execute("update inventory.location set archived_at = now() where id in (?, ?)", shelf, closed);
        var back = some(dock.in(ThingKind.PRODUCT, cable), 5);
        back.put("eventId", event);
        assertThat(codes(dock.send(
                        some(dock.out(event, ThingKind.PRODUCT, cable), 5),
                        back,
                        dock.out(event, ThingKind.ASSET, one))))
                .containsExactly("-overtaken", "-overtaken", "checked-out");
        sound();
    }

    @Test
    void piecesComeBackToTheWarehouseTheyLeftThoughTheListTakesAnotherByNow() {
        dock.stock(cable, shelf, 8);
        var event = dock.loading(hall, DAY, List.of(of(cable, 8)));
        dock.accepted(some(dock.out(event, ThingKind.PRODUCT, cable), 5));
        db.execute("update planning.pull_list set warehouse_id = ? where event_id = ?", warehouse.hall(), event);
        var back = some(dock.in(ThingKind.PRODUCT, cable), 5);
        back.put("eventId", event);
        dock.accepted(back);
        assertThat(db.fetchSingle(
                                "select quantity from stock.level where product_id = ? and location_id = ?",
                                cable,
                                shelf)
                        .get(0, Long.class))
                .isEqualTo(8);
    }

    @Test
    void aCaseOfPiecesGoesComesAndGoesAgainInOneJournal() {
        var box = packed("PER_JOB", 4);
        var event = dock.loading(hall, DAY, List.of(of(cable, 4)));
        var in = dock.in(ThingKind.CASE, box);
        dock.accepted(dock.pick(event, ThingKind.CASE, box), dock.out(event, ThingKind.CASE, box), in);
        assertThat(dock.counts(event)).contains("4/0/0/4/0");
        dock.accepted(dock.undo(in));
        assertThat(dock.counts(event)).contains("4/0/4/0/0");
        sound();
    }

    @Test
    void whatDoesNotLeaveWithItsUnitLeavesLoosePiecesOut() {
        var box = packed("FIXED", 4);
        var event = dock.loading(hall, DAY, List.of(of(cable, 8)));
        var out = dock.out(event, ThingKind.CASE, box);
        dock.accepted(out, some(dock.out(event, ThingKind.PRODUCT, cable), 4));
        assertThat(cablesOut(event)).isEqualTo(4);
        dock.accepted(dock.undo(out));
        assertThat(cablesOut(event)).isEqualTo(4);
        sound();
    }

    @Test
    void whatIsNotThereAnyMoreCanNotBeTakenBack() {
        var box = dock.flightCase(shelf, "PER_JOB");
        var move = dock.scan("MOVE", ThingKind.CASE, box);
        move.put("locationId", hall);
        dock.accepted(move);
        db.execute("delete from cases.flight_case where id = ?", box);
        assertThat(codes(dock.send(dock.undo(move)))).containsExactly("-not-undoable");
    }

    @Test
    void whoMayOnlyScanMayDoAllOfIt() {
        var lamps = dock.assets(lamp, shelf, 2);
        dock.stock(cable, shelf, 8);
        var box = dock.flightCase(shelf, "PER_JOB");
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2), of(cable, 8)));
        var damaged = dock.in(ThingKind.ASSET, lamps.get(0));
        damaged.put("condition", "DAMAGED");
        var missing = some(dock.in(ThingKind.PRODUCT, cable), 2);
        missing.put("condition", "MISSING");
        missing.put("eventId", event);
        var move = dock.scan("MOVE", ThingKind.CASE, box);
        move.put("locationId", hall);
        var pack = some(dock.scan("PACK", ThingKind.PRODUCT, cable), 2);
        pack.put("action", "IN");
        pack.put("caseId", box);
        pack.put("fromLocationId", shelf);
        var answers = dock.send(
                company.somebodyWho("SCAN"),
                List.of(
                        dock.pick(event, ThingKind.ASSET, lamps.get(0)),
                        dock.out(event, ThingKind.ASSET, lamps.get(0)),
                        some(dock.out(event, ThingKind.PRODUCT, cable), 4),
                        damaged,
                        missing,
                        pack,
                        move));
        assertThat(codes(answers))
                .as(answers.text())
                .containsExactly("picked", "checked-out", "checked-out", "damaged", "missing", "packed", "moved");
        sound();
    }

    @Test
    void whatWasPutBackIsNotMadeReadyAgainForAnEventThatIsNotPrepared() {
        var one = warehouse.asset(lamp, shelf);
        var event = dock.event(hall, DAY, List.of(of(lamp, 1)));
        dock.walk(event, "CONFIRMED", "PREP");
        var back = dock.pick(event, ThingKind.ASSET, one);
        back.put("back", true);
        dock.accepted(dock.pick(event, ThingKind.ASSET, one), back);
        dock.walk(event, "CONFIRMED");
        assertThat(codes(dock.send(dock.undo(back)))).containsExactly("-event-phase-forbids");
        assertThat(dock.status(one)).isEqualTo("AVAILABLE");
    }

    /** The promise went with the check-out, came back for somebody else, and can not be had again: one line is refused, not the journal. */
    @Test
    void aCheckOutThatCanNotBeTakenBackStopsNoOthers() {
        var one = warehouse.asset(lamp, shelf);
        var two = warehouse.asset(lamp, shelf);
        var event = dock.loading(hall, DAY, List.of(Dock.ofAsset(one), of(lamp, 1)));
        var out = dock.out(event, ThingKind.ASSET, one);
        dock.accepted(out);
        var line = UUID.fromString(
                dock.job(event).path("needs").get(0).path("lineId").asString());
        var moved = List.of(eventkit.availability.Availability.Moved.of(
                line, eventkit.availability.StockKey.product(lamp, hall), one));
        Callers.runAs(Caller.system(), () -> movements.cameBack(event, moved, java.time.Instant.now()));
        dock.walk(dock.event(hall, DAY, List.of(Dock.ofAsset(one))), "CONFIRMED");
        Callers.runAs(Caller.system(), () -> movements.undoCameBack(event, moved));
        var undo = dock.undo(out);
        var answers = dock.send(undo, dock.out(event, ThingKind.ASSET, two));
        assertThat(codes(answers)).as(answers.text()).containsExactly("-not-undoable", "checked-out");
        assertThat(answers.json()
                        .path("answers")
                        .get(0)
                        .path("facts")
                        .path("problem")
                        .asString())
                .isEqualTo("asset-promised");
        assertThat(dock.status(one)).isEqualTo("CHECKED_OUT");
        assertThat(codes(dock.send(undo))).containsExactly("=not-undoable");
    }

    @Test
    void aJobSaysWhichOfTheScansWithoutAnAnswerItHolds() {
        dock.stock(cable, shelf, 8);
        var event = dock.loading(hall, DAY, List.of(of(cable, 8)));
        var out = some(dock.out(event, ThingKind.PRODUCT, cable), 5);
        dock.accepted(out);
        var job = api.get("/scanning/jobs/" + event + "?sent=" + out.get("id") + "&sent=" + UUID.randomUUID())
                .expect(200)
                .json();
        assertThat(job.path("counted")).hasSize(1);
        assertThat(job.path("counted").get(0).asString()).isEqualTo(out.get("id"));
    }

    @Test
    void aCodeIsBoundByScanningFoundByItAndTakenOffAgain() {
        var one = warehouse.asset(lamp, shelf);
        var box = dock.flightCase(shelf, "PER_JOB");
        var bind = bind("https://partner.example/asset/" + UUID.randomUUID(), ThingKind.ASSET, one);
        var ofCase = bind("OLD-" + UUID.randomUUID(), ThingKind.CASE, box);
        dock.accepted(bind, ofCase);
        var read = dock.scan("LOOK_UP", ThingKind.ASSET, one);
        read.remove("thing");
        read.put("code", bind.get("code"));
        var found = dock.send(read).expect(200).json().path("answers").get(0);
        assertThat(found.path("thing").path("id").asString()).isEqualTo(one.toString());
        assertThat(codes(dock.send(bind(String.valueOf(ofCase.get("code")), ThingKind.ASSET, one))))
                .containsExactly("-code-taken");
        dock.accepted(dock.undo(ofCase), bind(String.valueOf(ofCase.get("code")), ThingKind.ASSET, one));
        assertThat(codes(dock.send(
                        company.somebodyWho("SCAN"), List.of(bind("NEW-" + UUID.randomUUID(), ThingKind.CASE, box)))))
                .containsExactly("-permission-gone");
        assertThat(api.get("/assets/" + one + "/history").expect(200).text()).contains("alias-added");
    }

    @Test
    void aPictureOfDamageIsAttachedToTheRepairThatItsScanOpenedAndOnce() throws java.io.IOException {
        var one = warehouse.asset(lamp, shelf);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1)));
        var damaged = dock.in(ThingKind.ASSET, one);
        damaged.put("condition", "DAMAGED");
        var out = dock.out(event, ThingKind.ASSET, one);
        var scanner = company.somebodyWho("SCAN");
        assertThat(codes(dock.send(scanner, List.of(out, damaged)))).containsExactly("checked-out", "damaged");
        var path = "/scans/" + damaged.get("id") + "/photos/" + UUID.randomUUID();
        photo(scanner, path, 204);
        photo(scanner, path, 204);
        photo(api, "/scans/" + damaged.get("id") + "/photos/" + UUID.randomUUID(), 404);
        photo(scanner, "/scans/" + out.get("id") + "/photos/" + UUID.randomUUID(), 404);
        var job = db.fetchSingle("select id from maintenance.job where asset_id = ?", one)
                .get(0, UUID.class);
        var files = api.get("/files?subjectKind=maintenance-job&subjectId=" + job)
                .expect(200)
                .json()
                .path("items");
        assertThat(files).hasSize(1);
        assertThat(files.get(0).path("role").asString()).isEqualTo("PHOTO");
    }

    private static void photo(Api as, String path, int expected) throws java.io.IOException {
        var picture = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(picture, "png", bytes);
        as.upload("PUT", path, "dent.png", "image/png", bytes.toByteArray(), Map.of(), Map.of())
                .expect(expected);
    }

    @Test
    void anAlternativeOfWhatIsLackingIsOfferedAndGoesInItsStead() {
        var other = warehouse.product("SERIALISED", "Other lamp", 1L);
        var one = warehouse.asset(other, shelf);
        dock.assets(lamp, shelf, 2);
        db.execute("insert into catalogue.alternative (product_id, alternative_id) values (?, ?)", lamp, other);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var refused = dock.send(dock.out(event, ThingKind.ASSET, one));
        assertThat(codes(refused)).containsExactly("-not-on-list");
        var offered = refused.json()
                .path("answers")
                .get(0)
                .path("facts")
                .path("insteadOf")
                .get(0);
        assertThat(offered.path("name").asString()).isNotBlank();
        var instead = dock.out(event, ThingKind.ASSET, one);
        instead.put("insteadOf", offered.path("key").asString());
        dock.accepted(instead);
        assertThat(dock.counts(event)).contains("2/0/1/0/0");
        assertThat(dock.job(event).path("alternatives")).hasSize(1);
        dock.accepted(dock.in(ThingKind.ASSET, one));
        assertThat(dock.counts(event)).contains("2/0/0/1/0");
        sound();
    }

    private Map<String, Object> bind(String code, ThingKind kind, UUID id) {
        var scan = dock.scan("BIND", kind, id);
        scan.put("code", code);
        return scan;
    }

    private UUID packed(String kind, int cables) {
        dock.stock(cable, shelf, cables + 8);
        var box = dock.flightCase(shelf, kind);
        var pack = some(dock.scan("PACK", ThingKind.PRODUCT, cable), cables);
        pack.put("action", "IN");
        pack.put("caseId", box);
        dock.accepted(pack);
        return box;
    }

    private int cablesOut(UUID event) {
        return Callers.as(Caller.system(), () -> movements.out(event)).stream()
                .filter(o -> o.stock().equals(eventkit.availability.StockKey.product(cable, hall)))
                .mapToInt(Movements.Out::quantity)
                .sum();
    }

    private static Map<String, Object> some(Map<String, Object> scan, int quantity) {
        scan.put("quantity", quantity);
        return scan;
    }

    private void sound() {
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(Callers.as(Caller.system(), availability::check)).isEmpty();
    }
}

package eventkit.venues;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class VenuesTests {
    private final Company company;
    private final DSLContext db;

    VenuesTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    private Api owner() {
        return company.owner();
    }

    private static Map<String, Object> supply(String name, int phases, int amps) {
        return Map.of(
                "name", name, "connector", "CEE " + amps + " A", "phases", phases, "ampsPerPhase", amps, "volts", 400);
    }

    private static Map<String, Object> point(String name, int kilograms) {
        return Map.of("name", name, "workingLoadLimitKilograms", kilograms, "heightMillimetres", 9_000);
    }

    private static Map<String, Object> room(String name, Object... points) {
        return Map.of(
                "name",
                name,
                "capacity",
                1_200,
                "heightMillimetres",
                9_500,
                "powerSupplies",
                List.of(supply(name + " wall", 3, 63)),
                "riggingPoints",
                List.of(points));
    }

    private Map<String, Object> venue(String name, Object... rooms) {
        var details = new HashMap<String, Object>();
        details.put("name", name);
        details.put("timeZone", "Europe/Berlin");
        details.put("rooms", List.of(rooms));
        return details;
    }

    private Api.Answer made(String name, Object... rooms) {
        return owner().post("/venues", venue(name, rooms)).expect(201);
    }

    private List<String> names(String query) {
        return owner().get("/venues?" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(c -> c.path("name").asString())
                .toList();
    }

    @Test
    void keepsRoomsWithTheirPowerAndTheirPoints() {
        var details = venue("Alte Gießerei", room("Großer Saal", point("P1", 500), point("P2", 1_000)), room("Foyer"));
        details.put("latitude", 52.5074999);
        details.put("longitude", 13.39);
        details.put("loading", "Gate 3, ring twice");
        details.put("doorWidthMillimetres", 2_400);
        details.put("powerSupplies", List.of(supply("Yard", 3, 125)));
        details.put("contacts", List.of(Map.of("name", "Hausmeister Kühn", "preferred", true)));
        var made = owner().post("/venues", details).expect(201);
        var venue = owner().get("/venues/" + made.id()).expect(200).json();
        assertThat(venue.path("latitude").decimalValue()).isEqualByComparingTo("52.5075");
        assertThat(venue.path("powerSupplies").get(0).path("count").asInt()).isEqualTo(1);
        var hall = venue.path("rooms").get(0);
        assertThat(hall.path("name").asString()).isEqualTo("Großer Saal");
        assertThat(hall.path("riggingPoints")
                        .get(1)
                        .path("workingLoadLimitKilograms")
                        .asInt())
                .isEqualTo(1_000);
        assertThat(hall.path("powerSupplies").get(0).path("connector").asString())
                .isEqualTo("CEE 63 A");
        var line = owner().get("/venues?q=giesserei%20saal").expect(200).json().path("total");
        assertThat(line.asInt()).isZero();
        var found = owner().get("/venues?q=gie%C3%9Ferei%20foyer")
                .expect(200)
                .json()
                .path("items");
        assertThat(found.get(0).path("rooms").asInt()).isEqualTo(2);
        assertThat(found.get(0).path("capacity").asInt()).isEqualTo(1_200);
        assertThat(found.get(0).path("riggingPoints").asInt()).isEqualTo(2);
        assertThat(owner().get("/search?q=giesserei").expect(200).text()).contains(made.id());
        assertThat(owner().get("/search?q=foyer").expect(200).text()).contains(made.id());
    }

    @Test
    void whatHasAnIdStaysItselfEvenInAnotherRoom() {
        var made = made("Moving points", room("A", point("P1", 500)), room("B"));
        var json = made.json();
        var a = json.path("rooms").get(0);
        var b = json.path("rooms").get(1);
        var p1 = a.path("riggingPoints").get(0).path("id").asString();
        var kept = Map.of(
                "id",
                b.path("id").asString(),
                "name",
                "B",
                "capacity",
                800,
                "riggingPoints",
                List.of(Map.of("id", p1, "name", "P1", "workingLoadLimitKilograms", 750), point("P9", 250)));
        var changed = owner().patch("/venues/" + made.id(), Map.of("rooms", List.of(kept)), made.etag())
                .expect(200);
        assertThat(changed.json().path("rooms").size()).isEqualTo(1);
        var points = changed.json().path("rooms").get(0).path("riggingPoints");
        assertThat(points.get(0).path("id").asString()).isEqualTo(p1);
        assertThat(points.get(0).path("heightMillimetres").isNull()).isTrue();
        assertThat(points.size()).isEqualTo(2);
        var fields = new ArrayList<String>();
        for (var change : owner().get("/venues/" + made.id() + "/history")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("changes")) fields.add(change.path("field").asString());
        assertThat(fields).contains("rooms", "rooms[B].capacity", "rooms[B].powerSupplies", "rooms[B].riggingPoints");
        assertThat(owner().patch("/venues/" + made.id(), Map.of("name", "x"), made.etag())
                        .refusal(412))
                .isEqualTo("stale");
    }

    @Test
    void theHistoryNamesThePointThatChanged() {
        var made = made("Audited points", room("Hall", point("P1", 500)));
        var hall = made.json().path("rooms").get(0);
        var same = new HashMap<String, Object>();
        same.put("id", hall.path("id").asString());
        same.put("name", "Hall");
        same.put("capacity", 1_200);
        same.put("heightMillimetres", 9_500);
        same.put("powerSupplies", List.of(hall.path("powerSupplies").get(0)));
        same.put(
                "riggingPoints",
                List.of(Map.of(
                        "id",
                        hall.path("riggingPoints").get(0).path("id").asString(),
                        "name",
                        "P1",
                        "workingLoadLimitKilograms",
                        250,
                        "heightMillimetres",
                        9_000)));
        owner().patch("/venues/" + made.id(), Map.of("rooms", List.of(same)), made.etag())
                .expect(200);
        var changes = owner().get("/venues/" + made.id() + "/history")
                .json()
                .path("items")
                .get(0)
                .path("changes");
        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.get(0).path("field").asString())
                .isEqualTo("rooms[Hall].riggingPoints[P1].workingLoadLimitKilograms");
        assertThat(changes.get(0).path("old").asInt()).isEqualTo(500);
        assertThat(changes.get(0).path("now").asInt()).isEqualTo(250);
    }

    @Test
    void refusesWhatMakesNoSense() {
        var other = made("Owner of the point", room("Elsewhere", point("P1", 500)));
        var stolen = other.json()
                .path("rooms")
                .get(0)
                .path("riggingPoints")
                .get(0)
                .path("id")
                .asString();
        var bad = venue(
                " ",
                Map.of(
                        "name",
                        "Hall",
                        "capacity",
                        -1,
                        "powerSupplies",
                        List.of(supply("Two", 2, 0)),
                        "riggingPoints",
                        List.of(
                                Map.of("id", stolen, "name", "P1", "workingLoadLimitKilograms", 0),
                                Map.of("name", "P2", "workingLoadLimitKilograms", 1, "xMillimetres", 5))));
        bad.put("timeZone", "+02:00");
        bad.put("latitude", 91);
        bad.put("country", "ZZ");
        var answer = owner().post("/venues", bad);
        assertThat(answer.refusal(400)).isEqualTo("invalid");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString())
                        .toList())
                .containsExactlyInAnyOrder(
                        "name",
                        "timeZone",
                        "latitude",
                        "longitude",
                        "country",
                        "rooms[0].capacity",
                        "rooms[0].powerSupplies[0].phases",
                        "rooms[0].powerSupplies[0].ampsPerPhase",
                        "rooms[0].riggingPoints[0].id",
                        "rooms[0].riggingPoints[0].workingLoadLimitKilograms",
                        "rooms[0].riggingPoints[1].yMillimetres");
        for (var odd : List.of("1e999999999", "1e-999999999", "0e999999999", "12.34567890123456789012345")) {
            var status = owner().post(
                            "/venues",
                            "{\"name\":\"Odd\",\"timeZone\":\"Europe/Berlin\",\"latitude\":" + odd
                                    + ",\"longitude\":1}")
                    .status();
            assertThat(status).as(odd).isIn(201, 400);
        }
    }

    @Test
    void listsByTextCapacityAndCountry() {
        var small = venue("Listed Club", Map.of("name", "Floor", "capacity", 300));
        small.put("country", "AT");
        small.put("city", "Wien");
        small.put("tags", List.of("Listed"));
        owner().post("/venues", small).expect(201);
        var big = made("Listed Arena", Map.of("name", "Bowl", "capacity", 12_000));
        assertThat(names("q=listed")).containsExactly("Listed Arena", "Listed Club");
        assertThat(names("q=listed&capacity=1000")).containsExactly("Listed Arena");
        assertThat(names("q=wien%20floor")).containsExactly("Listed Club");
        assertThat(names("country=AT&tag=Listed&sort=-city")).containsExactly("Listed Club");
        owner().post("/venues/" + big.id() + "/archive", Map.of()).expect(200);
        assertThat(names("q=listed&archived=false")).containsExactly("Listed Club");
        owner().post("/venues/" + big.id() + "/restore", Map.of()).expect(200);
        assertThat(names("q=listed&archived=false")).hasSize(2);
        assertThat(owner().get("/venues/tags").expect(200).text()).contains("Listed");
        assertThat(owner().get("/venues.csv?q=listed").expect(200).text()).contains("Listed Arena");
    }

    @Test
    void deletesOnlyWhatNothingRefersTo() {
        var free = made("Free to go", room("Hall", point("P1", 500)));
        owner().delete("/venues/" + free.id(), free.etag()).expect(204);
        assertThat(owner().get("/venues/" + free.id()).refusal(404)).isEqualTo("not-found");
        var used = made("Kept by something", room("Hall"));
        db.execute(
                "create table if not exists venues.reference (venue_id uuid references venues.venue, room_id uuid references venues.room (id))");
        try {
            db.execute(
                    "insert into venues.reference values (?::uuid, ?::uuid)",
                    used.id(),
                    used.json().path("rooms").get(0).path("id").asString());
            assertThat(owner().delete("/venues/" + used.id(), used.etag()).refusal(409))
                    .isEqualTo("venue-in-use");
            assertThat(owner().patch("/venues/" + used.id(), Map.of("rooms", List.of()), used.etag())
                            .refusal(409))
                    .isEqualTo("room-in-use");
        } finally {
            db.execute("drop table venues.reference");
        }
    }

    @Test
    void rolesSayWhoSeesAndWhoChanges() {
        var made = made("Seen by most");
        for (var role : List.of("PLANNER", "SALES", "FINANCE", "CREW", "WAREHOUSE", "READ_ONLY"))
            company.somebody(role).get("/venues/" + made.id()).expect(200);
        company.somebody("PLANNER")
                .post("/venues", venue("Planned by a planner"))
                .expect(201);
        assertThat(company.somebody("CREW").post("/venues", venue("x")).refusal(403))
                .isEqualTo("not-permitted");
    }
}

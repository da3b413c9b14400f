package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Period;
import eventkit.planning.EventCopies.Rhythm;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class CopyTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Api api;
    private final Warehouse warehouse;
    private final Planner planner;

    CopyTests(Company company, Warehouse warehouse, Planner planner) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.planner = planner;
    }

    @Test
    void theClockOnTheWallStays() {
        var overAutumn = new Shift(BERLIN, 7);
        assertThat(overAutumn.of(Instant.parse("2027-10-27T06:00:00Z"))).isEqualTo("2027-11-03T07:00:00Z");
        var overSpring = new Shift(BERLIN, 7);
        // 02:30 is missing on 28 March 2027, so it is 03:30 and would end before it began
        var night = new Period(Instant.parse("2027-03-21T01:30:00Z"), Instant.parse("2027-03-21T02:15:00Z"));
        var moved = overSpring.of(night);
        assertThat(moved.from()).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(moved.length()).isEqualTo(night.length());
        assertThat(new Shift(BERLIN, 0).of(night)).isEqualTo(night);
    }

    @Test
    void whatMovesAsAWholeIsToldFromWhatIsLonger() {
        var was = berlin("2027-03-26T10:00", "2027-03-27T22:00");
        var acrossTheClocks = Shift.between(was, berlin("2027-04-02T10:00", "2027-04-03T22:00"), BERLIN);
        assertThat(acrossTheClocks).isEqualTo(new Shift(BERLIN, 7));
        var later = Shift.between(was, berlin("2027-03-26T08:30", "2027-03-27T20:30"), BERLIN);
        assertThat(later).isEqualTo(new Shift(BERLIN, 0, Duration.ofMinutes(-90)));
        var sameDays = Shift.between(was, berlin("2027-03-24T12:00", "2027-03-25T23:00"), BERLIN);
        assertThat(sameDays).isEqualTo(new Shift(BERLIN, -2));
        assertThat(Shift.between(was, berlin("2027-03-26T08:00", "2027-03-27T23:00"), BERLIN))
                .isNull();
        assertThat(Shift.between(was, berlin("2027-03-25T10:00", "2027-03-28T22:00"), BERLIN))
                .isNull();
        assertThat(Shift.between(was, was, BERLIN)).isNull();
    }

    private static Period berlin(String from, String to) {
        return new Period(
                LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                LocalDateTime.parse(to).atZone(BERLIN).toInstant());
    }

    @Test
    void seriesKeepToTheDayOfTheMonth() {
        assertThat(Shift.days(LocalDate.of(2028, 1, 31), Rhythm.MONTHLY, 1, 4, null, 200))
                .containsExactly(
                        LocalDate.of(2028, 1, 31),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2028, 3, 31),
                        LocalDate.of(2028, 4, 30));
        assertThat(Shift.days(LocalDate.of(2027, 6, 1), Rhythm.WEEKLY, 2, null, LocalDate.of(2027, 6, 29), 200))
                .hasSize(3);
        assertThat(Shift.days(LocalDate.of(2027, 6, 1), Rhythm.WEEKLY, 1, null, LocalDate.of(2199, 1, 1), 200))
                .hasSize(201);
    }

    /** With a list of two groups, accessories of a kind, a checklist with something done, and an option. */
    private UUID furnished() {
        var block = Map.of("kind", "SETUP", "from", "2027-10-27T06:00:00Z", "to", "2027-10-27T16:00:00Z");
        var id = UUID.fromString(planner.create(Map.of(
                        "clientId", planner.client(),
                        "from", "2027-10-27T06:00:00Z",
                        "to", "2027-10-29T20:00:00Z",
                        "timeZone", "Europe/Berlin",
                        "blocks", List.of(block)))
                .expect(201)
                .id());
        var list = planner.mainList(id);
        var times = Map.of("from", "2027-10-28T10:00:00Z", "to", "2027-10-28T12:00:00Z");
        var grouped = api.send(
                        "POST",
                        "/pull-lists/" + list + "/groups",
                        Map.of("name", "Audio", "times", times),
                        Map.of("If-Match", "*"))
                .expect(200);
        var group = grouped.json().path("groups").get(0).path("id").asString();
        planner.ladder(id);
        var wanted = Map.of("kind", "PRODUCT", "productId", warehouse.cable(), "quantity", 7);
        planner.add(list, Map.of("groupId", group, "lines", List.of(wanted))).expect(200);
        var items = List.of(Map.of("text", "Permit", "dueAt", "2027-10-20T08:00:00Z"));
        var checklist = api.post("/events/" + id + "/checklists", Map.of("name", "Before", "items", items))
                .expect(201);
        var permit = checklist.json().path("items").get(0).path("id").asString();
        api.post("/events/" + id + "/checklists/" + checklist.id() + "/items/" + permit + "/tick", Map.of("done", true))
                .expect(200);
        api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        planner.walk(id, Phase.QUOTED);
        return id;
    }

    @Test
    void aCopyIsAnEnquiryWithEverythingMoved() {
        var id = furnished();
        var copy = api.post("/events/" + id + "/copies", Map.of("startsOn", "2027-11-03", "name", "Again"))
                .expect(201)
                .json();
        assertThat(copy.path("phase").asString()).isEqualTo("ENQUIRY");
        assertThat(copy.path("optionedUntil").isNull()).isTrue();
        assertThat(copy.path("from").asString()).isEqualTo("2027-11-03T07:00:00Z");
        assertThat(copy.path("to").asString()).isEqualTo("2027-11-05T21:00:00Z");
        assertThat(copy.path("blocks").get(0).path("from").asString()).isEqualTo("2027-11-03T07:00:00Z");
        assertThat(copy.path("number").asString())
                .isNotEqualTo(planner.get(id).path("number").asString());
        var copied = UUID.fromString(copy.path("id").asString());
        var list = planner.mainList(copied);
        assertThat(texts(planner.lines(list), "quantity")).containsExactly("1", "7");
        var groups = api.get("/pull-lists/" + list).expect(200).json().path("groups");
        assertThat(groups.get(0).path("times").path("from").asString()).isEqualTo("2027-11-04T11:00:00Z");
        var checklist = api.get("/events/" + copied + "/checklists")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(checklist.path("items").get(0).path("doneAt").isNull()).isTrue();
        assertThat(checklist.path("items").get(0).path("dueAt").asString()).isEqualTo("2027-10-27T08:00:00Z");
        var bare = api.post("/events/" + id + "/copies", Map.of("days", 1, "pullLists", false, "checklists", false))
                .expect(201);
        assertThat(planner.lines(planner.mainList(UUID.fromString(bare.id()))).size())
                .isZero();
    }

    @Test
    void whatIsDueMovesWithItsEvent() {
        var id = furnished();
        var lists = "/events/" + id + "/checklists";
        var before = api.get(lists).json().path("items").get(0);
        var later = Map.of("from", "2027-11-03T07:00:00Z", "to", "2027-11-05T21:00:00Z", "blocks", List.of());
        api.patch("/events/" + id, later, "*").expect(200);
        var after = api.get(lists).json().path("items").get(0);
        var permit = after.path("items").get(0);
        assertThat(permit.path("dueAt").asString())
                .as("at the same time on the wall, before and after the clocks go back")
                .isEqualTo("2027-10-27T08:00:00Z");
        assertThat(permit.path("id")).isEqualTo(before.path("items").get(0).path("id"));
        assertThat(permit.path("doneAt").isNull()).isFalse();
        assertThat(after.path("version").asLong())
                .isEqualTo(before.path("version").asLong() + 1);
        var history = api.get("/events/" + id + "/history").expect(200).json().path("items");
        assertThat(texts(history, "action")).contains("due-dates-moved");

        api.patch("/events/" + id, Map.of("to", "2027-11-07T21:00:00Z"), "*").expect(200);
        assertThat(api.get(lists).json().path("items").get(0))
                .as("longer is not moved")
                .isEqualTo(after);
    }

    @Test
    void templatesAreMadeFromEventsAndEventsFromTemplates() {
        var id = furnished();
        var template = api.post("/events/" + id + "/copies", Map.of("template", true, "name", "Gala template"))
                .expect(201);
        assertThat(template.json().path("number").isNull()).isTrue();
        var listed = api.get("/events?template=true&q=Gala").expect(200).json().path("items");
        assertThat(texts(listed, "id")).contains(template.id());
        var changed = api.patch("/events/" + template.id(), Map.of("notes", "Always bring tape"), template.etag());
        changed.expect(200);
        var made = api.post("/events/" + template.id() + "/copies", Map.of("startsOn", "2028-02-29", "name", "Gala 28"))
                .expect(201)
                .json();
        assertThat(made.path("template").asBoolean()).isFalse();
        assertThat(made.path("notes").asString()).isEqualTo("Always bring tape");
        assertThat(made.path("from").asString()).isEqualTo("2028-02-29T07:00:00Z");
        var series =
                api.post("/events/" + template.id() + "/series", Map.of("rhythm", "WEEKLY", "every", 1, "count", 2));
        assertThat(series.refusal(409)).isEqualTo("event-is-template");
    }

    @Test
    void aSeriesIsMadeAtOnce() {
        var id = furnished();
        var made = api.post("/events/" + id + "/series", Map.of("rhythm", "WEEKLY", "every", 1, "count", 4))
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(made, "from"))
                .containsExactly(
                        "2027-10-27T06:00:00Z", "2027-11-03T07:00:00Z", "2027-11-10T07:00:00Z", "2027-11-17T07:00:00Z");
        var seriesId = made.get(0).path("seriesId").asString();
        var listed = api.get("/events?series=" + seriesId).expect(200).json();
        assertThat(listed.path("total").asInt()).isEqualTo(4);
        var endless =
                api.post("/events/" + id + "/series", Map.of("rhythm", "WEEKLY", "every", 1, "until", "2190-01-01"));
        assertThat(endless.refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/events?series=" + seriesId).json().path("total").asInt())
                .isEqualTo(4);
        var none =
                api.post("/events/" + id + "/series", Map.of("rhythm", "MONTHLY", "every", 1, "until", "2027-10-28"));
        assertThat(none.refusal(400)).isEqualTo("invalid");
        var many = api.post("/events/" + id + "/series", Map.of("rhythm", "MONTHLY", "every", 1, "count", 201));
        assertThat(many.refusal(400)).isEqualTo("invalid");
    }

    @Test
    void copiesStayInThisMillennium() {
        var id = planner.event();
        var late = api.post("/events/" + id + "/copies", Map.of("startsOn", "2199-12-30"));
        assertThat(late.refusal(400)).isEqualTo("invalid");
        var both = api.post("/events/" + id + "/copies", Map.of("startsOn", "2028-01-01", "days", 3));
        assertThat(both.refusal(400)).isEqualTo("invalid");
    }
}

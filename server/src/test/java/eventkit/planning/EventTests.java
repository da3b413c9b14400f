package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class EventTests {
    private final Api api;
    private final Company company;
    private final Planner planner;

    EventTests(Company company, Planner planner) {
        this.api = company.owner();
        this.company = company;
        this.planner = planner;
    }

    @Test
    void entersAnEventWithEverythingInIt() {
        var project = api.post("/projects", Map.of("name", "Big Tour", "kind", "TOUR", "colour", "#3366CC"))
                .expect(201);
        var venue = planner.venue();
        var room = planner.room(venue);
        var made = planner.create(Map.ofEntries(
                        Map.entry("projectId", project.id()),
                        Map.entry("clientId", planner.client()),
                        Map.entry("venueId", venue),
                        Map.entry("roomId", room),
                        Map.entry("plannerId", planner.me()),
                        Map.entry("tags", List.of("open air", "Audio", "audio")),
                        Map.entry("timeZone", "Europe/Lisbon"),
                        Map.entry("custom", Map.of("rider", "yes", "trucks", 3)),
                        Map.entry("value", Map.of("amountMinor", 1_250_000, "currency", "EUR")),
                        Map.entry("probabilityPercent", 60),
                        Map.entry(
                                "occupancy",
                                Map.of(
                                        "prepMinutes", 600,
                                        "transitBeforeMinutes", 120,
                                        "transitAfterMinutes", 120,
                                        "turnaroundMinutes", 240)),
                        Map.entry(
                                "blocks",
                                List.of(
                                        block("SHOW", "2027-06-02T16:00:00Z", "2027-06-02T22:00:00Z", "Main stage"),
                                        block("SETUP", "2027-06-01T08:00:00Z", "2027-06-01T20:00:00Z", "Main stage")))))
                .expect(201)
                .json();
        assertThat(made.path("number").asString()).matches("E-\\d{4}");
        assertThat(made.path("phase").asString()).isEqualTo("ENQUIRY");
        assertThat(made.path("typeName").asString()).isEqualTo("Standard");
        assertThat(made.path("colour").asString()).isEqualTo("#3366cc");
        assertThat(made.path("occupiedFrom").asString()).isEqualTo("2027-05-31T20:00:00Z");
        assertThat(made.path("occupiedTo").asString()).isEqualTo("2027-06-04T04:00:00Z");
        assertThat(texts(made.path("blocks"), "kind")).containsExactly("SETUP", "SHOW");
        assertThat(made.path("tags").size()).isEqualTo(2);
        assertThat(made.path("custom").path("trucks").asInt()).isEqualTo(3);
        assertThat(planner.mainList(UUID.fromString(made.path("id").asString())))
                .isNotNull();
        var found = api.get("/search?q=" + made.path("number").asString())
                .expect(200)
                .text();
        assertThat(found).contains(made.path("name").asString());
        var counted = api.get("/projects/" + project.id()).expect(200).json();
        assertThat(counted.path("events").asInt()).isEqualTo(1);
        assertThat(counted.path("firstAt").asString()).isEqualTo("2027-06-01T08:00:00Z");
        var kept = api.delete("/projects/" + project.id(), project.etag());
        assertThat(kept.refusal(409)).isEqualTo("project-has-events");
    }

    private static Map<String, Object> block(String kind, String from, String to, String stage) {
        return Map.of("kind", kind, "from", from, "to", to, "stage", stage);
    }

    @Test
    void namesEverythingThatIsWrong() {
        var refused = planner.create(Map.of(
                "from", "2027-06-03T22:00:00Z",
                "to", "2027-06-03T22:00:00Z",
                "timeZone", "Europe/Atlantis",
                "probabilityPercent", 101,
                "blocks", List.of(block("SETUP", "2030-06-01T08:00:00Z", "2030-06-01T07:00:00Z", "A"))));
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(texts(refused.json().path("errors"), "field"))
                .contains("to", "timeZone", "probabilityPercent", "blocks[0].to", "blocks[0]");
        var century = planner.create(Map.of("to", "2127-06-03T22:00:00Z"));
        assertThat(century.refusal(400)).isEqualTo("invalid");
        for (var year : List.of("1950", "2080")) {
            var beyond = planner.create(Map.of("from", year + "-06-01T08:00:00Z", "to", year + "-06-02T08:00:00Z"));
            assertThat(beyond.refusal(400)).isEqualTo("invalid");
            assertThat(texts(beyond.json().path("errors"), "code")).containsExactly("out-of-reach");
        }
        var huge = planner.create(Map.of("custom", Map.of("Budget", new BigDecimal("1e400"))));
        assertThat(huge.refusal(400)).isEqualTo("invalid");
        var strange = planner.create(Map.of(
                "clientId", UUID.randomUUID(), "venueId", planner.venue(), "roomId", planner.room(planner.venue())));
        assertThat(texts(strange.json().path("errors"), "field")).containsExactlyInAnyOrder("clientId", "roomId");
    }

    @Test
    void changesFieldByFieldAndKeepsBlocks() {
        var id = planner.event();
        var etag = planner.etag(id);
        var block = block("SETUP", "2027-06-01T08:00:00Z", "2027-06-01T20:00:00Z", "A");
        var changed = api.patch("/events/" + id, Map.of("blocks", List.of(block), "notes", "Bring rain covers"), etag)
                .expect(200);
        var blockId = changed.json().path("blocks").get(0).path("id").asString();
        assertThat(api.patch("/events/" + id, Map.of("name", "Other"), etag).refusal(412))
                .isEqualTo("stale");
        var again = api.patch("/events/" + id, Map.of("name", "Renamed"), changed.etag())
                .expect(200)
                .json();
        assertThat(again.path("blocks").get(0).path("id").asString()).isEqualTo(blockId);
        var history = api.get("/events/" + id + "/history").expect(200).json().path("items");
        assertThat(texts(history.get(0).path("changes"), "field")).containsExactly("name");
        assertThat(texts(history.get(1).path("changes"), "field")).containsExactlyInAnyOrder("blocks", "notes");
    }

    @Test
    void removesOnlyWhatIsAnEnquiry() {
        var id = planner.event();
        planner.walk(id, Phase.QUOTED);
        assertThat(api.delete("/events/" + id, "*").refusal(409)).isEqualTo("event-not-removable");
        planner.walk(id, Phase.ENQUIRY);
        api.delete("/events/" + id, "*").expect(204);
        assertThat(api.get("/events/" + id).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void theCalendarShowsWhatOccupiesAnythingInBetween() {
        var client = planner.client();
        var id = planner.create(Map.of(
                        "clientId",
                        client,
                        "from",
                        "2031-03-10T08:00:00Z",
                        "to",
                        "2031-03-10T20:00:00Z",
                        "occupancy",
                        Map.of(
                                "prepMinutes", 60,
                                "transitBeforeMinutes", 0,
                                "transitAfterMinutes", 0,
                                "turnaroundMinutes", 0)))
                .expect(201)
                .id();
        assertThat(shown(client, "2031-03-10T06:00:00Z", "2031-03-10T07:00:00Z"))
                .isEmpty();
        assertThat(shown(client, "2031-03-10T06:00:00Z", "2031-03-10T07:00:01Z"))
                .containsExactly(id);
        assertThat(shown(client, "2031-03-10T19:59:59Z", "2031-03-11T00:00:00Z"))
                .containsExactly(id);
        assertThat(shown(client, "2031-03-10T20:00:00Z", "2031-03-11T00:00:00Z"))
                .isEmpty();
    }

    private List<String> shown(UUID client, String from, String to) {
        var calendar = api.get("/events/calendar?from=" + from + "&to=" + to + "&client=" + client);
        return texts(calendar.expect(200).json().path("entries"), "id");
    }

    @Test
    void listsFilterAndSort() {
        var client = planner.client();
        var first = planner.create(Map.of("clientId", client, "tags", List.of("gala")))
                .expect(201)
                .id();
        var second = planner.create(Map.of("clientId", client, "plannerId", planner.me()))
                .expect(201)
                .id();
        planner.walk(UUID.fromString(second), Phase.CONFIRMED);
        assertThat(ids("client=" + client + "&sort=-number")).containsExactly(second, first);
        assertThat(ids("client=" + client + "&phase=CONFIRMED")).containsExactly(second);
        assertThat(ids("client=" + client + "&tag=gala")).containsExactly(first);
        assertThat(ids("client=" + client + "&template=true")).isEmpty();
    }

    private List<String> ids(String query) {
        return texts(api.get("/events?" + query).expect(200).json().path("items"), "id");
    }

    @Test
    void numbersRunByThePrefixOfTheSettings() {
        var before = api.get("/events/settings").expect(200);
        var changed = Map.of(
                "events", Map.of("prefix", "JOB-", "width", 5, "next", 70_000),
                "projects", Map.of("prefix", "P-", "width", 3, "next", 500),
                "occupancy",
                        Map.of(
                                "prepMinutes", 30,
                                "transitBeforeMinutes", 15,
                                "transitAfterMinutes", 15,
                                "turnaroundMinutes", 45));
        var after = api.put("/events/settings", changed, before.etag()).expect(200);
        var made = planner.create(Map.of()).expect(201).json();
        assertThat(made.path("number").asString()).isEqualTo("JOB-70000");
        assertThat(made.path("occupancy").path("turnaroundMinutes").asInt()).isEqualTo(45);
        var restored = Map.of(
                "events", before.json().path("events"),
                "projects", before.json().path("projects"),
                "occupancy", before.json().path("occupancy"));
        api.put("/events/settings", restored, after.etag()).expect(200);
        assertThat(company.somebody("SALES")
                        .put("/events/settings", changed, "*")
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void typesHaveWorkflowsOfTheirOwn() {
        var name = "Concert " + Warehouse.running();
        var workflow = List.of(
                Map.of("name", "Asked", "phase", "ENQUIRY"),
                Map.of("name", "Offer out", "phase", "QUOTED"),
                Map.of("name", "Verbal yes", "phase", "QUOTED"),
                Map.of("name", "Signed", "phase", "CONFIRMED"));
        var type = api.post("/event-types", Map.of("name", name, "workflow", workflow))
                .expect(201);
        assertThat(api.post("/event-types", Map.of("name", name)).refusal(409)).isEqualTo("event-type-name-taken");
        var disorder = api.post("/event-types", Map.of("name", name + "x", "workflow", workflow.reversed()));
        assertThat(disorder.refusal(400)).isEqualTo("invalid");
        var id = planner.create(Map.of("typeId", type.id(), "clientId", planner.client()))
                .expect(201)
                .id();
        assertThat(planner.get(UUID.fromString(id)).path("ownPhaseName").asString())
                .isEqualTo("Asked");
        assertThat(texts(api.get("/events/" + id + "/phase").expect(200).json().path("ownPhases"), "name"))
                .containsExactly("Asked", "Offer out", "Verbal yes", "Signed");
        var quoted = planner.to(UUID.fromString(id), Phase.QUOTED).expect(200).json();
        assertThat(quoted.path("ownPhaseName").asString()).isEqualTo("Offer out");
        var verbal = type.json().path("workflow").get(2).path("id").asString();
        var further = api.post("/events/" + id + "/phase", Map.of("ownPhaseId", verbal))
                .expect(200)
                .json();
        assertThat(further.path("ownPhaseName").asString()).isEqualTo("Verbal yes");
        assertThat(further.path("phase").asString()).isEqualTo("QUOTED");
        assertThat(api.delete("/event-types/" + type.id(), type.etag()).refusal(409))
                .isEqualTo("event-type-in-use");
        var fair = api.post(
                        "/event-types",
                        Map.of(
                                "name",
                                name + " fair",
                                "workflow",
                                List.of(Map.of("name", "Stand offered", "phase", "QUOTED"))))
                .expect(201)
                .id();
        assertThat(retyped(id, fair)).as("the words of its new type").isEqualTo("Stand offered");
        assertThat(retyped(id, type.id())).isEqualTo("Offer out");
        var shorter = api.patch(
                        "/event-types/" + type.id(),
                        Map.of("workflow", List.of(type.json().path("workflow").get(0))),
                        type.etag())
                .expect(200);
        assertThat(shorter.json().path("workflow").size()).isEqualTo(1);
        assertThat(planner.get(UUID.fromString(id)).path("ownPhaseId").isNull()).isTrue();
    }

    private String retyped(String event, String type) {
        return api.patch("/events/" + event, Map.of("typeId", type), "*")
                .expect(200)
                .json()
                .path("ownPhaseName")
                .asString();
    }

    @Test
    void staysCancelledSinceItWas() {
        var workflow = List.of(
                Map.of("name", "Lost", "phase", "CANCELLED"), Map.of("name", "Rained off", "phase", "CANCELLED"));
        var type = api.post("/event-types", Map.of("name", "Fair " + Warehouse.running(), "workflow", workflow))
                .expect(201);
        var id = planner.create(Map.of("typeId", type.id())).expect(201).id();
        var cancelled = api.post("/events/" + id + "/phase", Map.of("phase", "CANCELLED", "reason", "Rain"))
                .expect(200)
                .json();
        var rain = type.json().path("workflow").get(1).path("id").asString();
        var renamed = api.post("/events/" + id + "/phase", Map.of("ownPhaseId", rain))
                .expect(200)
                .json();
        assertThat(renamed.path("ownPhaseName").asString()).isEqualTo("Rained off");
        assertThat(renamed.path("cancelledAt")).isEqualTo(cancelled.path("cancelledAt"));
    }

    @Test
    void oneTypeIsTheStandard() {
        var standard = api.get("/event-types").expect(200).json().path("items").get(0);
        assertThat(standard.path("standard").asBoolean()).isTrue();
        var address = "/event-types/" + standard.path("id").asString();
        assertThat(api.post(address + "/archival", null).refusal(409)).isEqualTo("event-type-standard");
        var other = api.post("/event-types", Map.of("name", "Gala " + Warehouse.running()))
                .expect(201);
        api.post("/event-types/" + other.id() + "/standard", null).expect(200);
        var stale = api.patch(
                address,
                Map.of("colour", "#112233"),
                "\"" + standard.path("version").asLong() + "\"");
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.json().path("facts").path("changes")).isNotEmpty();
        assertThat(planner.create(Map.of()).expect(201).json().path("typeId").asString())
                .isEqualTo(other.id());
        api.post(address + "/standard", null).expect(200);
        api.post("/event-types/" + other.id() + "/archival", null).expect(200);
        var standards = api.get("/event-types").expect(200).text();
        assertThat(standards).containsOnlyOnce("\"standard\":true");
    }

    @Test
    void aCalendarBeyondWhatCanBeCountedSaysSo() {
        for (var day : List.of("2067-02-01", "2100-01-01", "2500-01-01")) {
            var refused = api.get("/events/calendar?from=2066-12-31T00:00:00Z&to=" + day + "T00:00:00Z");
            assertThat(refused.refusal(400)).isEqualTo("invalid");
            var why = refused.json().path("errors").get(0);
            assertThat(why.path("field").asString()).isEqualTo("to");
            assertThat(why.path("code").asString()).isEqualTo("out-of-reach");
        }
    }

    @Test
    void checklistsKeepWhatIsDone() {
        var id = planner.event();
        var items = List.of(
                Map.of("text", "Book the crane", "dueAt", "2027-05-01T10:00:00Z"), Map.of("text", "Send the rider"));
        var list = api.post("/events/" + id + "/checklists", Map.of("name", "Before", "items", items))
                .expect(201);
        var crane = list.json().path("items").get(0).path("id").asString();
        var address = "/events/" + id + "/checklists/" + list.id();
        var reader = company.somebody("CREW");
        var ticked = reader.post(address + "/items/" + crane + "/tick", Map.of("done", true))
                .expect(200);
        assertThat(ticked.json().path("items").get(0).path("doneByName").asString())
                .isEqualTo("Somebody");
        var stale = api.put(address, Map.of("name", "Before", "items", List.of()), list.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        var changed = stale.json().path("facts").path("changes");
        assertThat(texts(changed, "field")).as("what happened since").containsExactly("Book the crane");
        assertThat(changed.get(0).path("now").asBoolean()).isTrue();
        var replaced = api.put(
                        address,
                        Map.of(
                                "name",
                                "Beforehand",
                                "items",
                                List.of(Map.of("text", "Permit"), Map.of("id", crane, "text", "Book the crane"))),
                        ticked.etag())
                .expect(200);
        assertThat(replaced.json().path("items").get(1).path("doneAt").isNull()).isFalse();
        assertThat(replaced.json().path("items").get(0).path("doneAt").isNull()).isTrue();
        var actions =
                texts(api.get("/events/" + id + "/history").expect(200).json().path("items"), "action");
        assertThat(actions).contains("checklist-added", "ticked", "checklist-changed");
        var later = api.put(address, Map.of("name", "Later", "items", List.of()), ticked.etag());
        assertThat(texts(later.json().path("facts").path("changes"), "field")).containsExactly("name", "tasks");
        api.delete(address, replaced.etag()).expect(204);
        var history = api.get("/events/" + id + "/history").expect(200).json().path("items");
        assertThat(texts(history, "action"))
                .as("of a list that is gone, too")
                .contains("checklist-removed", "checklist-added", "ticked", "created");
        assertThat(texts(history, "entity")).contains("event", "checklist");
        assertThat(api.put(address, Map.of("name", "Again", "items", List.of()), "*")
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(api.get("/events/" + id + "/checklists")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void filesAreAttachedToEvents() {
        var id = planner.event();
        api.upload(
                        "/files",
                        "rider.txt",
                        "text/plain",
                        "No brown ones".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Map.of("subjectKind", "event", "subjectId", id.toString(), "role", "DOCUMENT"))
                .expect(201);
        var files = api.get("/files?subjectKind=event&subjectId=" + id)
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(files, "name")).containsExactly("rider.txt");
    }

    @Test
    void projectsAreArchivedAndRestored() {
        var made = api.post("/projects", Map.of("name", "Old series", "kind", "SERIES"))
                .expect(201);
        assertThat(made.json().path("number").asString()).startsWith("P-");
        var archived = api.post("/projects/" + made.id() + "/archival", null)
                .expect(200)
                .json();
        assertThat(archived.path("archivedAt").isNull()).isFalse();
        var gone = api.get("/projects?q=" + made.json().path("number").asString())
                .expect(200)
                .json();
        assertThat(gone.path("total").asInt()).isZero();
        var back = api.post("/projects/" + made.id() + "/restoration", null).expect(200);
        var changed = api.patch("/projects/" + made.id(), Map.of("colour", "red"), back.etag());
        assertThat(changed.refusal(400)).isEqualTo("invalid");
        api.delete("/projects/" + made.id(), back.etag()).expect(204);
    }

    @Test
    void whatEventsPointToIsKept() {
        var client = planner.client();
        var venue = planner.venue();
        planner.create(Map.of("clientId", client, "venueId", venue)).expect(201);
        assertThat(api.delete("/clients/" + client, "*").refusal(409)).isEqualTo("client-in-use");
        assertThat(api.delete("/venues/" + venue, "*").refusal(409)).isEqualTo("venue-in-use");
    }

    @Test
    void offersTheTagsThatAreInUse() {
        planner.create(Map.of("tags", List.of("open air", "charity"))).expect(201);
        planner.create(Map.of("tags", List.of("charity"))).expect(201);
        assertThat(api.get("/events/tags")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(tag -> tag.asString()))
                .containsSequence("charity", "open air");
    }
}

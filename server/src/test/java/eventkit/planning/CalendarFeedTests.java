package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ServerTest
class CalendarFeedTests {
    private final Api api;
    private final Api program;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final DSLContext db;

    CalendarFeedTests(Company company, Warehouse warehouse, Planner planner, DSLContext db) {
        this.api = company.owner();
        this.program = company.nobody();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.db = db;
    }

    private static Answer make(Api by, String scope, @Nullable UUID subject) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("name", "My calendar");
        body.put("scope", scope);
        body.put("subjectId", subject);
        return by.post("/calendar-feeds", body);
    }

    /** The path of its secret address. */
    private static String feed(Api by, String scope, @Nullable UUID subject) {
        var url = make(by, scope, subject).expect(201).json().path("url").asString();
        assertThat(url).matches("http://127\\.0\\.0\\.1:[0-9]+/api/v1/calendars/[A-Za-z0-9_-]{43}\\.ics");
        return url.substring(url.indexOf("/api/"));
    }

    private List<VEvent> read(String path) {
        return ParsedCalendar.events(program.get(path).expect(200).text());
    }

    private static VEvent find(List<VEvent> events, Object uid) {
        return events.stream()
                .filter(e -> ParsedCalendar.value(e, Property.UID).equals(uid.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(uid + " is not in " + events));
    }

    private UUID stage() {
        return UUID.fromString(planner.create(Map.of(
                        "clientId",
                        planner.client(),
                        "plannerId",
                        planner.me(),
                        "venueId",
                        planner.venue(),
                        "timeZone",
                        "Europe/Berlin",
                        "blocks",
                        List.of(
                                Map.of(
                                        "kind",
                                        "SETUP",
                                        "stage",
                                        "Stage A",
                                        "from",
                                        "2027-06-01T08:00:00Z",
                                        "to",
                                        "2027-06-01T16:00:00Z",
                                        "note",
                                        "Gate 3"),
                                Map.of("kind", "SHOW", "from", "2027-06-02T18:00:00Z", "to", "2027-06-02T22:00:00Z"))))
                .expect(201)
                .id());
    }

    @Test
    void anEventAndItsBlocksAreEntriesOfTheirOwn() {
        var id = stage();
        var path = feed(api, "EVENT", id);
        var answer = program.get(path).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).contains("\r\nX-WR-CALNAME:My calendar\r\n");
        var events = ParsedCalendar.events(answer.text());
        assertThat(events).hasSize(3);
        var whole = find(events, id);
        assertThat(ParsedCalendar.start(whole)).isEqualTo(Instant.parse("2027-06-01T08:00:00Z"));
        assertThat(ParsedCalendar.value(whole, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(ParsedCalendar.value(whole, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(ParsedCalendar.value(whole, Property.SUMMARY)).endsWith("(Enquiry)");
        assertThat(ParsedCalendar.value(whole, Property.LOCATION)).startsWith("Venue");
        assertThat(ParsedCalendar.value(whole, Property.DESCRIPTION)).contains("Client: Client", "Planner: Ana Ruiz");
        assertThat(ParsedCalendar.value(whole, Property.URL)).endsWith("/events/" + id);
        var blocks = planner.get(id).path("blocks");
        var setup = find(events, blocks.get(0).path("id").asString());
        assertThat(ParsedCalendar.value(setup, Property.SUMMARY)).startsWith("Set-up · Stage A · Summer Stage");
        assertThat(ParsedCalendar.value(setup, Property.DESCRIPTION)).startsWith("Gate 3\n");
        assertThat(ParsedCalendar.value(setup, Property.RELATED_TO)).isEqualTo(id.toString());
        assertThat(ParsedCalendar.end(setup)).isEqualTo(Instant.parse("2027-06-01T16:00:00Z"));
        var show = find(events, blocks.get(1).path("id").asString());
        assertThat(ParsedCalendar.value(show, Property.SUMMARY)).startsWith("Show · Summer Stage");
    }

    @Test
    void whatChangesKeepsItsUidAndRaisesItsSequence() {
        var id = stage();
        var path = feed(api, "EVENT", id);
        var before = find(read(path), id);
        api.patch("/events/" + id, Map.of("to", "2027-06-05T22:00:00Z"), "*").expect(200);
        planner.walk(id, Phase.CONFIRMED);
        var after = find(read(path), id);
        assertThat(Integer.parseInt(ParsedCalendar.value(after, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(ParsedCalendar.value(before, Property.SEQUENCE)));
        assertThat(ParsedCalendar.end(after)).isEqualTo(Instant.parse("2027-06-05T22:00:00Z"));
        assertThat(ParsedCalendar.value(after, Property.STATUS)).isEqualTo("CONFIRMED");
        api.post("/events/" + id + "/phase", Map.of("phase", "CANCELLED", "reason", "Rain"))
                .expect(200);
        var cancelled = find(read(path), id);
        assertThat(ParsedCalendar.value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(ParsedCalendar.value(cancelled, Property.SUMMARY)).endsWith("(Cancelled)");
    }

    @Test
    void optionsAreTentative() {
        var id = planner.event();
        api.post("/events/" + id + "/option", Map.of("until", "2199-01-01T00:00:00Z"))
                .expect(200);
        var event = find(read(feed(api, "EVENT", id)), id);
        assertThat(ParsedCalendar.value(event, Property.SUMMARY)).endsWith("(Option)");
        assertThat(ParsedCalendar.value(event, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(ParsedCalendar.value(event, Property.DESCRIPTION)).contains("Option until: ");
    }

    @Test
    void everyScopeShowsItsOwn() {
        var mine = planner.event();
        var others = UUID.fromString(planner.create(Map.of()).expect(201).id());
        assertThat(uids(feed(api, "MINE", null))).contains(mine.toString()).doesNotContain(others.toString());
        assertThat(uids(feed(api, "COMPANY", null))).contains(mine.toString(), others.toString());
        var project = UUID.fromString(api.post("/projects", Map.of("name", "Tour", "kind", "TOUR"))
                .expect(201)
                .id());
        var venue = planner.venue();
        var placed = UUID.fromString(planner.create(Map.of("projectId", project, "venueId", venue))
                .expect(201)
                .id());
        assertThat(uids(feed(api, "PROJECT", project))).containsExactly(placed.toString());
        assertThat(uids(feed(api, "VENUE", venue))).containsExactly(placed.toString());
    }

    @Test
    void aWarehouseShowsWhatIsPreparedThere() {
        var hall = warehouse.hall();
        var id = UUID.fromString(planner.create(Map.of(
                        "warehouseId",
                        hall,
                        "occupancy",
                        Map.of(
                                "prepMinutes", 60,
                                "transitBeforeMinutes", 30,
                                "transitAfterMinutes", 0,
                                "turnaroundMinutes", 120)))
                .expect(201)
                .id());
        var events = read(feed(api, "WAREHOUSE", hall));
        assertThat(events).hasSize(1);
        assertThat(ParsedCalendar.value(events.getFirst(), Property.URL)).endsWith("/events/" + id);
        assertThat(ParsedCalendar.start(events.getFirst())).isEqualTo(Instant.parse("2027-06-01T06:30:00Z"));
        assertThat(ParsedCalendar.end(events.getFirst())).isEqualTo(Instant.parse("2027-06-04T00:00:00Z"));
    }

    private List<String> uids(String path) {
        var result = new ArrayList<String>();
        for (var event : read(path)) result.add(ParsedCalendar.value(event, Property.UID));
        return result;
    }

    @Test
    void aProductShowsWhenItIsTaken() {
        var lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        var id = UUID.fromString(planner.create(Map.of(
                        "occupancy",
                        Map.of(
                                "prepMinutes",
                                60,
                                "transitBeforeMinutes",
                                30,
                                "transitAfterMinutes",
                                0,
                                "turnaroundMinutes",
                                120)))
                .expect(201)
                .id());
        var list = planner.mainList(id);
        var line = planner.product(list, lamp, 4);
        var kit = planner.kit(lamp, 2);
        var kitLine = planner.line(
                list,
                Map.of(
                        "kind",
                        "KIT",
                        "kitId",
                        kit,
                        "quantity",
                        2,
                        "times",
                        Map.of("from", "2027-06-02T08:00:00Z", "to", "2027-06-02T20:00:00Z")));
        var asset = warehouse.asset(lamp, warehouse.hall());
        var assetLine = planner.line(list, Map.of("kind", "ASSET", "assetId", asset));
        planner.product(list, warehouse.cable(), 1);
        var events = read(feed(api, "PRODUCT", lamp));
        assertThat(events).hasSize(3);
        var taken = find(events, line);
        assertThat(ParsedCalendar.value(taken, Property.SUMMARY))
                .startsWith("4 × Lamp")
                .contains(" · Summer Stage");
        assertThat(ParsedCalendar.start(taken)).isEqualTo(Instant.parse("2027-06-01T06:30:00Z"));
        assertThat(ParsedCalendar.end(taken)).isEqualTo(Instant.parse("2027-06-04T00:00:00Z"));
        assertThat(ParsedCalendar.start(find(events, kitLine))).isEqualTo(Instant.parse("2027-06-02T06:30:00Z"));
        assertThat(uids(feed(api, "ASSET", asset))).containsExactly(assetLine.toString());
    }

    @Test
    void whoLostTheRightGetsNothing() {
        var role = api.post(
                        "/roles", Map.of("name", "Looks " + Warehouse.running(), "permissions", List.of("EVENT_READ")))
                .expect(201)
                .id();
        var somebody = company.somebodyWho("EVENT_READ");
        var me = somebody.get("/me").expect(200).json();
        api.patch("/users/" + me.path("id").asString(), Map.of("roleIds", List.of(role)), "*")
                .expect(200);
        var path = feed(somebody, "COMPANY", null);
        program.get(path).expect(200);
        api.patch("/roles/" + role, Map.of("permissions", List.of("PRODUCT_READ")), "*")
                .expect(200);
        assertThat(program.get(path).refusal(404)).isEqualTo("not-found");
        api.patch("/roles/" + role, Map.of("permissions", List.of("EVENT_READ")), "*")
                .expect(200);
        program.get(path).expect(200);
        api.patch("/users/" + me.path("id").asString(), Map.of("state", "SUSPENDED"), "*")
                .expect(200);
        assertThat(program.get(path).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void eachScopeNeedsItsPermission() {
        var looks = company.somebodyWho("EVENT_READ");
        var product = warehouse.cable();
        assertThat(make(looks, "PRODUCT", product).refusal(403)).isEqualTo("not-permitted");
        assertThat(make(looks, "VENUE", planner.venue()).refusal(403)).isEqualTo("not-permitted");
        assertThat(make(looks, "ASSET", warehouse.asset(product, null)).refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(texts(make(api, "EVENT", null).expect(400).json().path("errors"), "code"))
                .containsExactly("required");
        assertThat(texts(
                        make(api, "EVENT", UUID.randomUUID()).expect(400).json().path("errors"), "code"))
                .containsExactly("unknown");
        assertThat(texts(make(api, "MINE", UUID.randomUUID()).expect(400).json().path("errors"), "code"))
                .containsExactly("not-possible");
    }

    @Test
    void theAddressIsToldOnceAndCanBeRevoked() {
        var made = make(api, "COMPANY", null).expect(201).json();
        var secret = made.path("url").asString().replaceAll(".*/(.*)\\.ics", "$1");
        var id = made.path("feed").path("id").asString();
        assertThat(made.path("feed").path("usedAt").isNull()).isTrue();
        program.raw("GET", "/calendars/" + secret + ".ics", null, Map.of("User-Agent", "Thunderbird/140"))
                .expect(200);
        var listed = api.get("/calendar-feeds").expect(200);
        assertThat(listed.text()).doesNotContain(secret);
        for (var feed : listed.json().path("items")) {
            if (!feed.path("id").asString().equals(id)) continue;
            assertThat(feed.path("usedBy").asString()).isEqualTo("Thunderbird/140");
            assertThat(feed.path("usedAt").isNull()).isFalse();
        }
        assertThat(db.fetchSingle(
                                "select to_jsonb(f)::text from planning.calendar_feed f where id = ?",
                                UUID.fromString(id))
                        .get(0, String.class))
                .doesNotContain(secret);
        var other = company.somebody("PLANNER");
        assertThat(other.delete("/calendar-feeds/" + id, "*").refusal(404)).isEqualTo("not-found");
        api.delete("/calendar-feeds/" + id, "*").expect(204);
        assertThat(program.get("/calendars/" + secret + ".ics").refusal(404)).isEqualTo("not-found");
        assertThat(program.get("/calendars/" + "x".repeat(43) + ".ics").refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var id = stage();
        var path = feed(api, "EVENT", id);
        var first = program.get(path).expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache, private");
        var again = Map.of("If-None-Match", first.etag());
        assertThat(program.send("GET", path, null, again).expect(304).bytes()).isEmpty();
        planner.walk(id, Phase.QUOTED);
        assertThat(program.send("GET", path, null, again).expect(200).etag()).isNotEqualTo(first.etag());
    }

    @Test
    void whoFetchesWithoutEndIsToldToWait() {
        var path = feed(api, "EVENT", planner.event());
        Answer answer = program.get(path);
        for (int i = 0; i < CalendarFetches.PER_FEED && answer.status() == 200; i++) answer = program.get(path);
        assertThat(answer.refusal(429)).isEqualTo("calendar-fetched-too-often");
        assertThat(answer.header("Retry-After")).isNotNull();
    }
}

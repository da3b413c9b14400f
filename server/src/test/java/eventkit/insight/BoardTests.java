package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The home screen: who arranges what, and who is told which numbers. */
@ServerTest
class BoardTests {
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;

    BoardTests(Company company, Warehouse warehouse, DSLContext db) {
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        company.owner();
    }

    private static Map<String, Object> widget(String kind, Map<String, ?> settings) {
        return Map.of("kind", kind, "size", "MEDIUM", "settings", settings);
    }

    private static Map<String, Object> widget(String kind) {
        return widget(kind, Map.of());
    }

    private static JsonNode shown(Api who, String board) {
        return who.get("/boards/shown" + (board.isEmpty() ? "" : "?board=" + board))
                .expect(200)
                .json();
    }

    private static JsonNode part(JsonNode shown, String kind) {
        for (var widget : shown.path("widgets"))
            if (widget.path("kind").asString().equals(kind)) return widget;
        throw new AssertionError(kind + " is not on the board: " + shown);
    }

    private static List<String> kinds(JsonNode shown) {
        return shown.path("widgets")
                .valueStream()
                .map(w -> w.path("kind").asString())
                .toList();
    }

    @Test
    void theStandardBoardFollowsFromWhatSomebodyMaySee() {
        assertThat(kinds(shown(company.somebody("PLANNER"), "")))
                .startsWith("UPCOMING")
                .contains("CREW", "UTILISATION");
        assertThat(kinds(shown(company.somebodyWho("DEAL_READ", "DEAL_EDIT", "EVENT_READ"), "")))
                .containsExactly("PIPELINE", "UPCOMING", "CREW", "ACTIVITY");
        assertThat(kinds(shown(company.somebody("WAREHOUSE"), "")))
                .startsWith("STOCK")
                .doesNotContain("PIPELINE");
        assertThat(kinds(shown(company.somebodyWho("EXPORT"), ""))).containsExactly("ACTIVITY");
        assertThat(company.nobody().get("/boards/shown").refusal(401)).isEqualTo("sign-in-required");
    }

    @Test
    void isArrangedByItsOwnerAlone() {
        var ana = company.somebody("PLANNER");
        var made = ana.post("/boards", Map.of("name", "Monday", "widgets", List.of(widget("CREW"), widget("UPCOMING"))))
                .expect(201);
        assertThat(kinds(shown(ana, ""))).containsExactly("CREW", "UPCOMING");
        var second = ana.post("/boards", Map.of("name", "Stock", "widgets", List.of(widget("STOCK"))))
                .expect(201);
        assertThat(ana.post("/boards", Map.of("name", "monday", "widgets", List.of()))
                        .refusal(409))
                .isEqualTo("board-name-taken");
        assertThat(ana.patch("/boards/" + second.id(), Map.of("name", "MONDAY"), second.etag())
                        .refusal(409))
                .isEqualTo("board-name-taken");
        var widgets = made.json().path("widgets");
        var changed = ana.patch(
                        "/boards/" + made.id(),
                        Map.of("widgets", List.of(widgets.get(1), widgets.get(0), widget("ACTIVITY"))),
                        made.etag())
                .expect(200);
        assertThat(kinds(shown(ana, made.id()))).containsExactly("UPCOMING", "CREW", "ACTIVITY");
        assertThat(ana.patch("/boards/" + made.id(), Map.of("name", "Other"), made.etag())
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(shown(ana, "").path("boards").size()).isEqualTo(2);
        var other = company.somebody("PLANNER");
        assertThat(other.get("/boards/shown?board=" + made.id()).refusal(404)).isEqualTo("not-found");
        assertThat(other.patch("/boards/" + made.id(), Map.of("name", "Mine"), changed.etag())
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(other.delete("/boards/" + made.id(), changed.etag()).refusal(404))
                .isEqualTo("not-found");
        ana.delete("/boards/" + made.id(), changed.etag()).expect(204);
        assertThat(kinds(shown(ana, ""))).containsExactly("STOCK");
    }

    @Test
    void saysWhatIsWrongWithAWidget() {
        var ana = company.somebody("PLANNER");
        var id = UUID.randomUUID().toString();
        var refused = ana.post(
                "/boards",
                Map.of(
                        "name",
                        " ",
                        "widgets",
                        List.of(
                                Map.of("id", id, "kind", "CREW", "size", "SMALL", "settings", Map.of("days", 0)),
                                Map.of("id", id, "kind", "CREW", "size", "SMALL"))));
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(refused.json().path("errors").toString())
                .contains("\"name\"", "widgets[0].settings.days", "widgets[1].id");
    }

    @Test
    void isShownToRolesAndToEverybodyWithoutTellingMoreThanTheyMaySee() {
        var boss = company.somebodyWho("VIEW_SHARE", "DEAL_READ", "EVENT_READ", "ASSET_READ");
        var made = boss.post(
                        "/boards",
                        Map.of("name", "Everything", "widgets", List.of(widget("PIPELINE"), widget("UPCOMING"))))
                .expect(201);
        var planner = company.somebody("PLANNER");
        var reader = company.somebodyWho("EVENT_READ");
        var role = planner.get("/me")
                .expect(200)
                .json()
                .path("roles")
                .get(0)
                .path("id")
                .asString();
        var shared = boss.put(
                        "/boards/" + made.id() + "/sharing",
                        Map.of("everybody", false, "roles", List.of(role)),
                        made.etag())
                .expect(200);
        assertThat(shown(planner, made.id()).path("board").path("own").asBoolean())
                .isFalse();
        assertThat(reader.get("/boards/shown?board=" + made.id()).refusal(404)).isEqualTo("not-found");
        boss.put("/boards/" + made.id() + "/sharing", Map.of("everybody", true, "roles", List.of()), shared.etag())
                .expect(200);
        var seen = shown(reader, made.id());
        assertThat(part(seen, "PIPELINE").path("state").asString()).isEqualTo("WITHHELD");
        assertThat(part(seen, "PIPELINE").path("pipeline").isNull()).isTrue();
        assertThat(part(seen, "UPCOMING").path("state").asString()).isEqualTo("SHOWN");
        assertThat(shown(reader, "").path("board").isNull())
                .as("another's board is nobody's first")
                .isTrue();
        assertThat(reader.patch("/boards/" + made.id(), Map.of("name", "Mine"), "*")
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(reader.put("/boards/" + made.id() + "/sharing", Map.of("everybody", true, "roles", List.of()), "*")
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(boss.put(
                                "/boards/" + made.id() + "/sharing",
                                Map.of("everybody", false, "roles", List.of(UUID.randomUUID())),
                                "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    private UUID event(Api api, UUID hall, UUID lamp, String name, int quantity) {
        var client = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, 'Client', now(), now())",
                client);
        var from = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        var made = api.post(
                        "/events",
                        Map.of(
                                "name",
                                name,
                                "clientId",
                                client,
                                "plannerId",
                                api.get("/me").expect(200).json().path("id").asString(),
                                "warehouseId",
                                hall,
                                "from",
                                from.toString(),
                                "to",
                                from.plus(1, ChronoUnit.DAYS).toString()))
                .expect(201);
        var list = api.get("/events/" + made.id() + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var line = Map.of("kind", "PRODUCT", "productId", lamp, "quantity", quantity);
        api.send("POST", "/pull-lists/" + list + "/lines", Map.of("lines", List.of(line)), Map.of("If-Match", "*"))
                .expect(200);
        return UUID.fromString(made.id());
    }

    @Test
    void oneAnswerTellsWhatIsAheadAndHowFullTheShelvesAre() {
        var api = company.owner();
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Board lamp", 1L);
        var assets = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) assets.add(warehouse.asset(lamp, hall));
        var event = event(api, hall, lamp, "Board " + Warehouse.running(), 3);
        api.post("/events/" + event + "/phase", Map.of("phase", "CONFIRMED")).expect(200);
        var here = Map.of("days", 7, "warehouseId", hall);
        var board = api.post(
                        "/boards",
                        Map.of(
                                "name",
                                "Ahead " + Warehouse.running(),
                                "widgets",
                                List.of(
                                        widget("UPCOMING", here),
                                        widget("UTILISATION", here),
                                        widget("STOCK"),
                                        widget("CREW", Map.of("days", 7)),
                                        widget("PIPELINE"),
                                        widget("ACTIVITY"),
                                        widget("EQUIPMENT"))))
                .expect(201);
        var shown = shown(api, board.id());
        for (var widget : shown.path("widgets"))
            assertThat(widget.path("state").asString())
                    .as(widget.path("kind").asString())
                    .isEqualTo("SHOWN");
        var upcoming = part(shown, "UPCOMING").path("upcoming");
        assertThat(upcoming.path("total").asInt()).isEqualTo(1);
        assertThat(upcoming.path("events").get(0).path("id").asString()).isEqualTo(event.toString());
        assertThat(upcoming.path("events").get(0).path("lacking").asInt()).isZero();
        var used = part(shown, "UTILISATION").path("utilisation");
        assertThat(used.path("peakPercent").asInt()).isEqualTo(75);
        assertThat(used.path("days").size()).isEqualTo(7);
        assertThat(used.path("places").get(0).path("warehouseId").asString()).isEqualTo(hall.toString());
        assertThat(part(shown, "CREW").path("crew").path("people").toString())
                .contains(api.get("/me").expect(200).json().path("id").asString());
        assertThat(part(shown, "EQUIPMENT").path("equipment").path("counts").isEmpty())
                .isFalse();
        assertThat(shown.path("unfurnished").asBoolean()).isFalse();
        // Two of the four are damaged: the event lacks one from now on, and the home screen says so.
        for (var asset : assets.subList(0, 2))
            db.execute("update inventory.asset set status = 'DAMAGED', status_since = now() where id = ?", asset);
        var later = shown(api, board.id());
        assertThat(part(later, "UPCOMING")
                        .path("upcoming")
                        .path("events")
                        .get(0)
                        .path("lacking")
                        .asInt())
                .isEqualTo(1);
        var shortages = part(later, "STOCK").path("stock").path("shortages");
        assertThat(shortages.path("events").asInt()).isPositive();
        assertThat(shortages.path("soonest").toString()).contains(event.toString());
    }

    @Test
    void pipelinesAreWeighedAsTheirOwnPagesDo() {
        var sales = company.somebody("SALES");
        var pipeline = company.owner()
                .post(
                        "/pipelines",
                        Map.of(
                                "name",
                                "Board " + Warehouse.running(),
                                "stages",
                                List.of(
                                        Map.of("name", "Asked", "state", "OPEN", "probabilityPercent", 20),
                                        Map.of("name", "Offered", "state", "OPEN", "probabilityPercent", 60),
                                        Map.of("name", "Won", "state", "WON", "probabilityPercent", 100),
                                        Map.of("name", "Lost", "state", "LOST", "probabilityPercent", 0))))
                .expect(201);
        var stages = pipeline.json().path("stages");
        var client = UUID.randomUUID();
        db.execute(
                "insert into clients.client (id, name, created_at, changed_at) values (?, 'Client', now(), now())",
                client);
        for (int i = 0; i < 2; i++)
            sales.post(
                            "/deals",
                            Map.of(
                                    "name",
                                    "Deal " + i,
                                    "clientId",
                                    client,
                                    "stageId",
                                    stages.get(i).path("id").asString(),
                                    "value",
                                    Map.of("amountMinor", 100_000, "currency", "EUR"),
                                    "expectedClose",
                                    i == 0 ? "2020-01-01" : "2099-01-01"))
                    .expect(201);
        var board = sales.post(
                        "/boards",
                        Map.of(
                                "name",
                                "Deals",
                                "widgets",
                                List.of(widget("PIPELINE", Map.of("pipelineId", pipeline.id())))))
                .expect(201);
        var told = part(shown(sales, board.id()), "PIPELINE").path("pipeline");
        assertThat(told.path("open").get(0).path("value").path("amountMinor").asLong())
                .isEqualTo(200_000);
        assertThat(told.path("open").get(0).path("weighted").path("amountMinor").asLong())
                .isEqualTo(80_000);
        assertThat(told.path("stages").size()).isEqualTo(2);
        assertThat(told.path("overdue").asInt()).isEqualTo(1);
        assertThat(told.path("won").path("deals").asInt()).isZero();
    }
}

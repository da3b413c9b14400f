package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Api.Answer;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where an event lacks something, a menu says what can be done; what is chosen is done at once and can be taken back. */
@ServerTest
class ResolutionTests {
    private static final String DAY = "2028-03-10";
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final DSLContext db;
    private final UUID hall;
    private final UUID lamp;
    private final UUID par;

    ResolutionTests(Company company, Warehouse warehouse, Planner planner, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.db = db;
        this.hall = warehouse.hall();
        this.lamp = priced("Lamp", 2_000);
        this.par = priced("Par", 3_000);
        api.put("/products/" + lamp + "/alternatives", Map.of("items", List.of(Map.of("productId", par))), "*")
                .expect(200);
    }

    @AfterEach
    void theEngineEqualsARecount() {
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    private UUID priced(String name, int minor) {
        var id = warehouse.product("SERIALISED", name, 1L);
        db.execute("update catalogue.product set hire_price_minor = ?, currency = 'EUR' where id = ?", minor, id);
        return id;
    }

    private void own(UUID product, int count, UUID where) {
        for (int i = 0; i < count; i++) warehouse.asset(product, where);
    }

    private UUID event(String from, String to, Map<String, Integer> minutes) {
        return planner.job(hall, from, to, minutes);
    }

    private UUID event(String day, int lamps) {
        var id = event(day + "T08:00:00Z", day + "T20:00:00Z", Map.of());
        planner.product(planner.mainList(id), lamp, lamps);
        return id;
    }

    private void confirmDespite(UUID event) {
        api.post("/events/" + event + "/phase", Map.of("phase", "CONFIRMED", "despite", "It will come"))
                .expect(200);
    }

    private JsonNode menu(UUID event) {
        var items = api.get("/events/" + event + "/remedies").expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private JsonNode offer(UUID event, String... remedies) {
        for (var offer : menu(event).path("offers"))
            if (texts(offer.path("parts"), "remedy").equals(List.of(remedies))) return offer;
        throw new AssertionError(List.of(remedies) + " is not in " + menu(event));
    }

    private Answer choose(Api by, UUID event, JsonNode offer, String reason) {
        var stock = Map.of(
                "itemId", lamp, "warehouseId", hall, "offer", offer.path("id").asString());
        var body = new HashMap<String, Object>(stock);
        if (!reason.isEmpty()) body.put("reason", reason);
        return by.post("/events/" + event + "/resolutions", body);
    }

    private String choose(UUID event, JsonNode offer) {
        return choose(api, event, offer, "").expect(201).id();
    }

    private Answer undo(UUID event, String id) {
        return api.post("/events/" + event + "/resolutions/" + id + "/undo", null);
    }

    private int lacking(UUID event) {
        int most = 0;
        for (var item :
                api.get("/events/" + event + "/shortages").expect(200).json().path("items"))
            most = Math.max(most, item.path("shortage").path("quantity").asInt());
        return most;
    }

    private List<String> wanted(UUID event) {
        var result = new ArrayList<String>();
        for (var list :
                api.get("/events/" + event + "/pull-lists").expect(200).json().path("items"))
            for (var line : planner.lines(UUID.fromString(list.path("id").asString())))
                result.add(line.path("quantity").asInt() + " "
                        + (line.path("productId").asString().equals(par.toString()) ? "par" : "lamp"));
        return result;
    }

    private String since(Answer refused) {
        assertThat(refused.refusal(409)).isEqualTo("resolution-overtaken");
        return refused.json().path("facts").path("since").asString();
    }

    @Test
    void anAlternativeTakesThePlaceOfWhatIsLackingAndGivesItBack() {
        own(lamp, 1, hall);
        own(par, 5, hall);
        var event = event(DAY, 3);
        confirmDespite(event);
        assertThat(lacking(event)).isEqualTo(2);
        var menu = menu(event);
        assertThat(menu.path("shortage").path("quantity").asInt()).isEqualTo(2);
        var best = menu.path("offers").get(0);
        assertThat(best.path("rank").asInt()).isEqualTo(1);
        assertThat(best.path("covers").asInt()).isEqualTo(2);
        assertThat(texts(best.path("parts"), "remedy")).containsExactly("SUBSTITUTE");
        assertThat(best.path("risk").path("because").asString()).isEqualTo("COMPATIBLE");
        assertThat(best.path("margin").path("amountMinor").asInt())
                .as("the price stays")
                .isZero();
        var fewer = offer(event, "REDUCE");
        assertThat(fewer.path("margin").path("amountMinor").asInt()).isEqualTo(-4_000);
        var before = planner.lines(planner.mainList(event)).get(0);
        var done = choose(event, best);
        assertThat(wanted(event)).containsExactly("1 lamp", "2 par");
        assertThat(lacking(event)).isZero();
        var told =
                api.get("/events/" + event + "/resolutions").expect(200).json().path("items");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("undoneAt").isNull()).isTrue();
        assertThat(history(event)).contains("resolved");
        assertThat(api.get("/events/" + event + "/history").text())
                .contains("\"parts[2 × Lamp")
                .contains("[\"SUBSTITUTE\",\"Par");
        undo(event, done).expect(200);
        assertThat(planner.lines(planner.mainList(event)).get(0)).isEqualTo(before);
        assertThat(wanted(event)).containsExactly("3 lamp");
        assertThat(lacking(event)).isEqualTo(2);
        assertThat(history(event)).contains("resolution-undone");
        assertThat(since(undo(event, done))).isEqualTo("UNDONE");
    }

    private List<String> history(UUID event) {
        return texts(api.get("/events/" + event + "/history").expect(200).json().path("items"), "action");
    }

    @Test
    void aMixCoversWhatNothingCoversAlone() {
        var far = warehouse.hall();
        own(lamp, 1, hall);
        own(lamp, 1, far);
        own(par, 2, hall);
        var event = event(DAY, 4);
        var alone = offer(event, "SUBSTITUTE");
        assertThat(alone.path("covers").asInt()).isEqualTo(2);
        assertThat(offer(event, "OTHER_WAREHOUSE").path("covers").asInt()).isEqualTo(1);
        var mix = offer(event, "SUBSTITUTE", "OTHER_WAREHOUSE");
        assertThat(mix.path("covers").asInt()).isEqualTo(3);
        assertThat(mix.path("risk").path("because").asString()).isEqualTo("COMES_FROM_AFAR");
        assertThat(mix.path("rank").asInt()).isLessThan(alone.path("rank").asInt());
        var done = choose(event, mix);
        assertThat(wanted(event)).containsExactly("1 lamp", "2 par", "1 lamp");
        assertThat(lacking(event)).isZero();
        var lists =
                api.get("/events/" + event + "/pull-lists").expect(200).json().path("items");
        assertThat(lists.get(1).path("takenFromId").asString()).isEqualTo(far.toString());
        planner.walk(event, Phase.CONFIRMED);
        var free = api.get("/availability/products?warehouse=" + far + "&from=" + DAY + "T04:00:00Z&to=" + DAY
                        + "T05:00:00Z&product=" + lamp)
                .expect(200)
                .json()
                .path("items");
        assertThat(free.get(0).path("firm").asInt()).as("it is on its way").isZero();
        undo(event, done).expect(200);
        assertThat(wanted(event)).containsExactly("4 lamp");
        assertThat(api.get("/events/" + event + "/pull-lists")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void thePeakIsSolvedNotTheSum() {
        own(lamp, 1, hall);
        var event = event(DAY + "T08:00:00Z", "2028-03-12T08:00:00Z", Map.of());
        var list = planner.mainList(event);
        for (var day : List.of(DAY, "2028-03-11")) {
            var until = day.equals(DAY) ? "2028-03-11" : "2028-03-12";
            planner.line(
                    list,
                    Map.of(
                            "kind",
                            "PRODUCT",
                            "productId",
                            lamp,
                            "quantity",
                            3,
                            "times",
                            Map.of("from", day + "T08:00:00Z", "to", until + "T08:00:00Z")));
        }
        assertThat(menu(event).path("shortage").path("quantity").asInt()).isEqualTo(2);
        var fewer = offer(event, "REDUCE");
        assertThat(fewer.path("covers").asInt()).isEqualTo(2);
        choose(event, fewer);
        assertThat(wanted(event)).containsExactly("1 lamp", "1 lamp");
    }

    @Test
    void theEventMovesToTheNearestDayOnWhichAllIsFree() {
        own(lamp, 2, hall);
        planner.walk(event(DAY, 2), Phase.CONFIRMED);
        planner.walk(event("2028-03-11", 1), Phase.CONFIRMED);
        var event = event(DAY, 2);
        var moved = new ArrayList<Integer>();
        for (var offer : menu(event).path("offers"))
            if (offer.path("parts").get(0).path("remedy").asString().equals("MOVE_EVENT"))
                moved.add(offer.path("parts").get(0).path("days").asInt());
        assertThat(moved).as("the nearest first").containsExactly(-1, 2);
        var offer = offer(event, "MOVE_EVENT");
        var done = choose(event, offer);
        assertThat(planner.get(event).path("from").asString()).isEqualTo("2028-03-09T08:00:00Z");
        assertThat(lacking(event)).isZero();
        undo(event, done).expect(200);
        assertThat(planner.get(event).path("from").asString()).isEqualTo(DAY + "T08:00:00Z");
        var again = choose(event, offer(event, "MOVE_EVENT"));
        var show = Map.of("kind", "SHOW", "from", "2028-03-09T18:00:00Z", "to", "2028-03-09T20:00:00Z");
        api.patch("/events/" + event, Map.of("blocks", List.of(show)), "*").expect(200);
        assertThat(since(undo(event, again)))
                .as("what was entered since is kept")
                .isEqualTo("DATES");
        api.patch("/events/" + event, Map.of("to", "2028-03-09T23:00:00Z"), "*").expect(200);
        assertThat(since(undo(event, again))).isEqualTo("DATES");
    }

    @Test
    void whatIsLackingComesLaterWhereItIsFreeLater() {
        own(lamp, 4, hall);
        planner.walk(event(DAY, 2), Phase.CONFIRMED);
        var event = event(DAY + "T08:00:00Z", "2028-03-12T20:00:00Z", Map.of("prepMinutes", 60));
        planner.product(planner.mainList(event), lamp, 4);
        var offer = offer(event, "MOVE_LINES");
        assertThat(offer.path("parts").get(0).path("from").asString()).isEqualTo(DAY + "T21:00:00Z");
        var done = choose(event, offer);
        assertThat(wanted(event)).containsExactly("2 lamp", "2 lamp");
        assertThat(lacking(event)).isZero();
        undo(event, done).expect(200);
        assertThat(wanted(event)).containsExactly("4 lamp");
    }

    @Test
    void whatWouldMissMostOfTheEventIsNotOfferedForTheRest() {
        own(lamp, 4, hall);
        planner.walk(event(DAY, 2), Phase.CONFIRMED);
        var event = event(DAY + "T08:00:00Z", DAY + "T23:00:00Z", Map.of("prepMinutes", 60));
        planner.product(planner.mainList(event), lamp, 4);
        assertThat(menu(event)
                        .path("offers")
                        .valueStream()
                        .flatMap(offer -> texts(offer.path("parts"), "remedy").stream()))
                .contains("REDUCE")
                .doesNotContain("MOVE_LINES");
    }

    @Test
    void lessTimeForPreparingOrForCheckingInMakesRoom() {
        own(lamp, 2, hall);
        var first = event(DAY + "T08:00:00Z", DAY + "T12:00:00Z", Map.of("turnaroundMinutes", 240));
        planner.product(planner.mainList(first), lamp, 2);
        planner.walk(first, Phase.CONFIRMED);
        var event = event(DAY + "T17:00:00Z", DAY + "T22:00:00Z", Map.of("prepMinutes", 180));
        planner.product(planner.mainList(event), lamp, 2);
        var offers = new ArrayList<JsonNode>();
        for (var offer : menu(event).path("offers"))
            if (offer.path("parts").get(0).path("remedy").asString().equals("SHORTEN_TURNAROUND")) offers.add(offer);
        assertThat(offers).hasSize(2);
        for (var offer : offers) {
            var part = offer.path("parts").get(0);
            boolean own = part.path("otherId").isNull();
            assertThat(part.path("risk").path("minutes").asInt()).isEqualTo(own ? 60 : 120);
            var done = choose(event, offer);
            assertThat(lacking(event)).isZero();
            undo(event, done).expect(200);
            assertThat(lacking(event)).isEqualTo(2);
        }
    }

    @Test
    void beforeAnotherEventOnlyWithAReasonAndBackToExactlyThePlaceItHad() {
        own(lamp, 3, hall);
        var first = event(DAY, 2);
        var second = event(DAY, 1);
        var third = event(DAY, 2);
        planner.walk(first, Phase.CONFIRMED);
        planner.walk(second, Phase.CONFIRMED);
        confirmDespite(third);
        JsonNode offer = null;
        for (var each : menu(third).path("offers"))
            if (each.path("needsReason").asBoolean()
                    && each.path("parts").get(0).path("otherId").asString().equals(first.toString())) offer = each;
        assertThat(offer).isNotNull();
        assertThat(offer.path("risk").path("level").asString()).isEqualTo("HIGH");
        assertThat(offer.path("risk").path("hurts")).isNotEmpty();
        assertThat(choose(api, third, offer, "").refusal(400)).isEqualTo("invalid");
        assertThat(choose(company.somebody("SALES"), third, offer, "It pays").refusal(403))
                .isEqualTo("not-permitted");
        var done = choose(api, third, offer, "It pays").expect(201).id();
        assertThat(lacking(third)).isZero();
        assertThat(history(first)).contains("put-behind");
        undo(third, done).expect(200);
        assertThat(lacking(first)).isZero();
        assertThat(lacking(second)).isZero();
        assertThat(lacking(third)).isEqualTo(2);
    }

    @Test
    void whatIsNotOfferedAnyMoreIsRefused() {
        own(lamp, 1, hall);
        own(par, 2, hall);
        var event = event(DAY, 3);
        var offer = offer(event, "SUBSTITUTE");
        var other = event(DAY + "T08:00:00Z", DAY + "T20:00:00Z", Map.of());
        planner.product(planner.mainList(other), par, 1);
        planner.walk(other, Phase.CONFIRMED);
        assertThat(choose(api, event, offer, "").refusal(409)).isEqualTo("resolution-stale");
        var fresh = offer(event, "SUBSTITUTE");
        planner.ladder(event);
        assertThat(choose(api, event, fresh, "").refusal(409)).isEqualTo("resolution-stale");
        assertThat(wanted(event)).contains("3 lamp");
    }

    @Test
    void whatHasChangedSinceIsNotUndone() {
        own(lamp, 3, hall);
        own(par, 2, hall);
        planner.walk(event(DAY, 2), Phase.CONFIRMED);
        var event = event(DAY, 3);
        confirmDespite(event);
        var done = choose(event, offer(event, "SUBSTITUTE"));
        var list = planner.mainList(event);
        var line = planner.lines(list).get(1).path("id").asString();
        api.patch("/pull-lists/" + list + "/lines/" + line, Map.of("quantity", 1), "*")
                .expect(200);
        assertThat(since(undo(event, done))).isEqualTo("LINES");
        api.patch("/pull-lists/" + list + "/lines/" + line, Map.of("quantity", 2), "*")
                .expect(200);
        own(lamp, 1, hall);
        planner.walk(event(DAY, 1), Phase.CONFIRMED);
        assertThat(since(undo(event, done))).isEqualTo("STOCK_TAKEN");
        assertThat(wanted(event)).containsExactly("1 lamp", "2 par");
        planner.walk(event, Phase.PREP);
        assertThat(undo(event, done).refusal(409)).isEqualTo("pull-list-locked");
    }

    @Test
    void lockedListsAreLeftAlone() {
        own(lamp, 1, hall);
        own(par, 2, hall);
        var event = event(DAY, 2);
        confirmDespite(event);
        planner.despite(event, Phase.PREP, "To be hired").expect(200);
        var menu = menu(event);
        assertThat(menu.path("locked").asBoolean()).isTrue();
        for (var offer : menu.path("offers"))
            assertThat(texts(offer.path("parts"), "remedy")).containsAnyOf("SUB_HIRE", "BUY");
    }

    @Test
    void aPartnerIsAskedAndNothingCountsBeforeItIsAnswered() {
        own(lamp, 1, hall);
        var event = event(DAY, 3);
        confirmDespite(event);
        var offer = offer(event, "SUB_HIRE");
        assertThat(offer.path("needsPartner").asBoolean()).isTrue();
        assertThat(offer.path("cost").path("amountMinor").asInt())
                .as("what it is hired out for")
                .isEqualTo(4_000);
        assertThat(choose(api, event, offer, "").refusal(400)).isEqualTo("invalid");
        var done = ask(event, offer, planner.client());
        assertThat(lacking(event)).isEqualTo(2);
        var asked = menu(event).path("asked").get(0);
        assertThat(asked.path("quantity").asInt()).isEqualTo(2);
        assertThat(asked.path("accepted").asBoolean()).isFalse();
        undo(event, done).expect(200);
        assertThat(menu(event).path("asked")).isEmpty();
        var again = ask(event, offer(event, "SUB_HIRE"), planner.client());
        var hired = menu(event).path("asked").get(0).path("subHireId").asString();
        api.send("POST", "/sub-hires/" + hired + "/state", Map.of("state", "ACCEPTED"), Map.of("If-Match", "*"))
                .expect(200);
        assertThat(lacking(event)).isZero();
        assertThat(since(undo(event, again))).isEqualTo("SOURCED");
    }

    private String ask(UUID event, JsonNode offer, UUID partner) {
        var body = Map.of(
                "itemId", lamp, "warehouseId", hall, "offer", offer.path("id").asString(), "partnerId", partner);
        return api.post("/events/" + event + "/resolutions", body).expect(201).id();
    }

    @Test
    void whatIsBoughtIsThereOnTheDay() {
        db.execute("update catalogue.product set replacement_value_minor = 50000 where id = ?", lamp);
        own(lamp, 1, hall);
        own(par, 1, hall);
        var event = event(DAY, 4);
        confirmDespite(event);
        assertThat(offer(event, "BUY").path("cost").path("amountMinor").asInt()).isEqualTo(150_000);
        var mix = offer(event, "SUBSTITUTE", "BUY");
        assertThat(mix.path("covers").asInt()).isEqualTo(3);
        assertThat(mix.path("margin").path("amountMinor").asInt()).isEqualTo(-100_000);
        var done = choose(event, mix);
        assertThat(lacking(event)).isZero();
        undo(event, done).expect(200);
        assertThat(lacking(event)).isEqualTo(3);
        assertThat(wanted(event)).containsExactly("4 lamp");
    }
}

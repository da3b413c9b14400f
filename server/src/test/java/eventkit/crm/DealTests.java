package eventkit.crm;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class DealTests {
    private static int count;
    private final Company company;
    private final Api api;
    private final Outbox outbox;
    private final String client;

    DealTests(Company company, Outbox outbox) {
        this.company = company;
        this.outbox = outbox;
        this.api = company.owner();
        this.client = api.post("/clients", Map.of("name", "Deal client " + ++count))
                .expect(201)
                .id();
    }

    private JsonNode pipeline() {
        var stages = List.of(
                Map.of("name", "In", "state", "OPEN", "probabilityPercent", 10),
                Map.of("name", "Talk", "state", "OPEN", "probabilityPercent", 50),
                Map.of("name", "Won", "state", "WON"),
                Map.of("name", "Lost", "state", "LOST"));
        return api.post("/pipelines", Map.of("name", "Pipeline " + UUID.randomUUID(), "stages", stages))
                .expect(201)
                .json();
    }

    private static String stage(JsonNode pipeline, int index) {
        return pipeline.path("stages").get(index).path("id").asString();
    }

    private Api.Answer deal(String stage, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Summer stage", "clientId", client, "stageId", stage));
        body.putAll(more);
        return api.post("/deals", body);
    }

    private static Map<String, Object> eur(long minor) {
        return Map.of("value", Map.of("amountMinor", minor, "currency", "EUR"));
    }

    private Api.Answer move(String id, String stage, @Nullable String reason, String version) {
        var body = new HashMap<String, Object>(Map.of("stageId", stage));
        if (reason != null) body.put("lostReason", reason);
        return api.send("POST", "/deals/" + id + "/stage", body, Map.of("If-Match", version));
    }

    private JsonNode get(String path) {
        return api.get(path).expect(200).json();
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/deal.md"));
        var table = Stream.of(DealState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains("| From | To |\n|---|---|\n" + table);
    }

    @Test
    void beginsWithTheUsualStages() {
        var standard = get("/pipelines").path("items").get(0);
        assertThat(standard.path("standard").asBoolean()).isTrue();
        assertThat(standard.path("stages").valueStream().map(s -> s.path("name").asString()))
                .containsExactly("Lead", "Qualified", "Proposal sent", "Negotiation", "Won", "Lost");
        var made = api.post("/deals", Map.of("name", "By default", "clientId", client))
                .expect(201)
                .json();
        assertThat(made.path("stage").path("name").asString()).isEqualTo("Lead");
        assertThat(made.path("chancePercent").asInt()).isEqualTo(10);
        var number = made.path("number").asString();
        assertThat(api.get("/search?q=" + number).expect(200).text())
                .contains(made.path("id").asString());
    }

    @Test
    void goesToWonAndBackAndSaysWhyItWasLost() {
        var p = pipeline();
        var id = deal(stage(p, 0), eur(100_000)).expect(201).id();
        move(id, stage(p, 1), null, "\"1\"").expect(200);
        var stale = move(id, stage(p, 2), null, "\"1\"");
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.text()).contains("\"stage\"").contains("Talk");
        var won = move(id, stage(p, 2), null, "\"2\"").expect(200).json();
        assertThat(won.path("state").asString()).isEqualTo("WON");
        assertThat(won.path("closedAt").isNull()).isFalse();
        assertThat(won.path("chancePercent").asInt()).isEqualTo(100);
        assertThat(move(id, stage(p, 3), "dates", "\"3\"").refusal(409)).isEqualTo("illegal-deal-move");
        assertThat(api.patch("/deals/" + id, Map.of("name", "Other"), "\"3\"").refusal(409))
                .isEqualTo("deal-closed");
        api.patch("/deals/" + id, Map.of("notes", "They loved it."), "\"3\"").expect(200);
        move(id, stage(p, 0), null, "\"4\"").expect(200);
        assertThat(move(id, stage(p, 3), null, "\"5\"").refusal(400)).isEqualTo("invalid");
        var lost = move(id, stage(p, 3), "Too dear", "\"5\"").expect(200).json();
        assertThat(lost.path("lostReason").asString()).isEqualTo("Too dear");
        var open = move(id, stage(p, 1), null, "*").expect(200).json();
        assertThat(open.path("lostReason").isNull()).isTrue();
        assertThat(open.path("closedAt").isNull()).isTrue();
        assertThat(move(id, stage(p, 0), "no", "*").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/deals/" + id + "/history").expect(200).text()).contains("Too dear", "moved");
    }

    @Test
    void stagesThatDealsStandInStay() {
        var p = pipeline();
        var path = "/pipelines/" + p.path("id").asString();
        deal(stage(p, 1), eur(1)).expect(201);
        var stages = new ArrayList<Map<String, Object>>();
        for (var s : p.path("stages"))
            stages.add(new HashMap<>(Map.of(
                    "id", s.path("id").asString(),
                    "name", s.path("name").asString(),
                    "state", s.path("state").asString(),
                    "probabilityPercent", s.path("probabilityPercent").asInt())));
        var without = new ArrayList<>(stages);
        without.remove(1);
        without.add(Map.of("name", "Other", "state", "OPEN"));
        assertThat(api.patch(path, Map.of("stages", without), "*").refusal(409)).isEqualTo("stage-in-use");
        stages.get(1).put("state", "WON");
        assertThat(api.patch(path, Map.of("stages", stages), "*").refusal(409)).isEqualTo("stage-in-use");
        stages.get(1).put("state", "OPEN");
        stages.get(1).put("name", "Talking");
        stages.get(1).put("probabilityPercent", 60);
        Collections.swap(stages, 0, 1);
        stages.add(Map.of("name", "Gone quiet", "state", "LOST"));
        var changed = api.patch(path, Map.of("stages", stages), "*").expect(200).json();
        assertThat(changed.path("stages").get(0).path("name").asString()).isEqualTo("Talking");
        assertThat(changed.path("stages").get(4).path("probabilityPercent").asInt())
                .isZero();
        assertThat(api.patch(path, Map.of("stages", stages.subList(0, 2)), "*").refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post(path + "/archive", Map.of()).refusal(409)).isEqualTo("pipeline-in-use");
        var empty = pipeline();
        assertThat(api.patch(
                                "/pipelines/" + empty.path("id").asString(),
                                Map.of("name", p.path("name").asString().toUpperCase(java.util.Locale.ROOT)),
                                "*")
                        .refusal(409))
                .isEqualTo("pipeline-name-taken");
        api.post("/pipelines/" + empty.path("id").asString() + "/archive", Map.of())
                .expect(200);
        api.post("/pipelines/" + empty.path("id").asString() + "/restore", Map.of())
                .expect(200);
    }

    /** Whatever happens to any deals: what the board and the forecast add up to is what the deals say. */
    @Test
    void boardAndForecastAreTheSumsOfTheDeals() {
        var dice = new Random(20_261_122);
        var p = pipeline();
        var pid = p.path("id").asString();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            var more = new HashMap<String, Object>();
            if (dice.nextInt(5) > 0) more.putAll(eur(dice.nextInt(1_000_000)));
            if (dice.nextBoolean()) more.put("probabilityPercent", dice.nextInt(101));
            if (dice.nextInt(4) > 0) more.put("expectedClose", "2027-0" + (1 + dice.nextInt(9)) + "-15");
            ids.add(deal(stage(p, dice.nextInt(2)), more).expect(201).id());
        }
        for (int i = 0; i < 60; i++) {
            var id = ids.get(dice.nextInt(ids.size()));
            var now = DealState.valueOf(get("/deals/" + id).path("state").asString());
            int to = dice.nextInt(4);
            var wanted = to == 2 ? DealState.WON : to == 3 ? DealState.LOST : DealState.OPEN;
            var answer = move(id, stage(p, to), to == 3 ? "why not" : null, "*");
            if (now.successors().contains(wanted) || now == wanted) answer.expect(200);
            else assertThat(answer.refusal(409)).isEqualTo("illegal-deal-move");
        }
        long open = 0;
        long value = 0;
        long weighted = 0;
        long won = 0;
        for (var id : ids) {
            var d = get("/deals/" + id);
            long minor = d.path("value").path("amountMinor").asLong(0);
            var state = d.path("state").asString();
            assertThat(d.path("closedAt").isNull()).isEqualTo(state.equals("OPEN"));
            assertThat(d.path("lostReason").isNull()).isEqualTo(!state.equals("LOST"));
            long chance = d.path("weighted").path("amountMinor").asLong(0);
            assertThat(chance).isEqualTo((minor * d.path("chancePercent").asInt() * 2 + 100) / 200);
            if (state.equals("WON")) won += minor;
            if (!state.equals("OPEN")) continue;
            open++;
            value += minor;
            weighted += chance;
        }
        long[] forecast = new long[4];
        for (var month : get("/deals/forecast?pipeline=" + pid).path("items")) {
            forecast[0] += month.path("open").asInt();
            forecast[1] += month.path("value").path("amountMinor").asLong();
            forecast[2] += month.path("weighted").path("amountMinor").asLong();
            forecast[3] += month.path("won").path("amountMinor").asLong();
        }
        assertThat(forecast).containsExactly(open, value, weighted, won);
        long[] board = new long[3];
        for (var column : get("/deals/board?pipeline=" + pid).path("columns")) {
            board[0] += column.path("total").asInt();
            assertThat(column.path("deals").size())
                    .isEqualTo(column.path("total").asInt());
            if (!column.path("stage").path("state").asString().equals("OPEN")) continue;
            for (var each : column.path("sums")) {
                board[1] += each.path("value").path("amountMinor").asLong();
                board[2] += each.path("weighted").path("amountMinor").asLong();
            }
        }
        assertThat(board).containsExactly(ids.size(), value, weighted);
        assertThat(get("/deals?pipeline=" + pid + "&state=OPEN&limit=1")
                        .path("total")
                        .asInt())
                .isEqualTo((int) open);
    }

    @Test
    void mergingClientsTakesTheirDealsAlong() {
        var p = pipeline();
        var other = api.post(
                        "/clients", Map.of("name", "Doubled " + client, "contacts", List.of(Map.of("name", "Ida"))))
                .expect(201);
        var ida = other.json().path("contacts").get(0).path("id").asString();
        var id = deal(stage(p, 0), Map.of("clientId", other.id(), "contactId", ida))
                .expect(201)
                .id();
        assertThat(api.delete("/clients/" + other.id(), "*").expect(409).text()).contains("1 deal");
        api.send(
                        "POST",
                        "/clients/" + client + "/merge",
                        Map.of("otherId", other.id(), "otherVersion", 1),
                        Map.of("If-Match", "\"1\""))
                .expect(200);
        var deal = get("/deals/" + id);
        assertThat(deal.path("client").path("id").asString()).isEqualTo(client);
        assertThat(deal.path("contact").path("name").asString()).isEqualTo("Ida");
        assertThat(get("/deals?client=" + client).path("total").asInt()).isEqualTo(1);
        assertThat(api.get("/clients/" + client + "/history").expect(200).text())
                .contains("1 deal");
    }

    @Test
    void refusesWhatMakesNoSense() {
        var p = pipeline();
        var bad = deal(
                stage(p, 0),
                Map.of(
                        "name", " ",
                        "contactId", UUID.randomUUID(),
                        "probabilityPercent", 101,
                        "value", Map.of("amountMinor", -1, "currency", "EUR"),
                        "eventFrom", "2027-05-02",
                        "eventTo", "2027-05-01",
                        "venueId", UUID.randomUUID(),
                        "eventId", UUID.randomUUID(),
                        "ownerId", UUID.randomUUID()));
        assertThat(bad.refusal(400)).isEqualTo("invalid");
        assertThat(bad.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "name",
                        "contactId",
                        "probabilityPercent",
                        "value.amountMinor",
                        "eventTo",
                        "venueId",
                        "eventId",
                        "ownerId");
        assertThat(deal(stage(p, 2), Map.of()).refusal(400)).isEqualTo("invalid");
        assertThat(deal(UUID.randomUUID().toString(), Map.of()).refusal(400)).isEqualTo("invalid");
        var made = deal(stage(p, 0), Map.of()).expect(201);
        assertThat(api.patch("/deals/" + made.id(), Map.of("stageId", stage(p, 1)), "*")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.get("/deals/board?pipeline=" + UUID.randomUUID()).refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void rolesSayWhoSeesAndWhoMoves() {
        var p = pipeline();
        var made = deal(stage(p, 0), Map.of()).expect(201);
        for (var role : List.of("SALES", "PLANNER", "FINANCE"))
            company.somebody(role).get("/deals/" + made.id()).expect(200);
        for (var role : List.of("WAREHOUSE", "READ_ONLY", "INVENTORY_MANAGER"))
            assertThat(company.somebody(role).get("/deals").refusal(403)).isEqualTo("not-permitted");
        var mine = Map.of("name", "x", "clientId", client);
        assertThat(company.somebody("PLANNER").post("/deals", mine).refusal(403))
                .isEqualTo("not-permitted");
        company.somebody("SALES").post("/deals", mine).expect(201);
    }

    @Test
    void anEventIsAsLikelyAsItsLikeliestOpenDeal() {
        var event = api.post(
                        "/events",
                        Map.of("name", "Weighed", "from", "2028-06-01T08:00:00Z", "to", "2028-06-02T08:00:00Z"))
                .expect(201)
                .id();
        var pipeline = pipeline();
        var one = deal(stage(pipeline, 0), Map.of("eventId", event)).expect(201);
        assertThat(chance(event)).isEqualTo(10);
        api.patch("/deals/" + one.id(), Map.of("probabilityPercent", 30), "*").expect(200);
        assertThat(chance(event)).isEqualTo(30);
        var other = deal(stage(pipeline, 1), Map.of("eventId", event)).expect(201);
        assertThat(chance(event)).isEqualTo(50);
        move(other.id(), stage(pipeline, 3), "Too dear", "*").expect(200);
        assertThat(chance(event)).isEqualTo(30);
        // nobody offers any more: it keeps what it has
        move(one.id(), stage(pipeline, 3), "Too dear", "*").expect(200);
        assertThat(chance(event)).isEqualTo(30);
    }

    private int chance(String event) {
        outbox.drain();
        return get("/events/" + event).path("probabilityPercent").asInt();
    }
}

package eventkit.planning;

import static eventkit.planning.Planner.texts;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class PullListVersionTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;

    PullListVersionTests(Company company, Warehouse warehouse, Planner planner) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
    }

    @Test
    void versionsTellWhatChanged() {
        var list = planner.mainList(planner.event());
        var line = planner.product(list, warehouse.cable(), 4);
        var ladder = planner.line(list, Map.of("kind", "TEXT", "text", "Ladder"));
        api.post("/pull-lists/" + list + "/versions", Map.of("label", "As quoted"))
                .expect(201);
        api.patch("/pull-lists/" + list + "/lines/" + line, Map.of("quantity", 6, "warehouseNote", "New bulbs"), "*")
                .expect(200);
        api.delete("/pull-lists/" + list + "/lines/" + ladder, "*").expect(200);
        planner.line(list, Map.of("kind", "TEXT", "text", "Tower"));
        api.post("/pull-lists/" + list + "/versions", Map.of()).expect(201);
        for (var query : List.of("from=1", "from=1&to=2")) {
            var diff = api.get("/pull-lists/" + list + "/diff?" + query)
                    .expect(200)
                    .json();
            assertThat(texts(diff.path("added"), "name")).containsExactly("Tower");
            assertThat(texts(diff.path("removed"), "name")).containsExactly("Ladder");
            assertThat(texts(diff.path("changed").get(0).path("changes"), "field"))
                    .containsExactlyInAnyOrder("quantity", "warehouseNote");
        }
        var back = api.get("/pull-lists/" + list + "/versions/1").expect(200).json();
        assertThat(back.path("version").path("label").asString()).isEqualTo("As quoted");
        assertThat(back.path("content").path("lines").size()).isEqualTo(2);
        assertThat(api.get("/pull-lists/" + list + "/diff?from=9").refusal(404)).isEqualTo("not-found");
    }

    @Test
    void theWarehouseWorksFromListsThatDoNotChange() {
        var event = planner.event();
        var list = planner.mainList(event);
        planner.product(list, warehouse.cable(), 4);
        api.post("/events/" + event + "/phase", Map.of("phase", "CONFIRMED", "despite", "To be bought"))
                .expect(200);
        planner.despite(event, Phase.PREP, "To be bought").expect(200);
        var versions =
                api.get("/pull-lists/" + list + "/versions").expect(200).json().path("items");
        assertThat(texts(versions, "reason")).containsExactly("PREP");
        var more = Map.of("lines", List.of(Map.of("kind", "TEXT", "text", "Ladder")));
        assertThat(planner.add(list, more).refusal(409)).isEqualTo("pull-list-locked");
        var reason = Map.of("reason", "The client wants a tower");
        var warehouseHand = company.somebody("WAREHOUSE");
        assertThat(warehouseHand
                        .post("/pull-lists/" + list + "/unlocking", reason)
                        .refusal(403))
                .isEqualTo("not-permitted");
        var unlocked = api.post("/pull-lists/" + list + "/unlocking", reason)
                .expect(200)
                .json();
        assertThat(unlocked.path("locked").asBoolean()).isFalse();
        planner.add(list, more).expect(200);
        planner.despite(event, Phase.LOAD_OUT, "To be bought").expect(200);
        assertThat(planner.add(list, more).refusal(409)).isEqualTo("pull-list-locked");
        var actions = texts(
                api.get("/pull-lists/" + list + "/history").expect(200).json().path("items"), "action");
        assertThat(actions).containsExactly("lines-added", "unlocked", "lines-added");
    }
}

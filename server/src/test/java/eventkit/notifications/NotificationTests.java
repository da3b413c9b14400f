package eventkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.notifications.Notification.About;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class NotificationTests {
    private static final About CABLE = new About("product", UUID.randomUUID(), "Cable 10 m");
    private final Company company;
    private final Messenger messenger;
    private final Warehouse warehouse;
    private final Outbox outbox;

    NotificationTests(Company company, Messenger messenger, Warehouse warehouse, Outbox outbox) {
        this.company = company;
        this.messenger = messenger;
        this.warehouse = warehouse;
        this.outbox = outbox;
    }

    @Test
    void tellsWhoRepairsOfWhatSomebodyReportsDamaged() {
        outbox.drain();
        var mechanic = company.somebodyWho("MAINTENANCE_EDIT");
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Desk", 1L), warehouse.shelf(warehouse.hall()));
        company.owner()
                .send("POST", "/assets/" + asset + "/damage", Map.of("reason", "Dented"), Map.of("If-Match", "*"))
                .expect(200);
        outbox.drain();
        var told = mechanic.get("/notifications").expect(200).json().path("items");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("type").asString()).isEqualTo("DAMAGE_REPORTED");
        assertThat(told.get(0).path("subject").path("id").asString()).isEqualTo(asset.toString());
    }

    @Test
    void tellsWhoeverMayActOnItAndNobodyElse() {
        var storekeeper = company.somebodyWho("STOCK_ADJUST");
        var driver = company.somebodyWho("MOVE");
        tellLowStock();
        var told = storekeeper.get("/notifications").expect(200).json();
        assertThat(told.path("total").asInt()).isEqualTo(1);
        var notification = told.path("items").get(0);
        assertThat(notification.path("type").asString()).isEqualTo("LOW_STOCK");
        assertThat(notification.path("text").asString()).isEqualTo("Cable 10 m is running low: 4 left");
        assertThat(notification.path("subject").path("label").asString()).isEqualTo("Cable 10 m");
        assertThat(notification.path("readAt").isNull()).isTrue();
        assertThat(driver.get("/notifications").expect(200).json().path("total").asInt())
                .isZero();
    }

    @Test
    void isReadOnceAndAllAtOnce() {
        var storekeeper = company.somebodyWho("STOCK_ADJUST");
        tellLowStock();
        tellLowStock();
        tellLowStock();
        assertThat(unread(storekeeper)).isEqualTo(3);
        var id = storekeeper
                .get("/notifications?unread=true")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var read = storekeeper
                .post("/notifications/" + id + "/read", null)
                .expect(200)
                .json();
        assertThat(read.path("readAt").asString()).isNotBlank();
        assertThat(storekeeper
                        .post("/notifications/" + id + "/read", null)
                        .expect(200)
                        .json())
                .isEqualTo(read);
        assertThat(unread(storekeeper)).isEqualTo(2);
        assertThat(storekeeper
                        .get("/notifications?unread=false")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(storekeeper
                        .post("/notifications/read-all", null)
                        .expect(200)
                        .json()
                        .path("read")
                        .asInt())
                .isEqualTo(2);
        assertThat(unread(storekeeper)).isZero();
    }

    @Test
    void showsNobodyElsesNotifications() {
        var one = company.somebodyWho("STOCK_ADJUST");
        var other = company.somebodyWho("MOVE");
        tellLowStock();
        var id = one.get("/notifications")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(other.post("/notifications/" + id + "/read", null).refusal(404))
                .isEqualTo("not-found");
        assertThat(unread(one)).isEqualTo(1);
    }

    @Test
    void tellsAReminderOnceHoweverOftenItIsRepeated() {
        var planner = company.somebodyWho("MAINTENANCE_EDIT");
        for (int i = 0; i < 3; i++) {
            messenger.tellWhoMayOnce(
                    NotificationType.MAINTENANCE_DUE,
                    new About("inspection", null, "due"),
                    Map.of("overdue", 2, "dueSoon", 5),
                    "maintenance-due:2027-06-01");
        }
        var items = planner.get("/notifications").expect(200).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).path("text").asString()).isEqualTo("Inspections overdue: 2, due soon: 5");
    }

    @Test
    void doesNotTellWhoeverDidIt() {
        var doer = company.somebodyWho("STOCK_ADJUST");
        var id = UUID.fromString(doer.get("/me").expect(200).id());
        messenger.tellWhoMay(NotificationType.LOW_STOCK, CABLE, Map.of("quantity", 4), id);
        assertThat(unread(doer)).isZero();
    }

    @Test
    void leavesOutWhatSomebodyDoesNotWantToHear() {
        var storekeeper = company.somebodyWho("STOCK_ADJUST", "MAINTENANCE_EDIT");
        var before = storekeeper.get("/notifications/preferences").expect(200);
        assertThat(before.json().path("items").toString())
                .contains("\"LOW_STOCK\"", "\"REPAIR_REPORTED\"", "\"IMPORT_FINISHED\"")
                .doesNotContain("QUOTE_ACCEPTED");
        var after = storekeeper
                .put(
                        "/notifications/preferences",
                        Map.of("items", List.of(Map.of("type", "LOW_STOCK", "inApp", false))),
                        before.etag())
                .expect(200);
        for (var item : after.json().path("items")) {
            assertThat(item.path("inApp").asBoolean())
                    .isEqualTo(!item.path("type").asString().equals("LOW_STOCK"));
        }
        tellLowStock();
        assertThat(unread(storekeeper)).isZero();
        var stale = storekeeper.put(
                "/notifications/preferences",
                Map.of("items", List.of(Map.of("type", "LOW_STOCK", "inApp", true))),
                before.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        storekeeper
                .put(
                        "/notifications/preferences",
                        Map.of("items", List.of(Map.of("type", "LOW_STOCK", "inApp", true))),
                        after.etag())
                .expect(200);
        tellLowStock();
        assertThat(unread(storekeeper)).isEqualTo(1);
        var trail = company.owner()
                .get("/audit?entity=notification-preferences")
                .expect(200)
                .json()
                .path("items");
        assertThat(trail.get(0).path("changes").get(0).path("field").asString()).isEqualTo("muted");
    }

    @Test
    void refusesNonsensePreferences() {
        var somebody = company.somebodyWho();
        for (var body : List.of(
                "{}", "{\"items\":null}", "{\"items\":[null]}", "{\"items\":[{\"type\":null,\"inApp\":true}]}")) {
            assertThat(somebody.put("/notifications/preferences", body, "*").refusal(400))
                    .as(body)
                    .isEqualTo("invalid");
        }
        for (var body : List.of(
                "", "{\"items\":[{\"type\":\"NO_SUCH\",\"inApp\":true}]}", "{\"items\":[{\"type\":\"LOW_STOCK\"}]}")) {
            assertThat(somebody.put("/notifications/preferences", body, "*").status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(somebody.send("PUT", "/notifications/preferences", Map.of("items", List.of()), Map.of())
                        .refusal(428))
                .isEqualTo("if-match-required");
        assertThat(somebody.get("/notifications?unread=perhaps").status()).isEqualTo(400);
        assertThat(somebody.get("/notifications?type=NO_SUCH").status()).isEqualTo(400);
    }

    @Test
    void pagesByCursor() {
        var storekeeper = company.somebodyWho("STOCK_ADJUST");
        for (int i = 0; i < 5; i++) tellLowStock();
        var first = storekeeper.get("/notifications?limit=3").expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(3);
        var second = storekeeper
                .get("/notifications?limit=3&cursor=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    private void tellLowStock() {
        Callers.runAs(
                Caller.system(),
                () -> messenger.tellWhoMay(NotificationType.LOW_STOCK, CABLE, Map.of("quantity", 4), null));
    }

    private static int unread(Api api) {
        return api.get("/notifications/unread")
                .expect(200)
                .json()
                .path("unread")
                .asInt();
    }
}

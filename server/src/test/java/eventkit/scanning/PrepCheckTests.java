package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a second person was asked for, nothing leaves that nobody but its picker has looked over. */
@ServerTest
class PrepCheckTests {
    private final Company company;
    private final Dock dock;
    private final UUID lamp;
    private final UUID cable;
    private final List<UUID> lamps;
    private final UUID event;

    PrepCheckTests(Company company, Warehouse warehouse, Dock dock) {
        this.company = company;
        this.dock = dock;
        var hall = warehouse.hall();
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        cable = warehouse.cable();
        dock.stock(cable, hall, 30);
        lamps = dock.assets(lamp, hall, 3);
        event = dock.loading(hall, "2028-07-01", List.of(of(lamp, 3), of(cable, 12)));
    }

    private Api.Answer want(boolean wanted) {
        return dock.api().send("PUT", "/scanning/jobs/" + event + "/check", Map.of("wanted", wanted), Map.of());
    }

    private Api.Answer confirm(Api as) {
        return confirm(as, check().path("scans").asLong());
    }

    private Api.Answer confirm(Api as, long scans) {
        return as.post("/scanning/jobs/" + event + "/check", Map.of("scans", scans));
    }

    private JsonNode check() {
        return dock.job(event).path("event").path("check");
    }

    private Map<String, Object> cables(Map<String, Object> scan, int quantity) {
        scan.put("quantity", quantity);
        return scan;
    }

    @Test
    void nothingLeavesBeforeSomebodyElseHasLookedItOver() {
        var colleague = company.somebody("WAREHOUSE");
        want(true).expect(204);
        dock.accepted(
                dock.pick(event, ThingKind.ASSET, lamps.get(0)),
                cables(dock.pick(event, ThingKind.PRODUCT, cable), 12));
        assertThat(codes(dock.send(dock.out(event, ThingKind.ASSET, lamps.get(0)))))
                .containsExactly("-prep-unchecked");

        var own = confirm(dock.api()).expect(403).json();
        assertThat(own.path("code").asString()).isEqualTo("second-person-needed");
        assertThat(own.path("facts").path("pickedBy")).hasSize(1);
        confirm(colleague).expect(204);

        assertThat(check().path("byName").asString()).isEqualTo("Somebody");
        dock.accepted(
                dock.out(event, ThingKind.ASSET, lamps.get(0)), cables(dock.out(event, ThingKind.PRODUCT, cable), 12));
        assertThat(dock.counts(event)).containsExactly("3/0/1/0/0", "12/0/12/0/0");
    }

    @Test
    void whatNobodyMadeReadyDoesNotLeaveEither() {
        var colleague = company.somebody("WAREHOUSE");
        want(true).expect(204);
        dock.accepted(
                dock.pick(event, ThingKind.ASSET, lamps.get(0)), cables(dock.pick(event, ThingKind.PRODUCT, cable), 5));
        confirm(colleague).expect(204);
        var answers = dock.send(
                dock.out(event, ThingKind.ASSET, lamps.get(1)),
                cables(dock.out(event, ThingKind.PRODUCT, cable), 6),
                cables(dock.out(event, ThingKind.PRODUCT, cable), 5));
        assertThat(codes(answers)).containsExactly("-prep-unchecked", "-prep-unchecked", "checked-out");
        assertThat(answers.json()
                        .path("answers")
                        .get(1)
                        .path("facts")
                        .path("numbers")
                        .get(0)
                        .asString())
                .startsWith("1 × ");
    }

    @Test
    void whatIsMadeReadyLaterIsLookedOverAgain() {
        var colleague = company.somebody("WAREHOUSE");
        want(true).expect(204);
        dock.accepted(dock.pick(event, ThingKind.ASSET, lamps.get(0)));
        confirm(colleague).expect(204);
        // In one journal: the check is gone for what comes after.
        var answers = dock.send(
                dock.pick(event, ThingKind.ASSET, lamps.get(1)), dock.out(event, ThingKind.ASSET, lamps.get(0)));
        assertThat(codes(answers)).containsExactly("picked", "-prep-unchecked");
        assertThat(check().path("at").isNull()).isTrue();
        confirm(colleague).expect(204);
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)), dock.out(event, ThingKind.ASSET, lamps.get(1)));
    }

    @Test
    void nobodyConfirmsWhatHeDidNotSee() {
        var colleague = company.somebody("WAREHOUSE");
        want(true).expect(204);
        long seen = check().path("scans").asLong();
        dock.accepted(dock.pick(event, ThingKind.ASSET, lamps.get(0)));
        var changed = confirm(colleague, seen).expect(409).json();
        assertThat(changed.path("code").asString()).isEqualTo("prep-changed");
    }

    @Test
    void isAskedForByWhoPlans() {
        var colleague = company.somebodyWho("SCAN", "EVENT_READ");
        colleague
                .send("PUT", "/scanning/jobs/" + event + "/check", Map.of("wanted", true), Map.of())
                .expect(403);
        want(true).expect(204);
        want(true).expect(204);
        want(false).expect(204);
        assertThat(check().path("wanted").asBoolean()).isFalse();
        dock.accepted(dock.out(event, ThingKind.ASSET, lamps.get(0)));
        confirm(colleague).expect(409);
    }
}

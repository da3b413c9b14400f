package eventkit.scanning;

import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What left on which vehicle, with weight and volume. */
@ServerTest
class VehicleLoadTests {
    private static final String DAY = "2028-11-03";
    private final Dock dock;
    private final DSLContext db;
    private final UUID hall;
    private final UUID shelf;
    private final UUID lamp;
    private final UUID cable;

    VehicleLoadTests(Warehouse warehouse, Dock dock, DSLContext db) {
        this.dock = dock;
        this.db = db;
        hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        lamp = warehouse.product("SERIALISED", "Lamp", 7_000L);
        cable = warehouse.cable();
        db.execute(
                "update catalogue.product set width_millimetres = 100, height_millimetres = 200, depth_millimetres = 300 where id = ?",
                lamp);
    }

    private Map<String, Object> onto(String vehicle, Map<String, Object> scan) {
        scan.put("vehicle", vehicle);
        return scan;
    }

    /** Each with its pieces, grams, cubic centimetres and what is not known, then its items. */
    private List<String> loads(UUID event) {
        var told = new ArrayList<String>();
        for (var load : dock.api()
                .get("/scanning/jobs/" + event + "/loads")
                .expect(200)
                .json()
                .path("loads")) {
            told.add(load.path("vehicle").asString("none") + ": " + load.path("pieces") + " pieces, "
                    + load.path("weightGrams") + " g, "
                    + load.path("volumeCubicMillimetres").asLong() / 1_000 + " cm³, "
                    + load.path("weightsUnknown") + " and " + load.path("volumesUnknown") + " unknown");
            for (var item : load.path("items"))
                told.add(item.path("quantity") + " " + item.path("kind").asString() + " "
                        + item.path("weightGrams") + " g"
                        + (item.path("back").asBoolean(false) ? ", back" : ""));
        }
        return told;
    }

    @Test
    void eachVehicleHasWhatWasScannedOntoItLast() {
        var lamps = dock.assets(lamp, shelf, 5);
        var box = dock.flightCase(shelf, "PER_JOB", lamps.get(3), lamps.get(4));
        db.execute("update cases.flight_case set tare_weight_grams = 9000 where id = ?", box);
        dock.stock(cable, shelf, 20);
        var event = dock.loading(hall, DAY, List.of(of(lamp, 5), of(cable, 12)));
        assertThat(loads(event)).isEmpty();
        var wrong = onto("Truck 2", dock.out(event, ThingKind.ASSET, lamps.get(0)));
        var cables = onto("Truck 2", dock.out(event, ThingKind.PRODUCT, cable));
        cables.put("quantity", 12);
        dock.accepted(
                wrong,
                dock.undo(wrong),
                onto("Truck 1", dock.out(event, ThingKind.ASSET, lamps.get(0))),
                onto("Truck 1", dock.out(event, ThingKind.CASE, box)),
                cables,
                dock.out(event, ThingKind.ASSET, lamps.get(1)));
        dock.accepted(dock.in(ThingKind.ASSET, lamps.get(0)));
        assertThat(loads(event))
                .containsExactly(
                        "Truck 1: 2 pieces, 30000 g, 6000 cm³, 0 and 1 unknown",
                        "1 CASE 23000 g",
                        "1 ASSET 7000 g, back",
                        "Truck 2: 12 pieces, 6000 g, 0 cm³, 0 and 1 unknown",
                        "12 PRODUCT 6000 g",
                        "none: 1 pieces, 7000 g, 6000 cm³, 0 and 0 unknown",
                        "1 ASSET 7000 g");
    }

    @Test
    void thereIsNoneOfNoEvent() {
        dock.api().get("/scanning/jobs/" + UUID.randomUUID() + "/loads").expect(404);
    }
}

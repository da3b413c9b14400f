package eventkit.demo;

import eventkit.demo.World.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two warehouses with zones and shelves, workshops, trucks, venues, a partner, and what is on the way. */
final class DemoPlaces {
    private final World world;
    private final Instant moment;

    DemoPlaces(World world) {
        this.world = world;
        this.moment = Days.at(Days.workday(world.days.ago(800)), 8, 30);
    }

    void fill() {
        for (var one : List.of(
                List.of("Berlin", "B", "Hafenstraße 12, 10245 Berlin"),
                List.of("Hamburg", "H", "Kranweg 4, 20457 Hamburg"))) {
            var root = place(null, "WAREHOUSE", "Warehouse " + one.getFirst(), one.get(1), one.get(2));
            for (char zone = 'A'; zone <= 'F'; zone++) {
                var code = one.get(1) + "-" + zone;
                var area = place(root, "ZONE", "Zone " + zone, code, null);
                for (int shelf = 1; shelf <= 10; shelf++)
                    place(area, "SHELF", "Shelf " + shelf, code + "%02d".formatted(shelf), null);
            }
            place(root, "ZONE", "Goods in", one.get(1) + "-IN", null);
        }
        place(null, "REPAIR_SHOP", "Own workshop", "WS", null);
        place(null, "REPAIR_SHOP", "Spreewerk Service", "SPREEWERK", null);
        for (var truck : List.of("B-SL 1201", "B-SL 1202", "B-SL 1203"))
            place(null, "TRUCK", "Truck " + truck, truck, null);
        place(null, "VENUE", "City Arena", "CITY-ARENA", null);
        place(null, "VENUE", "Congress Centre, Hall B", "CONGRESS-B", null);
        place(null, "VENUE", "Harbour Stage", "HARBOUR", null);
        place(null, "PARTNER", "Nordlicht AV", "NORDLICHT", null);
        place(null, "TRANSIT", "In transit", null, null);
    }

    private Place place(
            @Nullable Place parent, String kind, String name, @Nullable String code, @Nullable String address) {
        int position = world.places.size() + 1;
        var at = moment.plus(Duration.ofSeconds(position * 5L));
        var id = world.dice.id(at);
        var path = new ArrayList<UUID>(parent == null ? List.of() : parent.path());
        path.add(id);
        var label = parent == null ? name : parent.label() + " / " + name;
        var place = new Place(id, kind, name, label, parent == null ? null : parent.id(), path);
        world.add(place);
        world.sheets.locations.add(
                id,
                place.parent(),
                kind,
                name,
                code,
                address,
                path,
                place.root(),
                position,
                kind.equals("SHELF") ? position : null,
                at);
        world.diary.wrote(
                at,
                world.staff.inventory(),
                "location",
                id,
                name,
                "created",
                1,
                "name",
                null,
                name,
                "kind",
                null,
                kind,
                "code",
                null,
                code,
                "path",
                null,
                label);
        return place;
    }
}

package eventkit.demo;

import eventkit.core.Permission;
import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people find on their desks: views they keep, and what they were told lately. */
final class DemoDesk {
    private final World world;
    private final Function<Permission, List<UUID>> whoMay;

    DemoDesk(World world, Function<Permission, List<UUID>> whoMay) {
        this.world = world;
        this.whoMay = whoMay;
    }

    void views() {
        var owner = world.staff.owner();
        var inventory = world.staff.inventory();
        var warehouse = world.staff.all().stream()
                .filter(p -> p.role().equals("WAREHOUSE"))
                .findFirst()
                .orElseThrow();
        view(owner, "assets", "Out on jobs", "number", Map.of("status", List.of("CHECKED_OUT", "ON_SITE")), true);
        view(
                owner,
                "assets",
                "Bought this year",
                "-purchaseDate",
                Map.of("purchasedFrom", List.of(world.days.today().getYear() + "-01-01")),
                false);
        view(inventory, "assets", "Not fit for a job", "number", Map.of("fit", List.of("false")), true);
        view(inventory, "assets", "Lost", "number", Map.of("status", List.of("LOST")), false);
        view(warehouse, "assets", "To shelve", "location", Map.of("status", List.of("CHECKED_IN")), false);
        view(inventory, "consumables", "To order", "name", Map.of("status", List.of("LOW", "OUT")), true);
        view(warehouse, "cases", "Open cases", "number", Map.of("status", List.of("OPEN")), false);
    }

    private void view(
            Person owner, String list, String name, String sort, Map<String, List<String>> filters, boolean shared) {
        var at = Days.office(Days.workday(world.days.ago(world.dice.between(30, 300))), world.dice);
        var query = Json.of(Json.object("q", "", "sort", sort, "filters", filters));
        world.sheets.views.add(world.dice.id(at), owner.id(), list, name, query, shared, at);
    }

    /** A board that whoever runs the stores shows everybody. */
    void boards() {
        var dice = new Dice(20_261_128);
        var at = Days.office(Days.workday(world.days.ago(40)), dice);
        var widgets = List.of(
                widget(dice, at, "STOCK", "MEDIUM", null),
                widget(dice, at, "UPCOMING", "MEDIUM", 7),
                widget(dice, at, "UTILISATION", "LARGE", 30),
                widget(dice, at, "EQUIPMENT", "MEDIUM", null),
                widget(dice, at, "ACTIVITY", "MEDIUM", null));
        world.sheets.boards.add(
                dice.id(at), world.staff.inventory().id(), "Stores at a glance", Json.of(widgets), true, at, at);
    }

    private static Map<String, @Nullable Object> widget(
            Dice dice, Instant at, String kind, String size, @Nullable Integer days) {
        return Json.object("id", dice.id(at), "kind", kind, "size", size, "settings", Json.object("days", days));
    }

    void notifications(DemoRepairs repairs, DemoStock stock, List<Unit> units, int overdue) {
        var recently = Days.at(world.days.ago(21), 0, 0);
        for (var r : repairs.all) {
            if (r.reportedAt.isBefore(recently)) continue;
            tell(
                    Permission.MAINTENANCE_EDIT,
                    "REPAIR_REPORTED",
                    "maintenance-job",
                    r.id,
                    r.number,
                    Json.object("number", r.number, "item", r.item(), "severity", r.severity()),
                    null,
                    r.reportedAt,
                    r.by.id());
        }
        stock.low.forEach((product, since) -> {
            if (since.isAfter(recently))
                tell(
                        Permission.STOCK_ADJUST,
                        "LOW_STOCK",
                        "product",
                        product.id(),
                        product.name(),
                        Json.object("quantity", stock.loose(product), "reorderPoint", stock.point(product)),
                        null,
                        since,
                        null);
        });
        for (var unit : units) {
            if (!unit.status.equals("DAMAGED") || unit.since.isBefore(recently)) continue;
            if (repairs.all.stream().anyMatch(r -> r.unit == unit)) continue;
            tell(
                    Permission.MAINTENANCE_EDIT,
                    "DAMAGE_REPORTED",
                    "asset",
                    unit.id,
                    unit.number,
                    Json.object("count", 1, "product", unit.product.name()),
                    null,
                    unit.since,
                    null);
        }
        for (int ago = 6; ago > 0; ago--) {
            var day = world.days.ago(ago);
            tell(
                    Permission.MAINTENANCE_EDIT,
                    "MAINTENANCE_DUE",
                    "inspection",
                    null,
                    day.toString(),
                    Json.object("overdue", Math.max(0, overdue - ago), "dueSoon", 100 + ago * 3),
                    "maintenance-due:" + day,
                    Days.at(day, 6, 0),
                    null);
        }
    }

    void failed(Unit unit, String plan, UUID inspection, Instant at, Person by) {
        tell(
                Permission.MAINTENANCE_EDIT,
                "INSPECTION_FAILED",
                "asset",
                unit.id,
                unit.number,
                Json.object("plan", plan, "inspectionId", inspection.toString()),
                null,
                at,
                by.id());
    }

    private void tell(
            Permission permission,
            String type,
            String kind,
            @Nullable UUID id,
            String label,
            Map<String, @Nullable Object> facts,
            @Nullable String once,
            Instant at,
            @Nullable UUID except) {
        var unread = Days.at(world.days.ago(3), 0, 0);
        for (var user : whoMay.apply(permission)) {
            if (user.equals(except)) continue;
            world.sheets.notifications.add(
                    world.dice.id(at),
                    user,
                    type,
                    kind,
                    id,
                    label,
                    Json.of(facts),
                    once,
                    at,
                    at.isBefore(unread) ? at.plusSeconds(3_600) : null);
        }
    }
}

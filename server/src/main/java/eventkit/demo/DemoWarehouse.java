package eventkit.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products, shelves and assets, and two years in which the assets went out and came back. */
final class DemoWarehouse {
    /** What is known of an asset while its years are told. */
    static final class Unit {
        final UUID id;
        final UUID productId;
        final String number;
        final UUID home;
        final Instant bought;
        String status = "";

        @Nullable
        UUID location;

        long version;

        @Nullable
        Instant ended;

        Unit(UUID id, UUID productId, String number, UUID home, Instant bought) {
            this.id = id;
            this.productId = productId;
            this.number = number;
            this.home = home;
            this.bought = bought;
            begin();
        }

        void begin() {
            status = "AVAILABLE";
            location = home;
            version = 1;
            ended = null;
        }
    }

    record Place(
            UUID id, String kind, String name, @Nullable UUID parent, List<UUID> path) {}

    record Product(UUID id, DemoProducts.Line line) {}

    private static final long STORY_SEED = 1_850_0142L;
    private static final List<String> JOBS = List.of(
            "Northside Winter Festival",
            "Helix Pharma Town Hall",
            "The Lanterns, tour leg 1",
            "The Lanterns, tour leg 2",
            "Atlas Motors reveal",
            "City Arena New Year",
            "Opera Gala",
            "Riverside Church Concert",
            "Christmas Market Main Stage",
            "DevSummit",
            "Trade Fair Hall 4",
            "Harbour Open Air",
            "Jazz in the Park",
            "Theatre Premiere",
            "Marathon Finish Line",
            "University Ball");
    private static final List<String> SUPPLIERS =
            List.of("Lichtwerk Vertrieb", "Proaudio Nord", "Bühnenbedarf Süd", "Event Technik Handel");

    private final Connection connection;
    private final Dice dice;
    private final Instant now;
    private final int scale;
    private final UUID owner;
    final Map<String, UUID> categories = new LinkedHashMap<>();
    final List<Product> products = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();

    DemoWarehouse(Connection connection, Dice dice, Instant now, int scale, UUID owner) {
        this.connection = connection;
        this.dice = dice;
        this.now = now.truncatedTo(ChronoUnit.DAYS);
        this.scale = scale;
        this.owner = owner;
    }

    void fill() {
        products();
        places();
        buy();
        // Told twice from the same dice: first to know how each asset ends, then to write what led there.
        story(new Tale(null, null));
        assets();
        units.forEach(Unit::begin);
        try (var movements = new Rows(
                        connection,
                        "inventory.asset_movement (id, asset_id, at, actor_id, from_location_id, to_location_id, from_status, to_status, reason, reference)");
                var audit = new Rows(
                        connection,
                        "core.audit_entry (id, at, actor_id, actor_name, via, subject_kind, subject_id, subject_label, action, version, changes)")) {
            story(new Tale(movements, audit));
        }
        new DemoFloor(connection, dice, now, scale, this).fill();
    }

    private void story(Tale tale) {
        var fate = new Dice(STORY_SEED);
        units.forEach(tale::registered);
        years(tale, fate);
        ends(tale, fate);
    }

    /** Remembers what happens to a unit, and writes it where it has rows to write to. */
    final class Tale {
        private final @Nullable Rows movements;
        private final @Nullable Rows audit;

        Tale(@Nullable Rows movements, @Nullable Rows audit) {
            this.movements = movements;
            this.audit = audit;
        }

        void registered(Unit unit) {
            if (movements == null) return;
            movements.add(
                    dice.id(unit.bought),
                    unit.id,
                    unit.bought,
                    owner,
                    null,
                    unit.home,
                    null,
                    "AVAILABLE",
                    "Registered",
                    null);
            audit(
                    unit,
                    unit.bought,
                    "created",
                    "[{\"field\":\"number\",\"old\":null,\"now\":\"" + unit.number + "\"}]");
        }

        void moves(
                Unit unit,
                Instant at,
                String status,
                @Nullable UUID to,
                @Nullable String reason,
                @Nullable String reference) {
            unit.version++;
            if (movements != null) {
                movements.add(
                        dice.id(at), unit.id, at, owner, unit.location, to, unit.status, status, reason, reference);
                audit(
                        unit,
                        at,
                        "moved",
                        "[{\"field\":\"status\",\"old\":\"" + unit.status + "\",\"now\":\"" + status + "\"}]");
            }
            unit.status = status;
            unit.location = to;
        }

        private void audit(Unit unit, Instant at, String action, String changes) {
            if (audit != null)
                audit.add(
                        dice.id(at),
                        at,
                        owner,
                        "Ana Ruiz",
                        "SYSTEM",
                        "asset",
                        unit.id,
                        unit.number,
                        action,
                        unit.version,
                        changes);
        }
    }

    private void products() {
        var lines = DemoProducts.all(dice);
        try (var rows = new Rows(connection, "catalogue.category (id, parent_id, name, position, attributes)")) {
            for (var line : lines) {
                var parts = List.of(line.category().split("/"));
                UUID parent = null;
                for (int depth = 1; depth <= parts.size(); depth++) {
                    var path = String.join("/", parts.subList(0, depth));
                    var known = categories.get(path);
                    if (known == null) {
                        known = dice.id(now);
                        categories.put(path, known);
                        rows.add(
                                known,
                                parent,
                                parts.get(depth - 1),
                                categories.size(),
                                path.equals("Lighting") ? LIGHTING_ATTRIBUTES : "[]");
                    }
                    parent = known;
                }
            }
        }
        var founded = now.minus(Duration.ofDays(800));
        try (var rows = new Rows(
                connection,
                "catalogue.product (id, kind, manufacturer, model, name, category_id, number_prefix, weight_grams, width_millimetres, height_millimetres,"
                        + " depth_millimetres, power_watts, hire_price_minor, currency, attributes, manual_url, product_url, created_at)")) {
            int n = 0;
            for (var line : lines) {
                var at = founded.plusSeconds(n++);
                var product = new Product(dice.id(at), line);
                products.add(product);
                Long price = line.units() == 0 || line.kind().equals("CONSUMABLE")
                        ? null
                        : (long) dice.between(2, 120) * (line.kind().equals("BULK") ? 25 : 100);
                rows.add(
                        product.id(),
                        line.kind(),
                        line.manufacturer(),
                        line.model(),
                        line.manufacturer() + " " + line.model(),
                        categories.get(line.category()),
                        line.prefix().isEmpty() ? null : line.prefix(),
                        line.number("weight_kg", 1000),
                        line.number("width_mm", 1),
                        line.number("height_mm", 1),
                        line.number("depth_mm", 1),
                        line.text("power_w"),
                        price,
                        "EUR",
                        attributes(line),
                        line.text("manual_url"),
                        line.text("product_url"),
                        at);
            }
        }
    }

    private static final String LIGHTING_ATTRIBUTES =
            "[{\"key\":\"dmxConnector\",\"label\":\"DMX connector\",\"type\":\"TEXT\",\"unit\":null,\"required\":false,\"choices\":[],\"min\":null,\"max\":null},"
                    + "{\"key\":\"powerConnectors\",\"label\":\"Power connectors\",\"type\":\"TEXT\",\"unit\":null,\"required\":false,\"choices\":[],\"min\":null,\"max\":null}]";

    private static String attributes(DemoProducts.Line line) {
        var parts = new ArrayList<String>();
        if (line.text("dmx_connector") != null) parts.add("\"dmxConnector\":\"" + line.text("dmx_connector") + "\"");
        if (line.text("power_connectors") != null)
            parts.add("\"powerConnectors\":\"" + line.text("power_connectors") + "\"");
        return "{" + String.join(",", parts) + "}";
    }

    private void places() {
        try (var rows = new Rows(
                connection,
                "inventory.location (id, parent_id, kind, name, code, address, path, warehouse_id, position)")) {
            for (var warehouse : List.of(List.of("Berlin", "B"), List.of("Hamburg", "H"))) {
                var root = place(rows, null, "WAREHOUSE", "Warehouse " + warehouse.getFirst(), warehouse.get(1), null);
                for (char zone = 'A'; zone <= 'F'; zone++) {
                    var code = warehouse.get(1) + "-" + zone;
                    var area = place(rows, root, "ZONE", "Zone " + zone, code, null);
                    for (int shelf = 1; shelf <= 10; shelf++) {
                        place(rows, area, "SHELF", "Shelf " + shelf, code + "%02d".formatted(shelf), null);
                    }
                }
            }
            place(rows, null, "REPAIR_SHOP", "Own workshop", "WS", null);
            for (var truck : List.of("B-SL 1201", "B-SL 1202", "B-SL 1203"))
                place(rows, null, "TRUCK", "Truck " + truck, truck, null);
            place(rows, null, "VENUE", "City Arena", "CITY-ARENA", null);
            place(rows, null, "VENUE", "Congress Centre, Hall B", "CONGRESS-B", null);
            place(rows, null, "PARTNER", "Nordlicht AV", "NORDLICHT", null);
        }
    }

    private Place place(
            Rows rows, @Nullable Place parent, String kind, String name, String code, @Nullable String address) {
        var id = dice.id(now.minus(Duration.ofDays(800)));
        var path = new ArrayList<UUID>(parent == null ? List.of() : parent.path());
        path.add(id);
        var place = new Place(id, kind, name, parent == null ? null : parent.id(), path);
        places.add(place);
        rows.add(id, place.parent(), kind, name, code, address, path, path.getFirst(), places.size());
        return place;
    }

    List<Place> of(String kind) {
        return places.stream().filter(p -> p.kind().equals(kind)).toList();
    }

    private void buy() {
        var shelves = of("SHELF");
        try (var sequences = new Rows(connection, "inventory.number_sequence (prefix, next)")) {
            for (var product : products) {
                if (!product.line().kind().equals("SERIALISED")
                        || product.line().units() == 0) continue;
                int n = product.line().units() * scale;
                var shelf = dice.pick(shelves);
                var bought = now.minus(Duration.ofDays(dice.between(200, 780))).plus(Duration.ofHours(9));
                for (int i = 1; i <= n; i++) {
                    if (i % 24 == 0) shelf = dice.pick(shelves);
                    units.add(new Unit(
                            dice.id(bought),
                            product.id(),
                            "%s-%03d".formatted(product.line().prefix(), i),
                            shelf.id(),
                            bought.plusSeconds(i)));
                }
                sequences.add(product.line().prefix(), n + 1);
            }
        }
    }

    /** Sixty jobs at each scale; what is out comes back, but for the jobs of the last days. */
    private void years(Tale tale, Dice fate) {
        var venues = of("VENUE");
        var trucks = of("TRUCK");
        int jobs = 60;
        var busyUntil = new HashMap<Unit, Instant>();
        for (int job = 0; job < jobs; job++) {
            var start = now.minus(Duration.ofDays((long) (jobs - job) * 11)).plus(Duration.ofHours(7));
            var name = fate.pick(JOBS) + " "
                    + LocalDate.ofInstant(start, ZoneOffset.UTC).getYear();
            var back = start.plus(Duration.ofDays(fate.between(2, 5)));
            boolean stillOut = job == jobs - 1;
            int wanted = Math.min(units.size() / 3, 110 * scale);
            for (int i = 0; i < wanted; i++) {
                var unit = fate.pick(units);
                var free = busyUntil.getOrDefault(unit, unit.bought);
                if (!free.isBefore(start)) continue;
                busyUntil.put(unit, back.plus(Duration.ofDays(1)));
                var minute = Duration.ofSeconds(i);
                tale.moves(
                        unit,
                        start.plus(minute),
                        "CHECKED_OUT",
                        fate.pick(trucks).id(),
                        null,
                        name);
                tale.moves(
                        unit,
                        start.plus(minute).plus(Duration.ofHours(6)),
                        "ON_SITE",
                        fate.pick(venues).id(),
                        null,
                        name);
                if (stillOut) continue;
                tale.moves(unit, back.plus(minute), "CHECKED_IN", unit.home, null, name);
                tale.moves(
                        unit, back.plus(minute).plus(Duration.ofHours(3)), "AVAILABLE", unit.home, "Re-shelved", null);
            }
        }
    }

    private void ends(Tale tale, Dice fate) {
        var at = now.minus(Duration.ofDays(5)).plus(Duration.ofHours(14));
        var workshop = of("REPAIR_SHOP").getFirst();
        for (var unit : units) {
            if (!unit.status.equals("AVAILABLE")) continue;
            int lot = fate.below(200);
            if (lot < 3) tale.moves(unit, at, "DAMAGED", unit.home, "Damaged on the last job", null);
            else if (lot < 6) {
                tale.moves(unit, at.minus(Duration.ofDays(9)), "DAMAGED", unit.home, "Lamp does not strike", null);
                tale.moves(unit, at, "IN_REPAIR", workshop.id(), "Sent to the workshop", null);
            } else if (lot == 6) {
                tale.moves(unit, at, "LOST", null, "Not found at stocktake", null);
                unit.ended = at;
            } else if (lot == 7) {
                tale.moves(unit, at, "RETIRED", null, "Beyond its life", null);
                unit.ended = at;
            } else if (lot == 8) {
                tale.moves(unit, at, "SOLD", null, "Sold used", null);
                unit.ended = at;
            }
        }
    }

    private void assets() {
        try (var rows = new Rows(
                connection,
                "inventory.asset (id, product_id, number, serial, status, condition, location_id, home_location_id, purchase_date, supplier,"
                        + " purchase_cost_minor, insurance_value_minor, currency, depreciation, useful_life_months, residual_value_minor,"
                        + " declining_percent, lost_at, disposed_at, disposed_to, disposal_price_minor, version, created_at)")) {
            UUID last = new UUID(0, 0);
            long cost = 0;
            var supplier = SUPPLIERS.getFirst();
            for (var unit : units) {
                if (!unit.productId.equals(last)) {
                    last = unit.productId;
                    cost = dice.between(8, 480) * 1000L;
                    supplier = dice.pick(SUPPLIERS);
                }
                boolean line = dice.below(10) < 8;
                boolean disposed = unit.status.equals("RETIRED") || unit.status.equals("SOLD");
                rows.add(
                        unit.id,
                        unit.productId,
                        unit.number,
                        Long.toString(100_000_000L + dice.below(900_000_000), 36)
                                .toUpperCase(Locale.ROOT),
                        unit.status,
                        unit.status.equals("DAMAGED") || unit.status.equals("IN_REPAIR") ? "DAMAGED" : "GOOD",
                        unit.location,
                        unit.home,
                        LocalDate.ofInstant(unit.bought, ZoneOffset.UTC),
                        supplier,
                        cost,
                        cost * 9 / 10,
                        "EUR",
                        line ? "STRAIGHT_LINE" : "DECLINING_BALANCE",
                        line ? 60 : null,
                        line ? cost / 10 : null,
                        line ? null : "25",
                        unit.status.equals("LOST") ? unit.ended : null,
                        disposed ? unit.ended : null,
                        unit.status.equals("SOLD") ? "Used gear buyer" : null,
                        unit.status.equals("SOLD") ? cost / 4 : null,
                        unit.version,
                        unit.bought);
            }
        }
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

package eventkit.demo;

import eventkit.demo.DemoWarehouse.Product;
import eventkit.demo.DemoWarehouse.Unit;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What is counted and what is packed: cable and consumables with their ledger, flight cases with their contents. */
final class DemoFloor {
    private static final int CASES = 300;
    private static final List<Integer> SHARES = List.of(60, 40);
    private final Connection connection;
    private final Dice dice;
    private final Instant now;
    private final DemoWarehouse warehouse;
    private final int scale;

    DemoFloor(Connection connection, Dice dice, Instant now, int scale, DemoWarehouse warehouse) {
        this.connection = connection;
        this.dice = dice;
        this.now = now;
        this.scale = scale;
        this.warehouse = warehouse;
    }

    void fill() {
        counted();
        reorder();
        cases();
    }

    private record Lying(UUID productId, UUID locationId, long received, long counted) {}

    private void counted() {
        var shelves = warehouse.of("SHELF");
        var lying = new ArrayList<Lying>();
        for (var product : warehouse.products) {
            if (product.line().kind().equals("SERIALISED")) continue;
            for (int share : SHARES) {
                long received = Math.max(1, (long) product.line().units() * scale * share / 100);
                lying.add(new Lying(
                        product.id(), dice.pick(shelves).id(), received, Math.max(0, received - dice.below(6))));
            }
        }
        // both shares of a product may have fallen on one shelf
        var once = new HashMap<List<UUID>, Lying>();
        for (var one : lying) once.putIfAbsent(List.of(one.productId(), one.locationId()), one);
        var received = now.minus(Duration.ofDays(400));
        var counted = now.minus(Duration.ofDays(40));
        try (var levels = new Rows(
                connection, "stock.level (id, product_id, location_id, quantity, counted_at, changed_at, version)")) {
            once.values().stream()
                    .sorted(java.util.Comparator.comparing(l -> l.productId().toString() + l.locationId()))
                    .forEach(l -> levels.add(
                            dice.id(received), l.productId(), l.locationId(), l.counted(), counted, counted, 2));
        }
        try (var entries = new Rows(
                connection,
                "stock.entry (id, product_id, location_id, sequence, kind, delta, resulting, reason, note, operation_id, at, by_name)")) {
            once.values().stream()
                    .sorted(java.util.Comparator.comparing(l -> l.productId().toString() + l.locationId()))
                    .forEach(l -> {
                        entries.add(
                                dice.id(received),
                                l.productId(),
                                l.locationId(),
                                1,
                                "RECEIPT",
                                l.received(),
                                l.received(),
                                null,
                                null,
                                dice.id(received),
                                received,
                                "Ana Ruiz");
                        entries.add(
                                dice.id(counted),
                                l.productId(),
                                l.locationId(),
                                2,
                                "COUNT",
                                l.counted() - l.received(),
                                l.counted(),
                                null,
                                null,
                                dice.id(counted),
                                counted,
                                "Tom Keller");
                    });
        }
    }

    /** One consumable in five lies below its reorder point. */
    private void reorder() {
        try (var rows = new Rows(
                connection,
                "stock.reorder (product_id, par_level, reorder_point, reorder_quantity, supplier, low_since)")) {
            int n = 0;
            for (var product : warehouse.products) {
                if (!product.line().kind().equals("CONSUMABLE")) continue;
                boolean low = n++ % 5 == 0;
                long units = (long) product.line().units() * scale;
                long point = low ? units * 2 : units / 3;
                rows.add(
                        product.id(),
                        Math.max(units, point) * 2,
                        point,
                        units,
                        "Bühnenbedarf Süd",
                        low ? now.minus(Duration.ofDays(3)) : null);
            }
        }
    }

    private void cases() {
        var byProduct = new HashMap<UUID, List<Unit>>();
        for (var unit : warehouse.units) {
            if (unit.status.equals("AVAILABLE"))
                byProduct
                        .computeIfAbsent(unit.productId, p -> new ArrayList<>())
                        .add(unit);
        }
        var made = now.minus(Duration.ofDays(500));
        int n = 0;
        var packed = new ArrayList<Object[]>();
        var expected = new ArrayList<Object[]>();
        try (var rows = new Rows(
                connection,
                "cases.flight_case (id, number, name, contents_kind, tare_weight_grams, length_millimetres, width_millimetres, height_millimetres,"
                        + " location_id, status, used_at, created_at, changed_at)")) {
            for (int round = 0; n < CASES * scale && round < 100; round++) {
                for (Product product : warehouse.products) {
                    var waiting = byProduct.get(product.id());
                    int size = size(product);
                    if (waiting == null || waiting.size() < size || n >= CASES * scale) continue;
                    var home = waiting.getFirst().home;
                    var contents = new ArrayList<Unit>();
                    for (var unit : List.copyOf(waiting)) {
                        if (contents.size() < size && unit.home.equals(home)) contents.add(unit);
                    }
                    waiting.removeAll(contents);
                    if (contents.size() < size) continue;
                    var id = dice.id(made);
                    boolean fixed = !dice.oneIn(4);
                    rows.add(
                            id,
                            "FC-%04d".formatted(++n),
                            product.line().model() + " " + size + "-way case",
                            fixed ? "FIXED" : "PER_JOB",
                            dice.between(14, 62) * 1000L,
                            1200,
                            600,
                            dice.pick(List.of(600, 750, 900)),
                            home,
                            "CLOSED",
                            made,
                            made,
                            made);
                    contents.forEach(unit -> packed.add(new Object[] {unit.id, id, made}));
                    if (fixed) expected.add(new Object[] {dice.id(made), id, 0, product.id(), contents.size()});
                }
            }
        }
        try (var rows = new Rows(connection, "cases.packed_asset (asset_id, case_id, packed_at)")) {
            packed.forEach(rows::add);
        }
        try (var rows = new Rows(connection, "cases.expected (id, case_id, position, product_id, quantity)")) {
            expected.forEach(rows::add);
        }
        warehouse.execute("update cases.numbering set next = " + (n + 1));
    }

    private static int size(Product product) {
        return switch (product.line().category().split("/", -1)[0]) {
            case "Audio" -> product.line().category().endsWith("Microphones") ? 8 : 2;
            case "Lighting" -> 4;
            case "Rigging" -> 2;
            default -> 1;
        };
    }
}

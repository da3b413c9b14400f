package eventkit.demo;

import eventkit.demo.World.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories, the real products, and what this company sends along with them: accessories, alternatives, kits. */
final class DemoCatalogue {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Lighting",
            Json.of(List.of(
                    attribute("dmxConnector", "DMX connector", "TEXT", null),
                    attribute("powerConnectors", "Power connectors", "TEXT", null))),
            "Rigging/Chain hoists",
            Json.of(List.of(attribute("workingLoadLimitKilograms", "Working load limit", "NUMBER", "kg"))),
            "Power/Generators",
            Json.of(List.of(attribute("apparentPowerKilovoltAmperes", "Apparent power", "NUMBER", "kVA"))));
    /** What is set up and tried at home takes longer than events allow for; so does what is cleaned. */
    private static final Map<String, Integer> PREP_MINUTES = Map.of("Audio/Consoles", 480, "Rigging/Chain hoists", 360);

    private static final Map<String, Integer> TURNAROUND_MINUTES =
            Map.of("Lighting/Hazer", 240, "Rigging/Chain hoists", 240);
    private final World world;
    private final Instant founded;

    DemoCatalogue(World world) {
        this.world = world;
        this.founded = Days.at(Days.workday(world.days.ago(800)), 9, 0);
    }

    void fill() {
        var lines = DemoProducts.all(world.dice);
        lines.forEach(line -> category(line.category()));
        int n = 0;
        for (var line : lines) product(line, founded.plusSeconds(60 + 20L * n++));
        accessories();
        kits();
    }

    private void category(String whole) {
        var parts = List.of(whole.split("/"));
        UUID parent = null;
        for (int depth = 1; depth <= parts.size(); depth++) {
            var path = String.join("/", parts.subList(0, depth));
            var known = world.categories.get(path);
            if (known == null) {
                var name = parts.get(depth - 1);
                int position = world.categories.size() + 1;
                known = world.dice.id(founded.plusMillis(position));
                world.categories.put(path, known);
                world.sheets.categories.add(
                        known,
                        parent,
                        name,
                        position,
                        ATTRIBUTES.getOrDefault(path, "[]"),
                        PREP_MINUTES.get(path),
                        TURNAROUND_MINUTES.get(path));
                world.diary.wrote(
                        founded.plusMillis(position),
                        world.staff.inventory(),
                        "category",
                        known,
                        name,
                        "created",
                        1,
                        "name",
                        null,
                        name);
            }
            parent = known;
        }
    }

    private void product(DemoProducts.Line line, Instant at) {
        var name = line.manufacturer() + " " + line.model();
        long cost = cost(line);
        var product = new Product(world.dice.id(at), name, line, cost);
        world.add(product);
        Long price = !product.owned() || line.kind().equals("CONSUMABLE") ? null : Math.max(50, cost / 2_500 * 100);
        Long value = product.owned() ? replacement(cost) : null;
        world.sheets.products.add(
                product.id(),
                line.kind(),
                line.manufacturer(),
                line.model(),
                name,
                world.categories.get(line.category()),
                line.prefix().isEmpty() ? null : line.prefix(),
                line.number("weight_kg", 1000),
                line.number("width_mm", 1),
                line.number("height_mm", 1),
                line.number("depth_mm", 1),
                line.text("power_w"),
                connectors(line),
                value,
                price,
                "EUR",
                line.origin(),
                attributes(line),
                line.text("manual_url"),
                line.text("product_url"),
                1,
                at);
        world.diary.wrote(
                at,
                world.staff.inventory(),
                "product",
                product.id(),
                name,
                "created",
                1,
                "name",
                null,
                name,
                "kind",
                null,
                line.kind(),
                "hirePrice",
                null,
                price == null ? null : Json.euros(price));
    }

    private static String connectors(DemoProducts.Line line) {
        var connectors = new ArrayList<>(DemoPower.connectors(line));
        connectors.addAll(DemoSignals.connectors(line));
        return Json.of(connectors);
    }

    /** What this invented company paid for a piece, in cents: in the order of magnitude of its kind. */
    private long cost(DemoProducts.Line line) {
        var dice = world.dice;
        var category = line.category();
        int euros = switch (line.kind()) {
            case "BULK" -> dice.between(8, 120);
            case "CONSUMABLE" -> dice.between(2, 60);
            default -> {
                if (category.endsWith("Microphones")) yield dice.between(9, 90) * 10;
                if (category.endsWith("Consoles")) yield dice.between(40, 300) * 100;
                if (category.endsWith("Generators")) yield dice.between(15, 180) * 100;
                if (category.startsWith("Rigging/Truss")) yield dice.between(15, 45) * 10;
                if (category.startsWith("Audio/Processing")) yield dice.between(10, 60) * 10;
                yield dice.between(6, 60) * 100;
            }
        };
        return euros * 100L;
    }

    /** Dearer today than when it was bought; in whole tens of euros where it is more than a cable. */
    private static long replacement(long cost) {
        long today = cost * 115 / 100;
        return today < 20_000 ? today : today / 1_000 * 1_000;
    }

    private static String attributes(DemoProducts.Line line) {
        var values = new java.util.LinkedHashMap<String, Object>();
        var dmx = line.text("dmx_connector");
        if (dmx != null) values.put("dmxConnector", dmx);
        var power = line.text("power_connectors");
        if (power != null) values.put("powerConnectors", power);
        DemoPower.attributes(line, values);
        return Json.of(values);
    }

    private static Object attribute(String key, String label, String type, @Nullable String unit) {
        return Json.object(
                "key",
                key,
                "label",
                label,
                "type",
                type,
                "unit",
                unit,
                "required",
                false,
                "choices",
                List.of(),
                "min",
                null,
                "max",
                null);
    }

    private void accessories() {
        var clamp = world.model("T45000 hook clamp");
        var bond = world.model("Safety bond 4 mm 80 cm");
        var link = world.model("powerCON TRUE1 link 1.5 m");
        var dmx = world.model("DMX 5-pin 3 m");
        for (var product : world.products) {
            if (!product.owned() || !product.serialised()) continue;
            if (product.in("Lighting")) {
                goesAlong(product, clamp, 2, "AUTOMATIC", 0);
                goesAlong(product, bond, 1, "AUTOMATIC", 1);
                goesAlong(product, dmx, 1, "OPTIONAL", 2);
                goesAlong(product, link, 1, "OPTIONAL", 3);
            } else if (product.in("Audio/Microphones")) {
                goesAlong(product, world.model("XLR 3-pin 5 m"), 1, "AUTOMATIC", 0);
            } else if (product.in("Audio/Loudspeakers")) {
                goesAlong(product, world.model("speakON NL4 10 m"), 1, "OPTIONAL", 0);
            } else if (product.in("Rigging/Chain hoists")) {
                goesAlong(product, world.model("G-2130 shackle 3.25 t"), 2, "AUTOMATIC", 0);
                goesAlong(product, world.model("Steelflex round sling 2 t 1 m"), 2, "OPTIONAL", 1);
            }
        }
        instead("SM58", "Beta 58A");
        instead("H30V 3.0 m", "F34 2.5 m");
        instead("Lodestar 500 kg", "RiggingLift D8+ 500 kg");
        instead("Lodestar 1 t", "D8 Plus 1000");
        instead("SQ-5", "M32");
        instead("LA4X", "D20");
    }

    private void goesAlong(Product product, Product accessory, int quantity, String mode, int position) {
        world.sheets.accessories.add(product.id(), accessory.id(), quantity, mode, position);
    }

    private void instead(String one, String other) {
        world.sheets.alternatives.add(world.model(one).id(), world.model(other).id(), 0);
        world.sheets.alternatives.add(world.model(other).id(), world.model(one).id(), 0);
    }

    private void kits() {
        var heads = lamps("Moving Head");
        var washes = lamps("");
        var drums = kit("DRUMS", "Drum microphone set", "ALL_OR_NOTHING", 9_000, null);
        put(drums, "Beta 52A", 1, "Beta 91A", 1, "SM57", 2, "e 604", 3, "KM 184", 2, "XLR 3-pin 5 m", 9);
        var vocals = kit(
                "VOX4",
                "Four wireless vocals",
                "ALL_OR_NOTHING",
                28_000,
                "One rack, four handhelds, frequencies planned.");
        put(vocals, "ULXD4Q", 1, "ULXD2/B58", 4, "Procell AA", 16);
        var monitors = kit("IEM4", "Four in-ear mixes", "ITEM_BY_ITEM", 32_000, null);
        put(monitors, "PSM 1000 P10T", 2, "PSM 1000 P10R+", 4);
        var talk = kit("TALK", "Speech, one lectern", "ITEM_BY_ITEM", 6_500, null);
        put(talk, "SM58", 2, "J48", 1, "XLR 3-pin 10 m", 4);
        var foh = kit("FOH-S", "Front of house, small", "ITEM_BY_ITEM", 45_000, null);
        put(foh, "SQ-5", 1, "Rio3224-D2", 1, "etherCON CAT6A 75 m drum", 1, "LM 44", 1);
        var line = kit("PA-K", "Line array, 2 × 6", "ALL_OR_NOTHING", 220_000, null);
        put(line, "Kara II", 12, "KS28", 6, "LA12X", 6, "speakON NL8 20 m", 12);
        var point =
                kit("POINT1T", "Motor point, 1 t", "ALL_OR_NOTHING", 4_500, "Hoist, shackles and slings of one point.");
        put(point, "Lodestar 1 t", 1, "G-2130 shackle 3.25 t", 2, "Steelflex round sling 2 t 1 m", 2);
        var truss = kit("TRUSS12", "Truss, 12 m, on two points", "ITEM_BY_ITEM", 16_000, null);
        put(truss, "H30V 3.0 m", 4);
        sub(truss, point, 1, 2);
        var wash = kit("WASH12", "Twelve heads on a truss", "ITEM_BY_ITEM", 95_000, null);
        component(wash, 0, heads.getFirst(), null, 12);
        component(wash, 1, world.model("T45000 hook clamp"), null, 24);
        sub(wash, truss, 2, 1);
        var floor = kit("FLOOR8", "Eight floor lights", "ITEM_BY_ITEM", 38_000, null);
        component(floor, 0, washes.getLast(), null, 8);
        component(floor, 1, world.model("DMX 5-pin 5 m"), null, 8);
        var power = kit("POWER63", "Power, 63 A", "ITEM_BY_ITEM", 9_500, null);
        put(power, "Distro 63 A", 1, "Cable H07RN-F 5G16 63 A 25 m", 2, "Distro 32 A", 2);
        var band = kit("BAND", "Band, club size", "ITEM_BY_ITEM", 120_000, "What a five-piece asks for.");
        sub(band, drums, 0, 1);
        sub(band, vocals, 1, 1);
        sub(band, monitors, 2, 1);
        sub(band, foh, 3, 1);
    }

    private List<Product> lamps(String word) {
        var all = new ArrayList<Product>();
        for (var p : world.products)
            if (p.owned() && p.in("Lighting") && p.line().category().contains(word)) all.add(p);
        return all;
    }

    private UUID kit(String code, String name, String mode, long price, @Nullable String description) {
        var at = Days.office(Days.workday(world.days.ago(world.dice.between(300, 700))), world.dice);
        var id = world.dice.id(at);
        world.sheets.kits.add(id, code, name, description, mode, price, "EUR", at);
        world.diary.wrote(
                at, world.staff.planner(), "kit", id, name, "created", 1, "code", null, code, "name", null, name);
        return id;
    }

    private void put(UUID kit, Object... models) {
        for (int i = 0; i < models.length; i += 2)
            component(kit, i / 2, world.model((String) models[i]), null, (Integer) models[i + 1]);
    }

    private void sub(UUID kit, UUID inner, int position, int quantity) {
        component(kit, position, null, inner, quantity);
    }

    private void component(UUID kit, int position, @Nullable Product product, @Nullable UUID inner, int quantity) {
        world.sheets.components.add(kit, position, product == null ? null : product.id(), inner, quantity, false);
    }
}

package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flight cases: made long ago, packed last week with what lies at the same shelf, some in trunks, some with cable. */
final class DemoCases {
    private static final int CASES = 300;

    static final class Case {
        final UUID id;
        final String number;
        final String name;
        final boolean fixed;
        final Instant made;
        final List<Unit> units = new ArrayList<>();
        final List<Case> inner = new ArrayList<>();
        UUID location;
        String status = "OPEN";
        long version = 1;
        Instant changed;

        @Nullable
        Case parent;

        @Nullable
        Instant used;

        @Nullable
        String note;

        private Case(UUID id, String number, String name, boolean fixed, UUID location, Instant made) {
            this.id = id;
            this.number = number;
            this.name = name;
            this.fixed = fixed;
            this.location = location;
            this.made = made;
            this.changed = made;
        }
    }

    private final World world;
    private final DemoStock stock;
    private final LocalDate day;
    final List<Case> all = new ArrayList<>();
    private int minute;

    DemoCases(World world, DemoStock stock) {
        this.world = world;
        this.stock = stock;
        this.day = Days.workday(world.days.ago(6));
    }

    void pack(List<Unit> units) {
        int cases = CASES * world.scale;
        int cable = cases / 20;
        int trunks = cases / 15;
        ofUnits(units, cases - cable - trunks - 10 * world.scale);
        trunks(trunks);
        cable(cable);
        while (all.size() < cases) {
            int n = all.size();
            var empty = make(
                    "Empty trunk " + (cases - n),
                    false,
                    world.dice.pick(world.of("SHELF")).id());
            if (n == cases - 1) status(empty, "RETIRED", "retired", null);
            else if (n == cases - 2) status(empty, "OUT_OF_SERVICE", "out-of-service", "Castor broken");
        }
    }

    private void ofUnits(List<Unit> units, int wanted) {
        var waiting = new LinkedHashMap<List<UUID>, List<Unit>>();
        for (var unit : units) {
            if (!unit.here(day) || !unit.home.equals(unit.location) || !unit.condition.equals("GOOD")) continue;
            waiting.computeIfAbsent(List.of(unit.product.id(), unit.home), k -> new ArrayList<>())
                    .add(unit);
        }
        // a case of each product before the second of any
        for (int round = 0; all.size() < wanted && round < 200; round++) {
            for (var there : waiting.values()) {
                if (all.size() >= wanted || there.isEmpty()) continue;
                var product = there.getFirst().product;
                int size = size(product);
                if (there.size() < size) continue;
                boolean fixed = !world.dice.oneIn(4);
                var made = make(product.line().model() + " " + size + "-way case", fixed, there.getFirst().home);
                // in one of twelve something is missing, as a check shows
                int put = fixed && size > 1 && world.dice.oneIn(12) ? size - 1 : size;
                for (int i = 0; i < put; i++) {
                    var unit = there.removeFirst();
                    unit.packed = true;
                    made.units.add(unit);
                }
                if (fixed)
                    world.sheets.expected.add(world.dice.id(made.made), made.id, 0, product.id(), null, null, size);
                packed(made, "assets", made.units.stream().map(u -> u.number).toList());
            }
        }
    }

    private static int size(World.Product product) {
        if (product.in("Audio/Microphones")) return 8;
        if (product.in("Lighting")) return 4;
        return product.in("Audio") || product.in("Rigging") ? 2 : 1;
    }

    /** Trunks take closed cases that stand at the same shelf. */
    private void trunks(int wanted) {
        var byPlace = new HashMap<UUID, List<Case>>();
        for (var c : all)
            byPlace.computeIfAbsent(c.location, k -> new ArrayList<>()).add(c);
        var places = world.of("SHELF").stream()
                .filter(p -> byPlace.getOrDefault(p.id(), List.of()).size() > 1)
                .toList();
        for (int n = 0; n < wanted && !places.isEmpty(); n++) {
            var place = places.get(n % places.size());
            var there = byPlace.get(place.id());
            if (there == null || there.isEmpty()) continue;
            var trunk = make("Trunk " + (n + 1), false, place.id());
            for (int i = 0; i < 2 && !there.isEmpty(); i++) {
                var inner = there.removeLast();
                inner.parent = trunk;
                trunk.inner.add(inner);
                var at = next();
                inner.version++;
                inner.changed = at;
                wrote(inner, at, "packed", "parent", null, trunk.number);
            }
            packed(
                    trunk,
                    "cases",
                    trunk.inner.stream().map(c -> c.number).sorted().toList());
        }
    }

    private void cable(int wanted) {
        var cables = world.products.stream()
                .filter(p -> p.line().category().endsWith("/Cable"))
                .toList();
        for (int n = 0; n < wanted; n++) {
            var product = cables.get(n % cables.size());
            var slot = stock.slot(product, n % 2);
            var trunk = make("Cable trunk " + (n + 1), false, slot);
            long quantity = Math.max(2, Math.min(40, product.line().units() / 12));
            var at = next();
            stock.pack(product, slot, quantity, at, who(n), trunk);
            world.sheets.packedStock.add(trunk.id, product.id(), quantity, at);
            packed(trunk, "stock", List.of(quantity + " × " + product.name()));
        }
    }

    private Case make(String name, boolean fixed, UUID place) {
        var made = Days.office(Days.workday(world.days.ago(world.dice.between(400, 780))), world.dice);
        var one = new Case(world.dice.id(made), "FC-%04d".formatted(all.size() + 1), name, fixed, place, made);
        all.add(one);
        world.diary.wrote(
                made,
                world.staff.inventory(),
                "case",
                one.id,
                one.number,
                "created",
                1,
                "number",
                null,
                one.number,
                "name",
                null,
                name,
                "contentsKind",
                null,
                fixed ? "FIXED" : "PER_JOB");
        return one;
    }

    private void packed(Case one, String field, List<String> things) {
        var at = next();
        one.version++;
        one.used = at;
        one.changed = at;
        wrote(one, at, "packed", field, null, things);
        if (!world.dice.oneIn(12)) status(one, "CLOSED", "closed", null);
    }

    private void status(Case one, String status, String action, @Nullable String note) {
        var at = next();
        var was = one.status;
        one.status = status;
        one.note = note;
        one.version++;
        one.changed = at;
        wrote(one, at, action, "status", was, status, "statusNote", null, note);
    }

    /** Packing goes on all day, a step every few seconds. */
    private Instant next() {
        return Days.at(day, 8, 30).plusMillis(minute++ * 20_000L / world.scale);
    }

    private Person who(int n) {
        var staff = world.staff.all().stream()
                .filter(p -> p.role().equals("WAREHOUSE"))
                .toList();
        return staff.get(n % staff.size());
    }

    private void wrote(Case one, Instant at, String action, @Nullable Object... changes) {
        world.diary.wrote(
                at, who(one.number.hashCode() & 0xFF), "case", one.id, one.number, action, one.version, changes);
    }

    /** Puts a case and everything in it onto a truck. */
    void leaves(Case one, Instant at, Person who, UUID to, String why, DemoAssets assets) {
        var from = one.location;
        one.location = to;
        one.version++;
        one.changed = at;
        world.diary.wrote(
                at,
                who,
                "case",
                one.id,
                one.number,
                "moved",
                one.version,
                "location",
                world.place(from).name(),
                world.place(to).name(),
                "note",
                null,
                why);
        for (var unit : one.units) assets.step(unit, at, who, "moved", unit.status, to, why, null);
        for (var inner : one.inner) leaves(inner, at, who, to, why, assets);
    }

    void write() {
        // outer cases first: the inner ones refer to them
        var order = new ArrayList<>(all);
        order.sort(java.util.Comparator.comparing(c -> c.parent != null));
        for (var c : order) {
            world.sheets.cases.add(
                    c.id,
                    c.number,
                    c.name,
                    c.fixed ? "FIXED" : "PER_JOB",
                    world.dice.between(14, 62) * 1000L,
                    1200,
                    600,
                    world.dice.pick(List.of(600, 750, 900)),
                    world.dice.between(8, 20) * 10_000L,
                    c.location,
                    c.parent == null ? null : c.parent.id,
                    c.status,
                    c.note,
                    c.used,
                    c.made,
                    c.changed,
                    c.version);
            for (var unit : c.units) world.sheets.packedAssets.add(unit.id, c.id, c.used);
            if (c.fixed) world.sheets.caseAliases.add(c.id, "CASE" + c.number.substring(3));
        }
    }
}

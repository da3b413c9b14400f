package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inspection plans and what was found under them over two years; some are overdue, a few failed. */
final class DemoInspections {
    /** @param check id, text; @param measure id, text, unit, min, max */
    private record Item(
            String id,
            String text,
            @Nullable String unit,
            @Nullable Double min,
            @Nullable Double max) {
        Object json() {
            return Json.object(
                    "id",
                    id,
                    "text",
                    text,
                    "kind",
                    unit == null ? "CHECK" : "MEASURE",
                    "unit",
                    unit,
                    "min",
                    min,
                    "max",
                    max);
        }
    }

    private record Plan(
            UUID id,
            String name,
            String kind,
            @Nullable String category,
            World.@Nullable Product product,
            int months,
            @Nullable String inspector,
            List<Item> items) {
        boolean covers(World.Product p) {
            return category != null
                    ? p.in(category)
                    : Objects.requireNonNull(product).id().equals(p.id());
        }
    }

    /** One piece of what somebody from outside examined on a day. */
    record Piece(UUID inspection, String number, Instant at) {}

    /** What somebody from outside examined on a day, of one product. */
    record Examined(
            String plan, String inspector, World.Product product, LocalDate on, Person who, List<Piece> pieces) {}

    private static final List<Item> PAT = List.of(
            new Item("look", "Housing, cable and plug undamaged", null, null, null),
            new Item("earth", "Protective conductor resistance", "Ω", null, 0.3),
            new Item("insulation", "Insulation resistance", "MΩ", 1.0, null),
            new Item("works", "Works", null, null, null));
    private static final List<Item> LIFTING = List.of(
            new Item("chain", "Chain, hooks and safety catches without wear", null, null, null),
            new Item("brake", "Brake holds the rated load", null, null, null),
            new Item("limits", "Limit switches stop the hoist", null, null, null),
            new Item("plate", "Rating plate readable", null, null, null));
    private static final List<Item> LOOK = List.of(
            new Item("welds", "Chords, braces and welds", null, null, null),
            new Item("ends", "Connectors and pins", null, null, null));
    private static final List<Item> RUN = List.of(
            new Item("oil", "Oil and filters changed", null, null, null),
            new Item("load", "Test under load", null, null, null));
    private static final String OUTSIDE = "Anke Rohde, inspection body";
    private final World world;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<List<Object>, Examined> examined = new LinkedHashMap<>();

    DemoInspections(World world) {
        this.world = world;
    }

    void plans() {
        plan("Portable appliance test, lighting", "PAT", "Lighting", null, 12, true, null, PAT);
        plan("Portable appliance test, audio", "PAT", "Audio", null, 12, true, null, PAT);
        plan("Portable appliance test, lighting control", "PAT", "Lighting control", null, 12, true, null, PAT);
        plan("Portable appliance test, power", "PAT", "Power/Distribution", null, 12, true, null, PAT);
        plan("Thorough examination, chain hoists", "LOLER", "Rigging/Chain hoists", null, 12, true, OUTSIDE, LIFTING);
        plan("Hoist controllers", "PUWER", "Rigging/Hoist control", null, 12, true, null, PAT);
        plan("Truss, visual", "OWN", "Rigging/Truss", null, 12, true, null, LOOK);
        plan("Load cells, calibration", "OWN", "Rigging/Load measuring", null, 24, true, OUTSIDE, List.of());
        plan("Generator service", "OWN", "Power/Generators", null, 6, false, null, RUN);
        plan("Wireless, frequencies and firmware", "OWN", null, world.model("ULXD4Q"), 6, false, null, List.of());
    }

    private void plan(
            String name,
            String kind,
            @Nullable String category,
            World.@Nullable Product product,
            int months,
            boolean blocks,
            @Nullable String inspector,
            List<Item> items) {
        var at = Days.at(Days.workday(world.days.ago(790)), 10, 0).plusSeconds(240L * plans.size());
        var plan = new Plan(world.dice.id(at), name, kind, category, product, months, inspector, items);
        plans.add(plan);
        world.sheets.plans.add(
                plan.id,
                name,
                kind,
                product == null ? null : product.id(),
                category == null ? null : world.categories.get(category),
                months,
                null,
                "AFTER_INTERVAL",
                30,
                blocks,
                null,
                Json.of(items.stream().map(Item::json).toList()),
                at);
        world.diary.wrote(
                at,
                world.staff.inventory(),
                "inspection-plan",
                plan.id,
                name,
                "created",
                1,
                "name",
                null,
                name,
                "kind",
                null,
                kind,
                "intervalMonths",
                null,
                months);
    }

    /** Batch by batch, as they were bought, some days before they are due; in one batch of forty somebody forgot the last time. */
    void fill(List<Unit> units) {
        for (var plan : plans) {
            UUID product = null;
            var batch = LocalDate.EPOCH;
            var dates = List.<LocalDate>of();
            boolean forgotten = false;
            Person who = world.staff.inventory();
            int n = 0;
            for (var unit : units) {
                if (!plan.covers(unit.product)) continue;
                boolean same = unit.product.id().equals(product) && unit.purchased.equals(batch) && n < 60;
                if (!same) {
                    product = unit.product.id();
                    batch = unit.purchased;
                    dates = dates(unit.purchased, plan.months);
                    forgotten = world.dice.oneIn(45);
                    who = world.staff.warehouse(world.dice);
                    n = 0;
                }
                n++;
                for (int i = 0; i < dates.size(); i++) {
                    if (forgotten && i == dates.size() - 1) continue;
                    var day = dates.get(i);
                    if (unit.disposedAt != null && !Days.at(day, 18, 0).isBefore(unit.disposedAt)) break;
                    inspected(plan, unit, day, Days.at(day, 9, 0).plusSeconds(240L * n + 7), who);
                }
            }
        }
    }

    private List<LocalDate> dates(LocalDate from, int months) {
        var dates = new ArrayList<LocalDate>();
        var day = from;
        while (true) {
            day = Days.workday(day.plusMonths(months).minusDays(world.dice.between(4, 24)));
            if (!world.days.past(day)) return dates;
            if (day.isAfter(world.days.ago(770))) dates.add(day);
        }
    }

    private void inspected(Plan plan, Unit unit, LocalDate day, Instant at, Person who) {
        var dice = world.dice;
        if (dice.oneIn(250)) {
            write(plan, unit, day, at, who, "FAIL", "Plug loose, not safe to touch", null);
            write(
                    plan,
                    unit,
                    day,
                    at.plusSeconds(5_400),
                    who,
                    "PASS_WITH_REMARKS",
                    "Plug replaced, tested again",
                    null);
            return;
        }
        boolean remarks = dice.oneIn(40);
        write(
                plan,
                unit,
                day,
                at,
                who,
                remarks ? "PASS_WITH_REMARKS" : "PASS",
                remarks ? "Label hard to read" : null,
                null);
    }

    /** What may have a certificate. */
    List<Examined> examined() {
        return List.copyOf(examined.values());
    }

    /** A failure with the repair it opened. */
    UUID fails(Unit unit, LocalDate day, Instant at, Person who, Repair repair) {
        return write(plan(unit), unit, day, at, who, "FAIL", "Cable damaged near the plug", repair);
    }

    boolean electrical(Unit unit) {
        return plans.stream().anyMatch(p -> p.items == PAT && p.covers(unit.product));
    }

    String planOf(Unit unit) {
        return plan(unit).name;
    }

    private Plan plan(Unit unit) {
        return plans.stream()
                .filter(p -> p.items == PAT && p.covers(unit.product))
                .findFirst()
                .orElseThrow();
    }

    private UUID write(
            Plan plan,
            Unit unit,
            LocalDate day,
            Instant at,
            Person who,
            String result,
            @Nullable String remarks,
            @Nullable Repair repair) {
        boolean failed = result.equals("FAIL");
        var next = failed ? null : day.plusMonths(plan.months);
        var id = world.dice.id(at);
        var inspector = plan.inspector == null ? who.name() : plan.inspector;
        world.sheets.inspections.add(
                id,
                plan.id,
                unit.id,
                day,
                inspector,
                plan.inspector == null ? who.id() : null,
                result,
                remarks,
                answers(plan, failed),
                next,
                repair == null ? null : repair.id,
                at,
                who.id(),
                who.name());
        if (plan.inspector != null && !failed)
            examined.computeIfAbsent(
                            List.of(plan.id, unit.product.id(), day, who.id()),
                            key -> new Examined(plan.name, inspector, unit.product, day, who, new ArrayList<>()))
                    .pieces
                    .add(new Piece(id, unit.number, at));
        world.diary.wrote(
                at,
                who,
                "inspection",
                id,
                unit.number + " " + plan.name + " " + day,
                "created",
                1,
                "plan",
                null,
                Json.named(plan.id, plan.name),
                "asset",
                null,
                Json.named(unit.id, unit.number),
                "result",
                null,
                result,
                "remarks",
                null,
                remarks,
                "nextDue",
                null,
                next == null ? null : next.toString());
        return id;
    }

    /** A failure ends at what failed: nobody goes on measuring. */
    private String answers(Plan plan, boolean failed) {
        var answers = new ArrayList<Map<String, @Nullable Object>>();
        for (var item : plan.items) {
            Double value = item.unit == null
                    ? null
                    : item.max != null ? world.dice.between(6, 24) / 100.0 : (double) world.dice.between(20, 300);
            answers.add(Json.object(
                    "item", item.id, "text", item.text, "passed", !failed, "value", value, "unit", item.unit, "min",
                    item.min, "max", item.max, "note", null));
            if (failed) break;
        }
        return Json.of(answers);
    }
}

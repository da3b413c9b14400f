package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Repairs from the report to their end, each step at its time and with what it does to the asset. */
final class DemoRepairs {
    private final World world;
    private final DemoAssets assets;
    final List<Repair> all = new ArrayList<>();

    DemoRepairs(World world, DemoAssets assets) {
        this.world = world;
        this.assets = assets;
    }

    Repair report(Unit unit, Instant at, Person who, @Nullable String description) {
        var fault = description == null ? world.dice.pick(Fault.of(unit.product)) : Fault.FAILED;
        var repair =
                opened(unit, unit.product, 1, null, fault, description == null ? fault.found() : description, at, who);
        assets.step(
                unit,
                at.plusSeconds(1),
                who,
                "damaged",
                "DAMAGED",
                unit.location,
                repair.number + ": " + repair.description.lines().findFirst().orElse(""),
                null,
                "condition",
                unit.condition,
                "DAMAGED");
        unit.condition = "DAMAGED";
        return repair;
    }

    /** Counted pieces that lie where they were found until somebody starts. */
    Repair reportPieces(World.Product product, long quantity, UUID place, Instant at, Person who, String description) {
        var fault = new Fault("Connector", "LOW", description, "");
        return opened(null, product, quantity, place, fault, description, at, who);
    }

    private Repair opened(
            @Nullable Unit unit,
            World.Product product,
            long quantity,
            @Nullable UUID place,
            Fault fault,
            String description,
            Instant at,
            Person who) {
        var repair = new Repair(
                world.dice.id(at),
                "RJ-%04d".formatted(all.size() + 1),
                unit,
                product,
                quantity,
                place,
                fault,
                description,
                at,
                who);
        all.add(repair);
        wrote(
                repair,
                at,
                who,
                "created",
                "state",
                null,
                "REPORTED",
                "product",
                null,
                Json.named(product.id(), product.name()),
                "severity",
                null,
                fault.severity(),
                "faultCategory",
                null,
                fault.category(),
                "description",
                null,
                description);
        return repair;
    }

    void start(Repair repair, Instant at, Person who, World.Place shop, LocalDate expectedBack) {
        repair.startedAt = at;
        repair.shop = shop.id();
        repair.assigned = who;
        repair.expectedBack = expectedBack;
        to(
                repair,
                "IN_REPAIR",
                at,
                who,
                "started",
                "repairShop",
                null,
                Json.named(shop.id(), shop.name()),
                "assignedTo",
                null,
                Json.named(who.id(), who.name()),
                "expectedBack",
                null,
                expectedBack.toString());
        if (repair.unit != null)
            assets.step(
                    repair.unit, at, who, "sent-to-repair", "IN_REPAIR", shop.id(), repair.number, reference(repair));
    }

    void repaired(Repair repair, Instant at, Person who) {
        repair.repairedAt = at;
        repair.workDone = repair.fault.done();
        repair.lines = costs(repair);
        to(repair, "REPAIRED", at, who, "repaired", "workDone", null, repair.workDone);
    }

    void returned(Repair repair, Instant at, Person who) {
        var unit = java.util.Objects.requireNonNull(repair.unit);
        repair.endedAt = at;
        repair.returnedTo = unit.home;
        to(
                repair,
                "RETURNED",
                at,
                who,
                "returned",
                "returnedTo",
                null,
                Json.named(unit.home, world.place(unit.home).name()));
        assets.step(
                unit,
                at,
                who,
                "returned-from-repair",
                "AVAILABLE",
                unit.home,
                repair.number,
                reference(repair),
                "condition",
                unit.condition,
                "GOOD");
        unit.condition = "GOOD";
    }

    /** Looked at before anything was done: there was no fault. */
    void noFault(Repair repair, Instant at, Person who) {
        var unit = java.util.Objects.requireNonNull(repair.unit);
        repair.endedAt = at;
        repair.endNote = "No fault found after an hour of running";
        to(repair, "CANCELLED", at, who, "cancelled", "endNote", null, repair.endNote);
        assets.step(
                unit,
                at,
                who,
                "damage-cleared",
                "AVAILABLE",
                unit.location,
                repair.number + ": " + repair.endNote,
                null,
                "condition",
                unit.condition,
                "GOOD");
        unit.condition = "GOOD";
    }

    void givenUp(Repair repair, Instant at, Person who) {
        var unit = java.util.Objects.requireNonNull(repair.unit);
        repair.endedAt = at;
        repair.endNote = "Repair would cost more than a new one";
        to(repair, "BEYOND_REPAIR", at, who, "given up", "endNote", null, repair.endNote);
        assets.step(
                unit,
                at,
                who,
                "returned-from-repair",
                "DAMAGED",
                unit.location,
                repair.number + ": " + repair.endNote,
                reference(repair),
                "condition",
                unit.condition,
                "WRITTEN_OFF");
        unit.condition = "WRITTEN_OFF";
    }

    private void to(Repair repair, String state, Instant at, Person who, String action, @Nullable Object... changes) {
        var was = repair.state;
        repair.state = state;
        repair.version++;
        var all = new ArrayList<@Nullable Object>(java.util.Arrays.asList("state", was, state));
        all.addAll(java.util.Arrays.asList(changes));
        wrote(repair, at, who, action, all.toArray());
    }

    private void wrote(Repair repair, Instant at, Person who, String action, @Nullable Object... changes) {
        world.diary.wrote(
                at,
                who,
                "maintenance-job",
                repair.id,
                repair.number + " " + repair.item(),
                action,
                repair.version,
                changes);
    }

    private static String reference(Repair repair) {
        return "maintenance-job:" + repair.id;
    }

    /** Hours of our own or a bill from outside, and often a part. */
    private List<Object> costs(Repair repair) {
        var dice = world.dice;
        var lines = new ArrayList<Object>();
        boolean own = world.place(java.util.Objects.requireNonNull(repair.shop))
                .name()
                .startsWith("Own");
        if (own)
            cost(
                    repair,
                    lines,
                    "LABOUR",
                    "Workshop hours",
                    new BigDecimal(dice.between(2, 14)).movePointLeft(1).multiply(new BigDecimal(5)),
                    6_200);
        else
            cost(
                    repair,
                    lines,
                    "EXTERNAL",
                    "Invoice of the service partner",
                    BigDecimal.ONE,
                    dice.between(90, 640) * 100L);
        if (!dice.oneIn(3))
            cost(
                    repair,
                    lines,
                    "PART",
                    "Spare part: " + repair.fault.category().toLowerCase(java.util.Locale.ROOT),
                    BigDecimal.valueOf(dice.between(1, 2)),
                    dice.between(6, 180) * 100L);
        return lines;
    }

    private void cost(Repair repair, List<Object> lines, String kind, String text, BigDecimal quantity, long unitCost) {
        long amount = quantity.multiply(BigDecimal.valueOf(unitCost))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        world.sheets.costs.add(repair.id, lines.size(), kind, text, quantity.toPlainString(), unitCost, amount, "EUR");
        lines.add(text);
    }

    void write() {
        for (var r : all) {
            world.sheets.jobs.add(
                    r.id,
                    r.number,
                    r.state,
                    r.unit == null ? null : r.unit.id,
                    r.product.id(),
                    r.quantity,
                    r.stockPlace,
                    r.fault.severity(),
                    r.fault.category(),
                    r.description,
                    r.reportedAt,
                    r.by.id(),
                    r.by.name(),
                    r.assigned == null ? null : r.assigned.id(),
                    r.shop,
                    r.expectedBack,
                    r.workDone,
                    r.startedAt,
                    r.repairedAt,
                    r.endedAt,
                    r.endNote,
                    r.returnedTo,
                    r.version);
        }
    }
}

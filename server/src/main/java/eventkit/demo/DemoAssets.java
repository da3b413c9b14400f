package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The assets: bought in batches over two years, moved from status to status, written down as they stand at the end. */
final class DemoAssets {
    private static final List<String> SUPPLIERS =
            List.of("Lichtwerk Vertrieb", "Proaudio Nord", "Bühnenbedarf Süd", "Event Technik Handel");
    /** How many days ago the register was begun. */
    private static final int FIRST = 778;

    private final World world;
    private int brought;
    final List<Unit> units = new ArrayList<>();

    DemoAssets(World world) {
        this.world = world;
    }

    /** Batch by batch; what is older than EventKit was registered when it came. */
    void buy() {
        var dice = world.dice;
        int n = 0;
        for (var product : world.products) {
            if (!product.serialised() || !product.owned()) continue;
            int all = product.line().units() * world.scale;
            var days = new java.util.TreeSet<Integer>(java.util.Comparator.reverseOrder());
            for (int batch = dice.between(1, 3); batch > 0; batch--) days.add(dice.between(190, 1_400));
            if (++n % 15 == 0) days.add(dice.between(24, 70));
            int made = 0;
            int batch = 0;
            for (int ago : days) made = batch(product, made, all * ++batch / days.size(), ago);
            world.sheets.numbers.add(product.line().prefix(), all + 1);
        }
    }

    private int batch(World.Product product, int from, int until, int ago) {
        var dice = world.dice;
        var purchased = Days.workday(world.days.ago(ago));
        var supplier = dice.pick(SUPPLIERS);
        var shelves = world.of("SHELF");
        var shelf = dice.pick(shelves);
        for (int i = from; i < until; i++) {
            if (i % 24 == 23) shelf = dice.pick(shelves);
            var at = ago > FIRST
                    ? Days.at(Days.workday(world.days.ago(FIRST)), 8, 0).plusMillis(9_000L * brought++ / world.scale)
                    : Days.at(purchased, 10, 0).plusSeconds(i - from);
            var unit = new Unit(
                    dice.id(at),
                    product,
                    "%s-%03d".formatted(product.line().prefix(), i + 1),
                    shelf.id(),
                    purchased,
                    at,
                    supplier);
            units.add(unit);
            registered(unit, purchased);
        }
        return until;
    }

    private void registered(Unit unit, LocalDate day) {
        var who = world.staff.inventory();
        movement(unit, unit.bought, who, null, null, "Registered", null);
        world.diary.wrote(
                unit.bought,
                who,
                "asset",
                unit.id,
                unit.number,
                "created",
                1,
                "number",
                null,
                unit.number,
                "status",
                null,
                "AVAILABLE",
                "condition",
                null,
                "GOOD",
                "location",
                null,
                world.label(unit.home),
                "homeLocation",
                null,
                world.label(unit.home),
                "purchaseDate",
                null,
                day.toString(),
                "supplier",
                null,
                unit.supplier);
        world.diary.wrote(
                unit.bought,
                who,
                "asset-cost",
                unit.id,
                unit.number,
                "created",
                1,
                "purchaseCost",
                null,
                Json.euros(unit.product.cost()),
                "insuranceValue",
                null,
                Json.euros(unit.product.cost() * 9 / 10));
    }

    /** One step of its life. @param extra further fields for the audit trail, as in {@link Diary#wrote} */
    void step(
            Unit unit,
            Instant at,
            Person who,
            String action,
            String status,
            @Nullable UUID to,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable Object... extra) {
        if (!at.isAfter(unit.last))
            throw new IllegalStateException(unit.number + ": " + action + " at " + at + " after " + unit.last);
        var fromStatus = unit.status;
        var fromPlace = unit.location;
        unit.version++;
        unit.last = at;
        unit.status = status;
        unit.location = to;
        if (!fromStatus.equals(status)) unit.since = at;
        boolean moved = !java.util.Objects.equals(fromPlace, to);
        if (moved || !fromStatus.equals(status)) movement(unit, at, who, fromPlace, fromStatus, reason, reference);
        var changes = new ArrayList<@Nullable Object>();
        if (!fromStatus.equals(status)) changes.addAll(java.util.Arrays.asList("status", fromStatus, status));
        if (moved) changes.addAll(java.util.Arrays.asList("location", world.label(fromPlace), world.label(to)));
        changes.addAll(java.util.Arrays.asList(extra));
        world.diary.wrote(at, who, "asset", unit.id, unit.number, action, unit.version, changes.toArray());
    }

    private void movement(
            Unit unit,
            Instant at,
            Person who,
            @Nullable UUID fromPlace,
            @Nullable String fromStatus,
            @Nullable String reason,
            @Nullable String reference) {
        world.sheets.movements.add(
                world.dice.id(at),
                unit.id,
                at,
                who.id(),
                who.name(),
                fromPlace,
                unit.location,
                fromStatus,
                unit.status,
                reason,
                reference);
    }

    /** Some that are here on that day, each once. */
    List<Unit> some(int wanted, LocalDate day, Predicate<Unit> which) {
        var found = new java.util.LinkedHashSet<Unit>();
        for (int tries = 0; found.size() < wanted && tries < wanted * 60; tries++) {
            var unit = world.dice.pick(units);
            if (unit.here(day) && which.test(unit)) found.add(unit);
        }
        return List.copyOf(found);
    }

    void write() {
        var dice = world.dice;
        int n = 0;
        for (var unit : units) {
            boolean line = unit.product.id().hashCode() % 5 != 0;
            long cost = unit.product.cost();
            world.sheets.assets.add(
                    unit.id,
                    unit.product.id(),
                    unit.number,
                    Long.toString(100_000_000L + dice.below(900_000_000), 36).toUpperCase(Locale.ROOT),
                    unit.status,
                    unit.since,
                    unit.condition,
                    unit.location,
                    unit.home,
                    unit.purchased,
                    unit.supplier,
                    cost,
                    cost * 9 / 10,
                    "EUR",
                    line ? "STRAIGHT_LINE" : "DECLINING_BALANCE",
                    line ? 60 : null,
                    line ? cost / 10 : null,
                    line ? null : "25",
                    unit.quarantinedAt,
                    unit.quarantineReason,
                    unit.outFor,
                    unit.lostAt,
                    unit.disposedAt,
                    unit.disposedTo,
                    unit.price,
                    unit.disposalReason,
                    unit.version,
                    unit.bought);
            // every tenth still carries the barcode of the time before
            if (++n % 10 == 0)
                world.sheets.aliases.add(
                        "SL%07d".formatted(n), "SL%07d".formatted(n), unit.id, "CODE_128", unit.bought);
        }
    }
}

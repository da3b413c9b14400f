package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counted stock and its ledger over two years: what came, was used, counted, put right, moved and packed. */
final class DemoStock {
    private record Slot(UUID product, UUID place) {}

    private record Posting(
            Slot slot,
            Instant at,
            String kind,
            long delta,
            @Nullable String reason,
            @Nullable String note,
            UUID operation,
            @Nullable UUID pair,
            @Nullable String refKind,
            @Nullable UUID refId,
            @Nullable String refLabel,
            Person who) {}

    private final World world;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<UUID, List<UUID>> slots = new HashMap<>();
    /** Product and since when it is low. */
    final Map<World.Product, Instant> low = new LinkedHashMap<>();

    DemoStock(World world) {
        this.world = world;
    }

    /** Where a product lies: the first of its places in Berlin, the second in Hamburg. */
    UUID slot(World.Product product, int which) {
        return slots.computeIfAbsent(product.id(), p -> {
                    var warehouses = world.of("WAREHOUSE");
                    return warehouses.stream()
                            .map(w -> world.dice.pick(world.shelves(w.id())).id())
                            .toList();
                })
                .get(which);
    }

    void twoYears() {
        int n = 0;
        for (var product : world.products) {
            if (product.serialised() || !product.owned()) continue;
            if (product.line().kind().equals("BULK")) bulk(product);
            else consumable(product, n++);
        }
    }

    private void bulk(World.Product product) {
        var dice = world.dice;
        long all = (long) product.line().units() * world.scale;
        for (int which = 0; which < 2; which++) {
            var place = slot(product, which);
            long share = Math.max(6, all * (which == 0 ? 60 : 40) / 100);
            post(product, place, Days.office(day(780), dice), "RECEIPT", share, null, "First delivery", null);
            count(product, place, day(dice.between(380, 420)), -dice.below(Math.min(5, (int) share / 3)));
            if (dice.oneIn(2))
                post(
                        product,
                        place,
                        Days.office(day(dice.between(100, 370)), dice),
                        "ADJUSTMENT",
                        -dice.between(1, 2),
                        "DAMAGED",
                        "Cut by a forklift",
                        null);
            if (dice.oneIn(4))
                post(
                        product,
                        place,
                        Days.office(day(dice.between(100, 370)), dice),
                        "ADJUSTMENT",
                        1,
                        "FOUND",
                        "Behind the shelf",
                        null);
            if (dice.oneIn(3))
                post(
                        product,
                        place,
                        Days.office(day(dice.between(100, 370)), dice),
                        "RECEIPT",
                        Math.max(1, share / 10),
                        null,
                        "Delivery",
                        null);
            count(product, place, day(dice.between(40, 60)), -dice.below(Math.min(4, (int) share / 3)));
        }
    }

    private void count(World.Product product, UUID place, LocalDate day, long delta) {
        post(product, place, Days.office(day, world.dice), "COUNT", delta, null, null, null);
    }

    /** Used up job by job, bought anew when low; one in five was forgotten lately. */
    private void consumable(World.Product product, int n) {
        var dice = world.dice;
        long par = (long) product.line().units() * world.scale;
        long point = point(product);
        boolean forgotten = n % 5 == 0;
        var place = slot(product, 0);
        long left = par;
        post(product, place, Days.office(day(780), dice), "RECEIPT", par, null, "First delivery", null);
        for (int ago = 770; ago > 9; ago -= dice.between(14, 26)) {
            long used = Math.min(left, Math.max(1, par * dice.between(5, 14) / 100));
            if (used > 0) {
                left -= used;
                post(
                        product,
                        place,
                        Days.at(day(ago), 16, dice.below(60)),
                        "CONSUMED",
                        -used,
                        null,
                        "Used on a job",
                        null);
            }
            if (left <= point && !(forgotten && ago < 45)) {
                post(
                        product,
                        place,
                        Days.at(day(ago - 4), 10, dice.below(60)),
                        "RECEIPT",
                        par - left,
                        null,
                        "Delivery",
                        null);
                left = par;
            }
        }
        if (forgotten && (left > point || n == 5 && left > 0)) {
            long used = n == 5 ? left : left - point + 1;
            post(product, place, Days.at(day(5), 16, dice.below(60)), "CONSUMED", -used, null, "Festival season", null);
        }
        world.sheets.reorders.add(
                product.id(), par, point, Math.max(1, par * 3 / 4), "Bühnenbedarf Süd", lowSince(product, point));
        world.diary.wrote(
                Days.office(day(780), dice),
                world.staff.inventory(),
                "consumable",
                product.id(),
                product.name(),
                "changed",
                1,
                "parLevel",
                null,
                par,
                "reorderPoint",
                null,
                point);
    }

    /** What lies loose in the end. */
    long loose(World.Product product) {
        return postings.stream()
                .filter(p -> p.slot.product().equals(product.id()))
                .mapToLong(Posting::delta)
                .sum();
    }

    long point(World.Product product) {
        return (long) product.line().units() * world.scale / 4;
    }

    private @Nullable Instant lowSince(World.Product product, long point) {
        long left = 0;
        Instant since = null;
        for (var p : postings) {
            if (!p.slot.product().equals(product.id())) continue;
            left += p.delta;
            if (left > point) since = null;
            else if (since == null) since = p.at;
        }
        if (since != null) low.put(product, since);
        return since;
    }

    void pack(World.Product product, UUID place, long quantity, Instant at, Person who, DemoCases.Case into) {
        postings.add(new Posting(
                new Slot(product.id(), place),
                at,
                "PACK",
                -quantity,
                null,
                null,
                world.dice.id(at),
                null,
                "case",
                into.id,
                into.number,
                who));
    }

    void move(
            World.Product product,
            UUID from,
            UUID to,
            long quantity,
            Instant at,
            Person who,
            UUID transfer,
            String number) {
        var operation = world.dice.id(at);
        var pair = world.dice.id(at);
        postings.add(new Posting(
                new Slot(product.id(), from),
                at,
                "MOVE",
                -quantity,
                null,
                number,
                operation,
                pair,
                "transfer",
                transfer,
                number,
                who));
        postings.add(new Posting(
                new Slot(product.id(), to),
                at,
                "MOVE",
                quantity,
                null,
                number,
                operation,
                pair,
                "transfer",
                transfer,
                number,
                who));
    }

    void lost(World.Product product, UUID place, long quantity, Instant at, Person who, String number) {
        postings.add(new Posting(
                new Slot(product.id(), place),
                at,
                "ADJUSTMENT",
                -quantity,
                "LOST",
                "Did not arrive with " + number + ".",
                world.dice.id(at),
                null,
                null,
                null,
                null,
                who));
    }

    private void post(
            World.Product product,
            UUID place,
            Instant at,
            String kind,
            long delta,
            @Nullable String reason,
            @Nullable String note,
            @Nullable UUID pair) {
        postings.add(new Posting(
                new Slot(product.id(), place),
                at,
                kind,
                delta,
                reason,
                note,
                world.dice.id(at),
                pair,
                null,
                null,
                null,
                world.staff.warehouse(world.dice)));
    }

    private LocalDate day(int ago) {
        return Days.workday(world.days.ago(ago));
    }

    /** In the order of time, so that each entry continues the one before. */
    void write() {
        postings.sort(Comparator.comparing(Posting::at));
        var levels = new LinkedHashMap<Slot, long[]>();
        var ids = new HashMap<Slot, UUID>();
        var first = new HashMap<Slot, Instant>();
        var last = new HashMap<Slot, Instant>();
        var counted = new HashMap<Slot, Instant>();
        for (var p : postings) {
            var level = levels.computeIfAbsent(p.slot, s -> new long[2]);
            var id = ids.computeIfAbsent(p.slot, s -> world.dice.id(p.at));
            first.putIfAbsent(p.slot, p.at);
            last.put(p.slot, p.at);
            if (p.kind.equals("COUNT")) counted.put(p.slot, p.at);
            long before = level[0];
            level[0] += p.delta;
            level[1]++;
            var product = world.product(p.slot.product());
            if (level[0] < 0) throw new IllegalStateException(product.name() + " falls below zero at " + p.at);
            world.sheets.entries.add(
                    world.dice.id(p.at),
                    p.slot.product(),
                    p.slot.place(),
                    level[1],
                    p.kind,
                    p.delta,
                    level[0],
                    p.reason,
                    p.note,
                    p.operation,
                    p.pair,
                    p.refKind,
                    p.refId,
                    p.refLabel,
                    p.at,
                    p.who.id(),
                    p.who.name());
            world.diary.wrote(
                    p.at,
                    p.who,
                    "stock",
                    id,
                    product.name() + " @ " + world.place(p.slot.place()).name(),
                    action(p.kind),
                    level[1],
                    "quantity",
                    before,
                    level[0],
                    "reason",
                    null,
                    p.reason,
                    "note",
                    null,
                    p.note);
        }
        levels.forEach((slot, level) -> world.sheets.levels.add(
                ids.get(slot), slot.product(), slot.place(), level[0], counted.get(slot), last.get(slot), level[1]));
    }

    private static String action(String kind) {
        return switch (kind) {
            case "COUNT" -> "counted";
            case "ADJUSTMENT" -> "adjusted";
            case "RECEIPT" -> "received";
            case "CONSUMED" -> "consumed";
            case "PACK" -> "packed";
            default -> "moved";
        };
    }
}

package eventkit.planning;

import eventkit.availability.Fit;
import eventkit.availability.Shortage;
import eventkit.planning.Trial.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be done with the lines that lack something: so many pieces are taken off them and wanted otherwise, or not at all. */
final class LineRemedies {
    private static final int ROUNDS_MAX = 40;
    private static final int TRIES_MAX = 3;
    private static final Duration STEP = Duration.ofMinutes(15);

    /** Takes what was cut off a line, and puts something in its place or nothing. False: this can not be done with that line. */
    interface Instead {
        boolean put(Draft draft, PullLine line, List<PullLine> cut);
    }

    /** @param covers how many pieces less are lacking */
    record Relief(Plan plan, int covers) {}

    private LineRemedies() {}

    /**
     * Relieves a shortage of so many pieces, or of as many as that goes without anything else running short.
     *
     * @param quantity how many at most
     */
    static @Nullable Relief relieve(Trial trial, Plan start, int quantity, Predicate<PullLine> can, Instead instead) {
        int lacking = trial.lacking(trial.fit(start));
        int wanted = Math.min(quantity, lacking);
        for (int i = 0; i < TRIES_MAX && wanted > 0; i++) {
            var draft = start.draft().copy();
            var fit = cut(trial, start, draft, lacking - wanted, can, instead);
            if (fit == null) return null;
            int worse = trial.worse(fit);
            int covers = lacking - trial.lacking(fit);
            if (worse <= 0) return covers > 0 ? new Relief(start.with(draft), covers) : null;
            wanted -= worse;
        }
        return null;
    }

    /** How it would be then; null where nothing could be taken off. */
    private static @Nullable Fit cut(
            Trial trial, Plan start, Draft draft, int target, Predicate<PullLine> can, Instead instead) {
        boolean changed = false;
        var spent = new ArrayList<UUID>();
        for (int i = 0; i < ROUNDS_MAX; i++) {
            var fit = trial.fit(start.with(draft));
            var worst = trial.worst(fit).filter(s -> s.quantity() > target).orElse(null);
            var line = worst == null ? null : best(trial, draft, worst, can, spent);
            if (worst == null || line == null) return changed ? fit : null;
            long units = Math.min(line.quantity(), units(fit, line, worst, worst.quantity() - target));
            var before = draft.copy();
            var taken = draft.cut(line, units);
            if (instead.put(draft, line, taken)) changed = true;
            else {
                draft.become(before);
                spent.add(line.id());
            }
        }
        return changed ? trial.fit(start.with(draft)) : null;
    }

    private static @Nullable PullLine best(
            Trial trial, Draft draft, Shortage worst, Predicate<PullLine> can, List<UUID> spent) {
        return worst.lines().stream()
                .filter(id -> !spent.contains(id))
                .flatMap(id -> draft.line(id).stream())
                .filter(line -> trial.mayChange(draft, line) && can.test(line))
                .max(Comparator.comparing((PullLine line) -> line.kind() == PullLine.Kind.PRODUCT)
                        .thenComparingLong(PullLine::quantity)
                        .thenComparing(PullLine::id))
                .orElse(null);
    }

    /** Kits are taken off as a whole, as many as that many pieces are in. */
    private static long units(Fit fit, PullLine line, Shortage worst, int pieces) {
        if (line.kind() != PullLine.Kind.KIT) return pieces;
        int lacking = fit.lines().stream()
                .filter(one -> one.line().equals(line.id()))
                .mapToInt(Fit.Line::lacking)
                .max()
                .orElse(1);
        return Math.max(1, Math.ceilDiv((long) lacking * pieces, worst.quantity()));
    }

    static boolean whole(PullLine line) {
        return line.kind() == PullLine.Kind.PRODUCT || line.kind() == PullLine.Kind.KIT;
    }

    static boolean ofProduct(PullLine line) {
        return line.kind() == PullLine.Kind.PRODUCT || line.kind() == PullLine.Kind.ASSET;
    }

    /** @param along what the other product brings along for one piece, by product, with what each is called */
    static Instead substitute(UUID product, String name, @Nullable String code, Map<UUID, Long> along, Names names) {
        return (draft, line, cut) -> {
            var of = cut.getFirst();
            var placed = new ArrayList<PullLine>();
            placed.add(product(of, of.id(), of.accessoryOf(), product, name, code, of.quantity(), true));
            along.forEach((accessory, each) -> placed.add(product(
                    of,
                    draft.nextId(),
                    of.id(),
                    accessory,
                    names.of(accessory),
                    null,
                    Math.min(each * of.quantity(), LineForms.QUANTITY_MAX),
                    false)));
            draft.put(placed, line);
            return true;
        };
    }

    interface Names {
        String of(UUID product);
    }

    private static PullLine product(
            PullLine of,
            UUID id,
            @Nullable UUID along,
            UUID product,
            String name,
            @Nullable String code,
            long quantity,
            boolean priced) {
        return new PullLine(
                id,
                of.listId(),
                of.groupId(),
                of.groupName(),
                along,
                PullLine.Kind.PRODUCT,
                product,
                null,
                null,
                null,
                null,
                name,
                code,
                quantity,
                of.times(),
                priced ? of.unitPrice() : null,
                priced ? of.warehouseNote() : null,
                priced ? of.internalNote() : null);
    }

    /** @param minutes on the way from there, and back again */
    static Instead from(UUID warehouse, String name, int minutes, Instant now) {
        return (draft, line, cut) -> {
            var list = draft.from(warehouse, name);
            var newIds = new HashMap<UUID, UUID>();
            var placed = new ArrayList<PullLine>();
            for (var each : cut) {
                var own = each.times().or(draft.list(each.listId()).above(each));
                var around = draft.around(each);
                int there = around.transitBeforeMinutes() + minutes;
                int back = around.transitAfterMinutes() + minutes;
                if (there > Occupancy.MINUTES_MAX || back > Occupancy.MINUTES_MAX) return false;
                var times = new OwnTimes(own.from(), own.to(), own.prepMinutes(), there, back, own.turnaroundMinutes());
                newIds.put(each.id(), draft.nextId());
                var along = each.accessoryOf() == null ? null : newIds.get(each.accessoryOf());
                var moved = each.with(each.quantity(), times)
                        .as(Objects.requireNonNull(newIds.get(each.id())), list.id(), null, along);
                placed.add(moved);
            }
            draft.put(placed, null);
            return placed.stream().allMatch(moved -> draft.taken(moved).from().isAfter(now));
        };
    }

    static Instead nothing() {
        return (draft, line, cut) -> true;
    }

    /** What is cut comes when it is there again, or goes back before it is wanted elsewhere: whichever leaves more of its time on site, and half of it at least. */
    static Instead otherTimes(Shortage shortage) {
        return (draft, line, cut) -> {
            var around = draft.around(line);
            var onSite = draft.onSite(line);
            var from = later(shortage.period()
                    .to()
                    .plus(Duration.ofMinutes((long) around.prepMinutes() + around.transitBeforeMinutes())));
            var to = earlier(shortage.period()
                    .from()
                    .minus(Duration.ofMinutes((long) around.transitAfterMinutes() + around.turnaroundMinutes())));
            var left = Duration.between(from, onSite.to());
            var kept = Duration.between(onSite.from(), to);
            boolean comesLater = left.compareTo(kept) >= 0;
            var there = comesLater ? left : kept;
            if (there.multipliedBy(2).compareTo(onSite.length()) < 0) return false;
            if (there.compareTo(onSite.length()) >= 0) return false;
            var placed = new ArrayList<PullLine>();
            for (var each : cut) {
                var own = each.times();
                placed.add(each.with(
                        each.quantity(),
                        new OwnTimes(
                                comesLater ? from : onSite.from(),
                                comesLater ? onSite.to() : to,
                                own.prepMinutes(),
                                own.transitBeforeMinutes(),
                                own.transitAfterMinutes(),
                                own.turnaroundMinutes())));
            }
            draft.put(placed, line);
            return true;
        };
    }

    private static Instant later(Instant at) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond(), step) * step);
    }

    private static Instant earlier(Instant at) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), step) * step);
    }
}

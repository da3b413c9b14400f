package eventkit.planning;

import eventkit.availability.Fit;
import eventkit.availability.Shortage;
import eventkit.availability.StockKey;
import eventkit.core.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One shortage of an event, and the engine to ask what would become of it. */
final class Trial {
    /** What would be done: to the event's own lists and to those of others. */
    record Plan(Draft draft, Map<UUID, Draft> others, List<Resolutions.Part> parts) {
        Plan with(Draft next) {
            return new Plan(next, others, parts);
        }

        Plan with(Resolutions.Part part) {
            var all = new ArrayList<>(parts);
            all.add(part);
            return new Plan(draft, others, List.copyOf(all));
        }
    }

    private final Reservations reservations;
    private final Draft base;
    private final List<Shortage> before;
    private final Shortage shortage;
    private final List<Shortage> stretches;
    private @Nullable Fit now;

    /** @param stretches those of {@code before} that are this shortage */
    Trial(Reservations reservations, Draft base, List<Shortage> before, List<Shortage> stretches) {
        this.reservations = reservations;
        this.base = base;
        this.before = before;
        this.stretches = stretches;
        this.shortage = merged(stretches);
    }

    /** Stretches that lines have in common are one shortage: what is got for one is there for the other. */
    static List<List<Shortage>> clusters(List<Shortage> all) {
        Map<StockKey, List<List<Shortage>>> byStock = new LinkedHashMap<>();
        for (var one : all) {
            var clusters = byStock.computeIfAbsent(one.stock(), key -> new ArrayList<>());
            var joined = new ArrayList<>(List.of(one));
            clusters.removeIf(cluster -> {
                boolean touches = cluster.stream()
                        .anyMatch(other -> other.lines().stream()
                                .anyMatch(line -> one.lines().contains(line)));
                if (touches) joined.addAll(0, cluster);
                return touches;
            });
            clusters.add(joined);
        }
        return byStock.values().stream().flatMap(List::stream).toList();
    }

    private static Shortage merged(List<Shortage> stretches) {
        var first = stretches.getFirst();
        var lines = new LinkedHashSet<UUID>();
        var holders = new LinkedHashMap<UUID, Shortage.Holder>();
        var from = first.period().from();
        var to = first.period().to();
        int worst = 0;
        for (var one : stretches) {
            lines.addAll(one.lines());
            worst = Math.max(worst, one.quantity());
            if (one.period().from().isBefore(from)) from = one.period().from();
            if (one.period().to().isAfter(to)) to = one.period().to();
            for (var holder : one.holders())
                holders.merge(holder.owner(), holder, (a, b) -> a.quantity() >= b.quantity() ? a : b);
        }
        return new Shortage(
                first.stock(),
                first.item(),
                first.warehouse(),
                worst,
                new Period(from, to),
                List.copyOf(lines),
                List.copyOf(holders.values()));
    }

    Shortage shortage() {
        return shortage;
    }

    List<Shortage> stretches() {
        return stretches;
    }

    Event event() {
        return base.event();
    }

    Plan start() {
        return new Plan(base, Map.of(), List.of());
    }

    Fit fit(Plan plan) {
        if (plan.draft() != base || !plan.others().isEmpty()) return ask(plan);
        if (now == null) now = ask(plan);
        return now;
    }

    private Fit ask(Plan plan) {
        var others = new HashMap<Event, List<Demand>>();
        plan.others().values().forEach(draft -> others.put(draft.event(), draft.demands()));
        return reservations.fit(event(), plan.draft().demands(), others);
    }

    /** How many pieces would be lacking at the worst moment. */
    int lacking(Fit fit) {
        return worst(fit).map(Shortage::quantity).orElse(0);
    }

    Optional<Shortage> worst(Fit fit) {
        return fit.shortages().stream()
                .filter(s -> s.stock().equals(shortage.stock()) && s.period().overlaps(shortage.period()))
                .max(Comparator.comparingInt(Shortage::quantity));
    }

    /** By how many pieces something would be lacking that is not lacking now. */
    int worse(Fit fit) {
        int worse = 0;
        for (var after : fit.shortages()) {
            int had = before.stream()
                    .filter(s -> s.stock().equals(after.stock()) && s.period().overlaps(after.period()))
                    .mapToInt(Shortage::quantity)
                    .max()
                    .orElse(0);
            worse = Math.max(worse, after.quantity() - had);
        }
        return worse;
    }

    /** Of the lines that lack it, those that may be changed now. */
    boolean mayChange(Draft draft, PullLine line) {
        return shortage.lines().contains(line.id()) && draft.list(line.listId()).open();
    }
}

package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.availability.Shortfall;
import eventkit.availability.StockKey;
import eventkit.planning.Resolutions.Because;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Hurt;
import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which events could go behind one that lacks something, and what they would lack then. */
@Component
class Priorities {
    private static final int OTHERS_MAX = 5;

    record Put(Part part, UUID before) {}

    /** Of one thing to one event. */
    record Lack(UUID event, StockKey stock) {}

    private final EventRows events;
    private final Reservations reservations;

    Priorities(EventRows events, Reservations reservations) {
        this.events = events;
        this.reservations = reservations;
    }

    List<Put> of(Trial trial) {
        if (!trial.event().phase().firm()) return List.of();
        var now = reservations.shortfalls();
        var mine = trial.event().id();
        var result = new ArrayList<Put>();
        for (var holder : trial.shortage().holders()) {
            if (result.size() == OTHERS_MAX) break;
            var other = events.find(holder.owner()).orElse(null);
            if (other == null || !other.phase().firm()) continue;
            var then = reservations.shortfalls(mine, other.id());
            int covers = lacking(now, mine, trial.shortage()) - lacking(then, mine, trial.shortage());
            if (covers <= 0) continue;
            var hurts = grown(now, then, mine);
            result.add(new Put(
                    new Part(
                            Remedy.PRIORITISE,
                            Math.min(covers, trial.shortage().quantity()),
                            null,
                            CostBasis.UNKNOWN,
                            hurts.isEmpty()
                                    ? new Risk(Level.LOW, Because.HURTS_NOBODY, null, hurts)
                                    : new Risk(Level.HIGH, Because.HURTS_OTHERS, null, hurts),
                            other.id(),
                            other.label() + " " + other.name(),
                            null,
                            null,
                            null,
                            List.of()),
                    other.id()));
        }
        return result;
    }

    private static int lacking(List<Shortfall> all, UUID event, Shortage shortage) {
        return all.stream()
                .filter(s -> s.owner().id().equals(event)
                        && s.shortage().stock().equals(shortage.stock())
                        && s.shortage().period().overlaps(shortage.period()))
                .mapToInt(s -> s.shortage().quantity())
                .max()
                .orElse(0);
    }

    /** What others would lack more than they do now. */
    static List<Hurt> grown(List<Shortfall> before, List<Shortfall> after, UUID except) {
        var had = peaks(before);
        var named = new LinkedHashMap<Lack, Shortfall>();
        for (var s : after)
            named.merge(
                    new Lack(s.owner().id(), s.shortage().stock()),
                    s,
                    (a, b) -> a.shortage().quantity() >= b.shortage().quantity() ? a : b);
        var result = new ArrayList<Hurt>();
        named.forEach((lack, worst) -> {
            int more = worst.shortage().quantity() - had.getOrDefault(lack, 0);
            if (more > 0 && !lack.event().equals(except))
                result.add(new Hurt(
                        lack.event(), worst.owner().label(), worst.shortage().item(), more));
        });
        return List.copyOf(result);
    }

    private static Map<Lack, Integer> peaks(List<Shortfall> all) {
        var result = new HashMap<Lack, Integer>();
        for (var s : all)
            result.merge(
                    new Lack(s.owner().id(), s.shortage().stock()), s.shortage().quantity(), Math::max);
        return result;
    }
}

package eventkit.timeline;

import eventkit.availability.Availability.Step;
import eventkit.core.Period;
import eventkit.timeline.StockSources.Pieces;
import eventkit.timeline.Timelines.Load;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what there is and what is wanted of it over many stocks. What one stock lacks, another does not make up for: it lies elsewhere. */
final class LoadSum {
    private static final int PIECES = 0;
    private static final int FREE = 1;
    private static final int OPTIONED = 2;
    private static final int LACKING = 3;

    private final Period period;
    private final Map<Instant, int[]> changes = new HashMap<>();

    LoadSum(Period period) {
        this.period = period;
    }

    void supply(Pieces pieces) {
        if (pieces.to() != null && !pieces.to().isAfter(period.from())) return;
        at(pieces.from())[PIECES] += pieces.pieces();
        if (pieces.to() != null) at(pieces.to())[PIECES] -= pieces.pieces();
    }

    /** @param steps of one stock, the first at the period's beginning */
    void stock(List<Step> steps) {
        int free = 0;
        int optioned = 0;
        int lacking = 0;
        for (var step : steps) {
            var change = at(step.from());
            int nowOptioned = step.firm() - step.worst();
            int nowLacking = Math.max(0, -step.firm());
            change[FREE] += step.firm() - free;
            change[OPTIONED] += nowOptioned - optioned;
            change[LACKING] += nowLacking - lacking;
            free = step.firm();
            optioned = nowOptioned;
            lacking = nowLacking;
        }
    }

    private int[] at(@Nullable Instant instant) {
        var when = instant == null || instant.isBefore(period.from()) ? period.from() : instant;
        return changes.computeIfAbsent(when, key -> new int[4]);
    }

    /** At most so many; of what is too close together, the moment with the least left over stands for all of it. */
    List<Load> loads(int max) {
        var all = new ArrayList<Load>();
        var now = new int[4];
        for (var when : changes.keySet().stream().sorted().toList()) {
            if (!when.isBefore(period.to())) break;
            var change = changes.get(when);
            if (change == null) continue;
            for (int i = 0; i < now.length; i++) now[i] += change[i];
            var load = new Load(when, now[PIECES], now[PIECES] - now[FREE], now[OPTIONED], now[LACKING]);
            if (all.isEmpty() || differs(all.getLast(), load)) all.add(load);
        }
        return all.size() <= max ? all : thinned(all, max);
    }

    private List<Load> thinned(List<Load> all, int max) {
        long slice = Math.max(1, period.length().toSeconds() / max);
        var result = new ArrayList<Load>();
        long last = -1;
        for (var load : all) {
            long here = (load.from().getEpochSecond() - period.from().getEpochSecond()) / slice;
            if (here != last) {
                result.add(load);
                last = here;
            } else if (tighter(load, result.getLast())) {
                var first = result.getLast().from();
                result.set(
                        result.size() - 1,
                        new Load(first, load.stock(), load.wanted(), load.optioned(), load.lacking()));
            }
        }
        return result;
    }

    private static boolean tighter(Load one, Load other) {
        if (one.lacking() != other.lacking()) return one.lacking() > other.lacking();
        return one.stock() - one.wanted() < other.stock() - other.wanted();
    }

    private static boolean differs(Load one, Load other) {
        return one.stock() != other.stock()
                || one.wanted() != other.wanted()
                || one.optioned() != other.optioned()
                || one.lacking() != other.lacking();
    }
}

package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.core.Period;
import eventkit.planning.LineRemedies.Relief;
import eventkit.planning.Trial.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be done with times: the event on another day, or less time for preparing and checking in. */
final class TimeRemedies {
    static final int DAYS_MAX = 7;

    /** @param minutes what is left of so many {@code planned} */
    record Shortened(Relief relief, long minutes, long planned) {}

    /** @param days below zero to earlier */
    record Moved(Relief relief, int days, Period onSite) {}

    private TimeRemedies() {}

    /** The nearest day, earlier or later, on which the event lacks nothing at all; null where it is none of the next days. */
    static @Nullable Moved move(Trial trial, int direction, Instant now) {
        var draft = trial.start().draft();
        var zone = ZoneId.of(trial.event().timeZone());
        for (int day = 1; day <= DAYS_MAX; day++) {
            var onSite = new Shift(zone, (long) direction * day).of(draft.onSite());
            var moved = trial.start().with(draft.moved(onSite));
            if (!trial.event().occupancy().around(onSite).from().isAfter(now)) return null;
            if (trial.fit(moved).shortages().isEmpty())
                return new Moved(new Relief(moved, trial.shortage().quantity()), direction * day, onSite);
        }
        return null;
    }

    /** The event's own lines are prepared later, or checked in faster. */
    static @Nullable Shortened own(Trial trial, Plan start) {
        var draft = start.draft().copy();
        var left = shorten(draft, line -> trial.mayChange(draft, line), trial.stretches());
        return left == null ? null : judged(trial, start, start.with(draft), left);
    }

    /** Who has it before or after checks it in faster, or prepares it later. */
    static @Nullable Shortened others(Trial trial, Plan start, Draft holder) {
        var draft = holder.copy();
        var item = trial.shortage().stock().item();
        var warehouse = trial.shortage().stock().warehouse();
        var left = shorten(
                draft,
                line -> item.equals(line.productId())
                        && draft.list(line.listId()).open()
                        && warehouse.equals(draft.list(line.listId()).warehouseId()),
                trial.stretches());
        if (left == null) return null;
        var others = new HashMap<UUID, Draft>(start.others());
        others.put(holder.event().id(), draft);
        return judged(trial, start, new Plan(start.draft(), others, start.parts()), left);
    }

    private record Left(long minutes, long planned) {
        static Left less(@Nullable Left one, long minutes, long planned) {
            return one == null || minutes < one.minutes ? new Left(minutes, planned) : one;
        }
    }

    private static @Nullable Shortened judged(Trial trial, Plan start, Plan then, Left left) {
        var fit = trial.fit(then);
        int covers = trial.lacking(trial.fit(start)) - trial.lacking(fit);
        if (covers <= 0 || trial.worse(fit) > 0) return null;
        return new Shortened(new Relief(then, covers), left.minutes(), left.planned());
    }

    private static @Nullable Left shorten(Draft draft, Predicate<PullLine> which, List<Shortage> stretches) {
        Left left = null;
        for (var line : draft.lines().filter(which).toList()) {
            var now = line;
            for (var stretch : stretches) {
                var period = stretch.period();
                if (!draft.taken(now).overlaps(period)) continue;
                var around = draft.around(now);
                var onSite = draft.onSite(now);
                var leaves = onSite.from().minus(Duration.ofMinutes(around.transitBeforeMinutes()));
                var comes = onSite.to().plus(Duration.ofMinutes(around.transitAfterMinutes()));
                var own = now.times();
                if (!period.to().isAfter(leaves)) {
                    int prep = minutes(period.to(), leaves);
                    left = Left.less(left, prep, around.prepMinutes());
                    now = now.with(now.quantity(), prep(own, prep));
                } else if (!period.from().isBefore(comes)) {
                    int turnaround = minutes(comes, period.from());
                    left = Left.less(left, turnaround, around.turnaroundMinutes());
                    now = now.with(now.quantity(), turnaround(own, turnaround));
                } else continue;
                draft.times(line, now.times());
                line = now;
            }
        }
        return left;
    }

    private static int minutes(Instant from, Instant to) {
        return (int) Duration.between(from, to).toMinutes();
    }

    private static OwnTimes prep(OwnTimes own, int minutes) {
        return new OwnTimes(
                own.from(),
                own.to(),
                minutes,
                own.transitBeforeMinutes(),
                own.transitAfterMinutes(),
                own.turnaroundMinutes());
    }

    private static OwnTimes turnaround(OwnTimes own, int minutes) {
        return new OwnTimes(
                own.from(),
                own.to(),
                own.prepMinutes(),
                own.transitBeforeMinutes(),
                own.transitAfterMinutes(),
                minutes);
    }
}

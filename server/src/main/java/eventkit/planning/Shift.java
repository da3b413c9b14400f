package eventkit.planning;

import eventkit.core.Period;
import eventkit.planning.EventCopies.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves instants by days as the clock on the wall shows them. */
record Shift(ZoneId zone, long days) {
    static Shift to(ZoneId zone, Instant from, LocalDate startsOn) {
        return new Shift(zone, ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), startsOn));
    }

    Instant of(Instant instant) {
        return days == 0 ? instant : instant.atZone(zone).plusDays(days).toInstant();
    }

    /** What the missing hour of a spring night would turn round keeps its length instead. */
    Period of(Period period) {
        var from = of(period.from());
        var to = of(period.to());
        return from.isBefore(to) ? new Period(from, to) : new Period(from, from.plus(period.length()));
    }

    OwnTimes of(OwnTimes times) {
        if (times.from() == null || times.to() == null) return times;
        var moved = of(new Period(times.from(), times.to()));
        return new OwnTimes(
                moved.from(),
                moved.to(),
                times.prepMinutes(),
                times.transitBeforeMinutes(),
                times.transitAfterMinutes(),
                times.turnaroundMinutes());
    }

    Block of(Block block) {
        var moved = of(new Period(block.from(), block.to()));
        return new Block(null, block.kind(), block.stage(), moved.from(), moved.to(), block.note());
    }

    /** The days on which a series begins, the first one included; one more than {@code max} where there are more. */
    static List<LocalDate> days(
            LocalDate first, Rhythm rhythm, int every, @Nullable Integer count, @Nullable LocalDate until, int max) {
        var days = new ArrayList<LocalDate>();
        for (int i = 0; days.size() <= max && (count == null || i < count); i++) {
            var day = switch (rhythm) {
                case WEEKLY -> first.plusWeeks((long) i * every);
                case MONTHLY -> first.plusMonths((long) i * every);
            };
            if (until != null && day.isAfter(until)) break;
            days.add(day);
        }
        return days;
    }
}

package eventkit.planning;

import eventkit.core.Period;
import eventkit.planning.EventCopies.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves instants by days as the clock on the wall shows them, and by the rest in hours. */
record Shift(ZoneId zone, long days, Duration rest) {
    Shift(ZoneId zone, long days) {
        this(zone, days, Duration.ZERO);
    }

    /**
     * What has moved from one period to another as a whole: both ends by the same time on the clock, or else by the same number of days. Null where it
     * only became longer or shorter.
     */
    static @Nullable Shift between(Period was, Period now, ZoneId zone) {
        var first = Duration.between(on(was.from(), zone), on(now.from(), zone));
        var last = Duration.between(on(was.to(), zone), on(now.to(), zone));
        boolean asLong = was.length().equals(now.length());
        if (first.equals(last) || asLong)
            return first.isZero() ? null : new Shift(zone, first.toDays(), first.minusDays(first.toDays()));
        long days = days(was.from(), now.from(), zone);
        return days != 0 && days == days(was.to(), now.to(), zone) ? new Shift(zone, days) : null;
    }

    private static LocalDateTime on(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static long days(Instant was, Instant now, ZoneId zone) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(was, zone), LocalDate.ofInstant(now, zone));
    }

    static Shift to(ZoneId zone, Instant from, LocalDate startsOn) {
        return new Shift(zone, ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), startsOn));
    }

    Instant of(Instant instant) {
        return (days == 0 ? instant : instant.atZone(zone).plusDays(days).toInstant()).plus(rest);
    }

    @Nullable
    Instant due(@Nullable Instant at) {
        return at == null ? null : of(at);
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

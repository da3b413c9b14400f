package eventkit.reports;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** How often a report is mailed. */
public enum Rhythm {
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /**
     * The next time after a moment, by the clocks of a zone.
     *
     * @param day of the week from Monday; of the month, or of the first month of the quarter
     */
    Instant after(Instant moment, int day, int hour, ZoneId zone) {
        var today = LocalDate.ofInstant(moment, zone);
        var at = first(today, day);
        while (true) {
            var next = at.atTime(hour, 0).atZone(zone).toInstant();
            if (next.isAfter(moment)) return next;
            at = switch (this) {
                case WEEKLY -> at.plusWeeks(1);
                case MONTHLY -> at.plusMonths(1);
                case QUARTERLY -> at.plusMonths(3);
            };
        }
    }

    private LocalDate first(LocalDate today, int day) {
        return switch (this) {
            case WEEKLY -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
            case MONTHLY -> today.withDayOfMonth(day);
            case QUARTERLY -> Days.quarter(today).withDayOfMonth(day);
        };
    }
}

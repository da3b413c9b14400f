package eventkit.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The company's calendar, counted back from the day it is furnished: people work from eight to five on weekdays, jobs happen on any day. */
record Days(LocalDate today) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static Days of(Instant now) {
        return new Days(LocalDate.ofInstant(now, ZONE));
    }

    LocalDate ago(int days) {
        return today.minusDays(days);
    }

    /** That day, or the Friday before where it is a weekend: never later, so that nothing lies in the future. */
    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    /** The next weekday after it. */
    static LocalDate nextWorkday(LocalDate day) {
        var next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY)
            next = next.plusDays(1);
        return next;
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    /** Some moment of that working day. */
    static Instant office(LocalDate day, Dice dice) {
        return at(day, dice.between(8, 15), dice.below(60)).plusSeconds(dice.below(60));
    }

    /** It is over, so people can have written it down. */
    boolean past(LocalDate day) {
        return day.isBefore(today);
    }
}

package eventkit.reports;

import java.time.LocalDate;

/** A time as people name it; those that move with the calendar are what e-mailed reports are made for. */
public enum Span {
    ALL,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    LAST_12_MONTHS,
    LAST_3_YEARS,
    NEXT_3_MONTHS,
    NEXT_12_MONTHS,
    /** From a day to another that are given. */
    DAYS;

    static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** Of {@link #DAYS} it is whatever was given. */
    Days on(LocalDate today) {
        var month = today.withDayOfMonth(1);
        var quarter = Days.quarter(today);
        var year = today.withDayOfYear(1);
        return switch (this) {
            case ALL, DAYS -> new Days(FIRST, LAST);
            case LAST_MONTH -> new Days(month.minusMonths(1), month.minusDays(1));
            case THIS_QUARTER -> new Days(quarter, quarter.plusMonths(3).minusDays(1));
            case LAST_QUARTER -> new Days(quarter.minusMonths(3), quarter.minusDays(1));
            case THIS_YEAR -> new Days(year, year.plusYears(1).minusDays(1));
            case LAST_YEAR -> new Days(year.minusYears(1), year.minusDays(1));
            case LAST_12_MONTHS -> new Days(month.minusMonths(12), month.minusDays(1));
            case LAST_3_YEARS -> new Days(year.minusYears(2), year.plusYears(1).minusDays(1));
            case NEXT_3_MONTHS -> new Days(today, today.plusMonths(3).minusDays(1));
            case NEXT_12_MONTHS -> new Days(today, today.plusYears(1).minusDays(1));
        };
    }
}

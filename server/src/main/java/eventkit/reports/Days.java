package eventkit.reports;

import java.time.LocalDate;

/** Days from the first to the last, both with it. */
record Days(LocalDate from, LocalDate to) {
    static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    /** Whole quarters: what sums that are kept by quarter can tell. */
    Days quarters() {
        return new Days(quarter(from), quarter(to).plusMonths(3).minusDays(1));
    }

    boolean all() {
        return !from.isAfter(Span.FIRST) && !to.isBefore(Span.LAST);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

package eventkit.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days that cost more or less than others: a season, weekends.
 *
 * @param from with {@code to} the days it holds for, both included; null: any
 * @param weekdays empty: all
 * @param factor what such a day costs, as a multiple of any other
 */
public record HireRate(
        UUID id,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<DayOfWeek> weekdays,
        BigDecimal factor,
        long version) {
    public HireRate {
        weekdays = Set.copyOf(weekdays);
    }

    /** @param name of those that hold on some day; null where none does */
    record Mean(BigDecimal factor, @Nullable String name) {}

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
    }

    /** The mean of all days of a hire, each by the first rate that holds for it; rounded half up to four decimals. */
    static Mean mean(List<HireRate> rates, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) return new Mean(BigDecimal.ONE, null);
        var sum = BigDecimal.ZERO;
        long days = 0;
        var names = new LinkedHashSet<String>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var today = day;
            var rate = rates.stream().filter(one -> one.holds(today)).findFirst();
            rate.ifPresent(one -> names.add(one.name()));
            sum = sum.add(rate.map(HireRate::factor).orElse(BigDecimal.ONE));
            days++;
        }
        return new Mean(
                sum.divide(BigDecimal.valueOf(days), FactorCurve.DECIMALS, RoundingMode.HALF_UP),
                names.isEmpty() ? null : String.join(", ", names));
    }
}

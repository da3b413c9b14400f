package eventkit.insight;

import eventkit.core.Period;
import eventkit.insight.Content.UsedDay;
import eventkit.timeline.Timelines.Load;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How full shelves are over a time, put together from what the timeline says of each of them. */
record Used(
        double averagePercent, double peakPercent, @Nullable LocalDate peakDay, int lacking, List<UsedDay> days) {
    private static final double ALL = 100;
    private static final double TENTHS = 10;

    /** @param shelves what is on each from when on, the first from the beginning of the period; empty for one that has nothing */
    static Used of(List<List<Load>> shelves, Period period, ZoneId zone) {
        var moments = new TreeSet<Instant>();
        moments.add(period.from());
        for (var shelf : shelves) for (var load : shelf) if (period.contains(load.from())) moments.add(load.from());
        var first = LocalDate.ofInstant(period.from(), zone);
        for (var day = first.plusDays(1); ; day = day.plusDays(1)) {
            var begins = day.atStartOfDay(zone).toInstant();
            if (!period.contains(begins)) break;
            moments.add(begins);
        }
        var at = new int[shelves.size()];
        var days = new ArrayList<UsedDay>();
        double seconds = 0;
        double wanted = 0;
        double stock = 0;
        int lacking = 0;
        double peak = 0;
        LocalDate peakDay = null;
        var all = List.copyOf(moments);
        for (int i = 0; i < all.size(); i++) {
            var moment = all.get(i);
            var until = i + 1 < all.size() ? all.get(i + 1) : period.to();
            var now = together(shelves, at, moment, LocalDate.ofInstant(moment, zone));
            double length = until.getEpochSecond() - moment.getEpochSecond();
            seconds += length;
            wanted += length * Math.min(now.wanted(), now.stock());
            stock += length * now.stock();
            lacking = Math.max(lacking, now.lacking());
            if (percent(now) > peak) {
                peak = percent(now);
                peakDay = now.day();
            }
            if (days.isEmpty() || !days.getLast().day().equals(now.day())) days.add(now);
            else if (percent(now) > percent(days.getLast())) days.set(days.size() - 1, now);
        }
        return new Used(stock <= 0 || seconds <= 0 ? 0 : rounded(wanted / stock), peak, peakDay, lacking, days);
    }

    private static UsedDay together(List<List<Load>> shelves, int[] at, Instant moment, LocalDate day) {
        int stock = 0;
        int wanted = 0;
        int optioned = 0;
        int lacking = 0;
        for (int s = 0; s < shelves.size(); s++) {
            var shelf = shelves.get(s);
            while (at[s] + 1 < shelf.size() && !shelf.get(at[s] + 1).from().isAfter(moment)) at[s]++;
            if (shelf.isEmpty() || shelf.get(at[s]).from().isAfter(moment)) continue;
            var load = shelf.get(at[s]);
            stock += load.stock();
            wanted += load.wanted();
            optioned += load.optioned();
            lacking += load.lacking();
        }
        return new UsedDay(day, stock, wanted, optioned, lacking);
    }

    private static double percent(UsedDay day) {
        if (day.stock() <= 0) return day.wanted() > 0 ? ALL : 0;
        return rounded((double) day.wanted() / day.stock());
    }

    /** Per cent with one decimal. */
    private static double rounded(double share) {
        return Math.round(share * ALL * TENTHS) / TENTHS;
    }

    boolean hasStock() {
        return days.stream().anyMatch(day -> day.stock() > 0 || day.wanted() > 0);
    }
}

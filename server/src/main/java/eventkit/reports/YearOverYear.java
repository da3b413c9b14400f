package eventkit.reports;

import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A year beside the one before, quarter by quarter: money by when it was posted, events by when they began. */
@Component
class YearOverYear implements Maker {
    private static final int QUARTERS = 4;
    private final ProfitRows rows;

    YearOverYear(ProfitRows rows) {
        this.rows = rows;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.YEAR_OVER_YEAR;
    }

    @Override
    public Report make(Asked given) {
        // The year in which the time that was asked for ends, or this one.
        int year = (given.days().all() ? given.today() : given.days().to()).getYear();
        var asked = given.over(new Days(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 12, 31)));
        var values = values(asked);
        var type = asked.by() == By.EVENTS ? Type.COUNT : Type.MONEY;
        var draft = new Draft(asked)
                .column("quarter", Type.QUARTER_NUMBER)
                .column("y" + (year - 1), type, String.valueOf(year - 1))
                .column("y" + year, type, String.valueOf(year))
                .column("change", type)
                .column("changePercent", Type.PERCENT);
        long before = 0;
        long now = 0;
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            var then = LocalDate.of(year - 1, quarter * 3 - 2, 1);
            long was = values.getOrDefault(then, 0L);
            long is = values.getOrDefault(then.plusYears(1), 0L);
            draft.row(
                    Cell.text(quarter),
                    cell(asked, was).to(link(asked, quarter(then))),
                    cell(asked, is).to(link(asked, quarter(then.plusYears(1)))),
                    cell(asked, is - was).to(both(asked, quarter(then), quarter(then.plusYears(1)))),
                    Cell.number(Percent.change(was, is)).to(both(asked, quarter(then), quarter(then.plusYears(1)))));
            before += was;
            now += is;
        }
        draft.total(
                Cell.NOTHING,
                cell(asked, before).to(link(asked, year(year - 1))),
                cell(asked, now).to(link(asked, year(year))),
                cell(asked, now - before).to(both(asked, year(year - 1), year(year))),
                Cell.number(Percent.change(before, now)).to(both(asked, year(year - 1), year(year))));
        draft.draw(Shape.BARS, QUARTERS, "y" + (year - 1), "y" + year);
        return draft.done();
    }

    private static Days quarter(LocalDate day) {
        return new Days(day, day).quarters();
    }

    private static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private Map<LocalDate, Long> values(Asked asked) {
        if (asked.by() == By.EVENTS)
            return rows.months(asked).stream()
                    .collect(Collectors.toMap(m -> Days.quarter(m.month()), ProfitRows.OfMonth::events, Long::sum));
        return rows.quarters(asked).stream()
                .collect(Collectors.toMap(
                        ProfitRows.OfQuarter::quarter,
                        q -> asked.by() == By.REVENUE ? q.revenue() : q.revenue() - q.cost()));
    }

    private static Cell cell(Asked asked, long value) {
        return asked.by() == By.EVENTS ? Cell.number(value) : Cell.money(value, asked.currency());
    }

    private static @Nullable String link(Asked asked, Days days) {
        if (asked.by() == By.EVENTS) return Links.begin(asked, days);
        var of = Links.posted(asked, days);
        return asked.by() == By.REVENUE ? Links.revenue(of) : Links.profit(of);
    }

    /** A change is made of two times: the report that has both, and what lies between. */
    private static String both(Asked asked, Days then, Days now) {
        var days = new Days(then.from(), now.to());
        return asked.by() == By.EVENTS
                ? Links.report(ReportKind.SEASONALITY, By.EVENTS, days, Links.narrowed(asked))
                : Links.report(ReportKind.EVENT_PROFITABILITY, By.QUARTER, days, Links.narrowed(asked));
    }
}

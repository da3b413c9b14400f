package eventkit.reports;

import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
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
                    cell(asked, was).to(link(asked, then)),
                    cell(asked, is).to(link(asked, then.plusYears(1))),
                    cell(asked, is - was),
                    Cell.number(Percent.change(was, is)));
            before += was;
            now += is;
        }
        draft.total(
                Cell.NOTHING,
                cell(asked, before),
                cell(asked, now),
                cell(asked, now - before),
                Cell.number(Percent.change(before, now)));
        draft.draw(Shape.BARS, QUARTERS, "y" + (year - 1), "y" + year);
        return draft.done();
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

    private static @org.jspecify.annotations.Nullable String link(Asked asked, LocalDate quarter) {
        var days = new Days(quarter, quarter).quarters();
        if (asked.by() == By.EVENTS || asked.byEvents())
            return Links.report(
                    ReportKind.EVENT_PROFITABILITY,
                    By.EVENT,
                    days,
                    Links.all("client", asked.clients())
                            + Links.all("eventType", asked.eventTypes())
                            + Links.all("warehouse", asked.warehouses()));
        var of = Links.days(days) + Links.all("client", asked.clients());
        return asked.by() == By.REVENUE ? Links.revenue(of) : Links.profit(of);
    }
}

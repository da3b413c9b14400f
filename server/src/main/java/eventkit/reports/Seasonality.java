package eventkit.reports;

import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which months are strong: the months of a year down, the years across. */
@Component
class Seasonality implements Maker {
    private static final int MONTHS = 12;
    private final ProfitRows rows;

    Seasonality(ProfitRows rows) {
        this.rows = rows;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.SEASONALITY;
    }

    @Override
    public Report make(Asked asked) {
        var values = new HashMap<LocalDate, Long>();
        var years = new TreeSet<Integer>();
        for (var month : rows.months(asked)) {
            years.add(month.month().getYear());
            values.put(month.month(), value(asked, month));
        }
        var type = asked.by() == By.EVENTS ? Type.COUNT : Type.MONEY;
        var draft = new Draft(asked).column("month", Type.MONTH_NUMBER);
        for (var year : years) draft.column("y" + year, type, String.valueOf(year));
        draft.column("average", asked.by() == By.EVENTS ? Type.NUMBER : Type.MONEY)
                .column("index", Type.PERCENT);
        // Months that have not begun yet pull no average down.
        var began = asked.today().withDayOfMonth(1);
        long all = 0;
        long months = 0;
        for (var year : years)
            for (int month = 1; month <= MONTHS; month++) {
                var first = LocalDate.of(year, month, 1);
                if (!counts(asked, began, first)) continue;
                all += values.getOrDefault(first, 0L);
                months++;
            }
        var totals = new HashMap<Integer, Long>();
        for (int month = 1; month <= MONTHS && !years.isEmpty(); month++) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.text(month));
            long sum = 0;
            int counted = 0;
            for (var year : years) {
                var first = LocalDate.of(year, month, 1);
                if (!asked.days().has(first)
                        && !asked.days().has(first.plusMonths(1).minusDays(1))) {
                    cells.add(Cell.NOTHING);
                    continue;
                }
                long value = values.getOrDefault(first, 0L);
                totals.merge(year, value, Long::sum);
                cells.add(cell(asked, value)
                        .to(Links.begin(
                                asked,
                                within(
                                        asked,
                                        new Days(first, first.plusMonths(1).minusDays(1))))));
                if (counts(asked, began, first)) {
                    sum += value;
                    counted++;
                }
            }
            var such = Links.begin(asked, began(asked, years), month);
            cells.add(average(asked, sum, counted).to(counted == 0 ? null : such));
            cells.add(
                    counted == 0 || months == 0
                            ? Cell.NOTHING
                            : Cell.number(Percent.of(
                                            BigDecimal.valueOf(sum).multiply(BigDecimal.valueOf(months)),
                                            BigDecimal.valueOf(all).multiply(BigDecimal.valueOf(counted))))
                                    .to(such));
            draft.row(cells);
        }
        var cells = new ArrayList<Cell>();
        cells.add(Cell.NOTHING);
        for (var year : years)
            cells.add(cell(asked, totals.getOrDefault(year, 0L)).to(Links.begin(asked, within(asked, year))));
        cells.add(average(asked, all, months).to(years.isEmpty() ? null : Links.begin(asked, began(asked, years))));
        cells.add(Cell.NOTHING);
        draft.total(cells);
        draft.draw(Shape.LINES, MONTHS, years.stream().map(y -> "y" + y).toArray(String[]::new));
        return draft.done();
    }

    private static boolean counts(Asked asked, LocalDate began, LocalDate first) {
        return !first.isAfter(began) && asked.days().has(first);
    }

    private static long value(Asked asked, ProfitRows.OfMonth month) {
        return switch (asked.by()) {
            case REVENUE -> month.revenue();
            case PROFIT -> month.revenue() - month.cost();
            default -> month.events();
        };
    }

    private static Cell cell(Asked asked, long value) {
        return asked.by() == By.EVENTS ? Cell.number(value) : Cell.money(value, asked.currency());
    }

    private static Cell average(Asked asked, long sum, long counted) {
        if (counted == 0) return Cell.NOTHING;
        var exact = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(counted), 1, RoundingMode.HALF_UP);
        return asked.by() == By.EVENTS
                ? Cell.number(exact)
                : Cell.money(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), asked.currency());
    }

    private static Days within(Asked asked, int year) {
        return within(asked, new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** What of them was asked for. */
    private static Days within(Asked asked, Days days) {
        return new Days(
                days.from().isBefore(asked.days().from()) ? asked.days().from() : days.from(),
                days.to().isAfter(asked.days().to()) ? asked.days().to() : days.to());
    }

    /** What the average counts. */
    private static Days began(Asked asked, TreeSet<Integer> years) {
        var first = within(asked, years.first()).from();
        var last = within(asked, years.last()).to();
        var end = asked.today().withDayOfMonth(1).plusMonths(1).minusDays(1);
        return new Days(first, last.isAfter(end) && !end.isBefore(first) ? end : last);
    }
}

package eventkit.reports;

import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What events leave: each by itself, the best, by the quarter in which it was posted, and by client and year. */
@Component
class EventProfitability implements Maker {
    private static final int TOP = 100;
    private static final int DRAWN = 20;
    private final ProfitRows rows;

    EventProfitability(ProfitRows rows) {
        this.rows = rows;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.EVENT_PROFITABILITY;
    }

    @Override
    public Report make(Asked asked) {
        return switch (asked.by()) {
            case QUARTER -> quarters(asked);
            case CLIENT_YEAR -> clientYears(asked);
            case TOP -> events(asked, rows.top(asked, Math.min(TOP, asked.most())));
            default -> events(asked, rows.events(asked, asked.most() + 1));
        };
    }

    private Report events(Asked asked, List<ProfitRows.OfEvent> found) {
        var draft = new Draft(asked)
                .column("event", Type.TEXT)
                .column("client", Type.TEXT)
                .column("day", Type.DAY)
                .column("revenue", Type.MONEY)
                .column("cost", Type.MONEY)
                .column("profit", Type.MONEY)
                .column("margin", Type.PERCENT);
        var shown = found.subList(0, Math.min(found.size(), asked.most()));
        if (shown.size() < found.size()) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        for (var event : shown) {
            var of = "&event=" + event.id();
            draft.row(
                    Cell.text(event.number() + " " + event.name()).to(Links.event(event.id())),
                    event.client() == null
                            ? Cell.NOTHING
                            : Cell.text(event.clientName()).to(Links.client(event.client())),
                    Cell.text(event.day()),
                    Cell.money(event.revenue(), money).to(Links.revenue(of)),
                    Cell.money(event.cost(), money).to(Links.cost(of)),
                    Cell.money(event.profit(), money).to(Links.profit(of)),
                    Cell.number(Percent.of(event.profit(), event.revenue())).to(Links.profit(of)));
        }
        var sum = shown.size() < found.size() ? rows.sum(asked) : sum(shown);
        long revenue = sum.revenue();
        long cost = sum.cost();
        // The best are named one by one; all others by what was asked.
        var all = asked.by() == By.TOP
                ? Links.all("event", shown.stream().map(ProfitRows.OfEvent::id).toList())
                : Links.ofEvents(asked);
        draft.total(
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.money(revenue, money).to(Links.revenue(all)),
                Cell.money(cost, money).to(Links.cost(all)),
                Cell.money(revenue - cost, money).to(Links.profit(all)),
                Cell.number(Percent.of(revenue - cost, revenue)).to(Links.profit(all)));
        draft.draw(Shape.BARS, DRAWN, "revenue", "profit");
        return draft.done();
    }

    private static ProfitRows.Sum sum(List<ProfitRows.OfEvent> events) {
        return new ProfitRows.Sum(
                events.stream().mapToLong(ProfitRows.OfEvent::revenue).sum(),
                events.stream().mapToLong(ProfitRows.OfEvent::cost).sum());
    }

    private Report quarters(Asked given) {
        var asked = given.over(given.days().quarters());
        var draft = new Draft(asked)
                .column("quarter", Type.QUARTER)
                .column("revenue", Type.MONEY)
                .column("cost", Type.MONEY)
                .column("profit", Type.MONEY)
                .column("margin", Type.PERCENT);
        if (!asked.days().equals(given.days())) draft.note(Note.WHOLE_QUARTERS);
        var money = asked.currency();
        long revenue = 0;
        long cost = 0;
        for (var quarter : rows.quarters(asked)) {
            var days = new Days(quarter.quarter(), quarter.quarter()).quarters();
            var of = Links.posted(asked, days);
            var profit = quarter.revenue() - quarter.cost();
            draft.row(
                    Cell.text(quarter.quarter())
                            .to(Links.report(ReportKind.EVENT_PROFITABILITY, By.EVENT, days, Links.narrowed(asked))),
                    Cell.money(quarter.revenue(), money).to(Links.revenue(of)),
                    Cell.money(quarter.cost(), money).to(Links.cost(of)),
                    Cell.money(profit, money).to(Links.profit(of)),
                    Cell.number(Percent.of(profit, quarter.revenue())).to(Links.profit(of)));
            revenue += quarter.revenue();
            cost += quarter.cost();
        }
        var all = Links.posted(asked, asked.days());
        draft.total(
                Cell.NOTHING,
                Cell.money(revenue, money).to(Links.revenue(all)),
                Cell.money(cost, money).to(Links.cost(all)),
                Cell.money(revenue - cost, money).to(Links.profit(all)),
                Cell.number(Percent.of(revenue - cost, revenue)).to(Links.profit(all)));
        draft.draw(Shape.BARS, asked.most(), "revenue", "cost", "profit");
        return draft.done();
    }

    private static final class OfClient {
        private final Map<Integer, Long> profits = new LinkedHashMap<>();
        private long revenue;
        private long profit;
    }

    private Report clientYears(Asked given) {
        var asked = given.over(given.days().quarters());
        var byClient = new LinkedHashMap<@Nullable UUID, OfClient>();
        var years = new TreeSet<Integer>();
        for (var row : rows.clientYears(asked)) {
            years.add(row.year());
            var of = byClient.computeIfAbsent(row.client(), client -> new OfClient());
            of.profits.put(row.year(), row.revenue() - row.cost());
            of.revenue += row.revenue();
            of.profit += row.revenue() - row.cost();
        }
        var draft = new Draft(asked).column("client", Type.TEXT);
        for (var year : years) draft.column("y" + year, Type.MONEY, String.valueOf(year));
        draft.column("revenue", Type.MONEY).column("profit", Type.MONEY).column("margin", Type.PERCENT);
        if (!asked.days().equals(given.days())) draft.note(Note.WHOLE_QUARTERS);
        if (byClient.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        var names = rows.clients();
        var totals = new LinkedHashMap<Integer, Long>();
        long revenue = 0;
        long profit = 0;
        var best = byClient.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().profit, a.getValue().profit))
                .toList();
        for (var one : best) {
            one.getValue().profits.forEach((year, made) -> totals.merge(year, made, Long::sum));
            revenue += one.getValue().revenue;
            profit += one.getValue().profit;
            if (draft.size() >= asked.most()) continue;
            var client = one.getKey();
            var cells = new ArrayList<Cell>();
            cells.add(
                    client == null
                            ? Cell.text("–")
                            : Cell.text(names.getOrDefault(client, "–")).to(Links.client(client)));
            for (var year : years) {
                var made = one.getValue().profits.get(year);
                var days = year(year, asked.days());
                cells.add(
                        made == null
                                ? Cell.NOTHING
                                : Cell.money(made, money)
                                        .to(client == null ? null : Links.profit(Links.posted(asked, days, client))));
            }
            var of = client == null ? null : Links.posted(asked, asked.days(), client);
            cells.add(Cell.money(one.getValue().revenue, money).to(of == null ? null : Links.revenue(of)));
            cells.add(Cell.money(one.getValue().profit, money).to(of == null ? null : Links.profit(of)));
            cells.add(Cell.number(Percent.of(one.getValue().profit, one.getValue().revenue))
                    .to(of == null ? null : Links.profit(of)));
            draft.row(cells);
        }
        var cells = new ArrayList<Cell>();
        cells.add(Cell.NOTHING);
        for (var year : years)
            cells.add(Cell.money(totals.getOrDefault(year, 0L), money)
                    .to(Links.report(
                            ReportKind.EVENT_PROFITABILITY,
                            By.CLIENT_YEAR,
                            year(year, asked.days()),
                            Links.narrowed(asked))));
        var quarters = Links.report(ReportKind.EVENT_PROFITABILITY, By.QUARTER, asked.days(), Links.narrowed(asked));
        cells.add(Cell.money(revenue, money).to(quarters));
        cells.add(Cell.money(profit, money).to(quarters));
        cells.add(Cell.number(Percent.of(profit, revenue)).to(quarters));
        draft.total(cells);
        draft.draw(
                Shape.BARS,
                DRAWN,
                years.stream()
                        .skip(Math.max(0, years.size() - 3))
                        .map(y -> "y" + y)
                        .toArray(String[]::new));
        return draft.done();
    }

    /** What of it was asked for. */
    private static Days year(int year, Days asked) {
        var first = java.time.LocalDate.of(year, 1, 1);
        var last = java.time.LocalDate.of(year, 12, 31);
        return new Days(
                first.isBefore(asked.from()) ? asked.from() : first, last.isAfter(asked.to()) ? asked.to() : last);
    }
}

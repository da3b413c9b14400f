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
            case TOP -> events(asked, rows.top(asked, TOP));
            default -> events(asked, rows.events(asked, ROWS_MAX + 1));
        };
    }

    private static Report events(Asked asked, List<ProfitRows.OfEvent> found) {
        var draft = new Draft(asked)
                .column("event", Type.TEXT)
                .column("client", Type.TEXT)
                .column("day", Type.DAY)
                .column("revenue", Type.MONEY)
                .column("cost", Type.MONEY)
                .column("profit", Type.MONEY)
                .column("margin", Type.PERCENT);
        var shown = found.subList(0, Math.min(found.size(), ROWS_MAX));
        if (shown.size() < found.size()) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        long revenue = 0;
        long cost = 0;
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
                    Cell.number(Percent.of(event.profit(), event.revenue())));
            revenue += event.revenue();
            cost += event.cost();
        }
        draft.total(
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.money(revenue, money),
                Cell.money(cost, money),
                Cell.money(revenue - cost, money),
                Cell.number(Percent.of(revenue - cost, revenue)));
        draft.draw(Shape.BARS, DRAWN, "revenue", "profit");
        return draft.done();
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
            // The ledger knows clients and days; what only events have leads to these events.
            var of = Links.days(days) + Links.all("client", asked.clients());
            draft.row(
                    Cell.text(quarter.quarter())
                            .to(Links.report(ReportKind.EVENT_PROFITABILITY, By.EVENT, days, narrowed(asked))),
                    Cell.money(quarter.revenue(), money).to(asked.byEvents() ? null : Links.revenue(of)),
                    Cell.money(quarter.cost(), money).to(asked.byEvents() ? null : Links.cost(of)),
                    Cell.money(quarter.revenue() - quarter.cost(), money)
                            .to(asked.byEvents() ? null : Links.profit(of)),
                    Cell.number(Percent.of(quarter.revenue() - quarter.cost(), quarter.revenue())));
            revenue += quarter.revenue();
            cost += quarter.cost();
        }
        draft.total(
                Cell.NOTHING,
                Cell.money(revenue, money),
                Cell.money(cost, money),
                Cell.money(revenue - cost, money),
                Cell.number(Percent.of(revenue - cost, revenue)));
        draft.draw(Shape.BARS, ROWS_MAX, "revenue", "cost", "profit");
        return draft.done();
    }

    private static String narrowed(Asked asked) {
        return Links.all("client", asked.clients())
                + Links.all("eventType", asked.eventTypes())
                + Links.all("warehouse", asked.warehouses());
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
        if (byClient.size() > ROWS_MAX) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        var names = rows.clients();
        var totals = new LinkedHashMap<Integer, Long>();
        long revenue = 0;
        long profit = 0;
        var best = byClient.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().profit, a.getValue().profit))
                .limit(ROWS_MAX)
                .toList();
        for (var one : best) {
            var client = one.getKey();
            var cells = new ArrayList<Cell>();
            cells.add(
                    client == null
                            ? Cell.text("–")
                            : Cell.text(names.getOrDefault(client, "–")).to(Links.client(client)));
            for (var year : years) {
                var of = one.getValue().profits.get(year);
                var days = year(year, asked.days());
                cells.add(
                        of == null
                                ? Cell.NOTHING
                                : Cell.money(of, money)
                                        .to(
                                                client == null || asked.byEvents()
                                                        ? null
                                                        : Links.profit("&client=" + client + Links.days(days))));
                if (of != null) totals.merge(year, of, Long::sum);
            }
            cells.add(Cell.money(one.getValue().revenue, money));
            cells.add(Cell.money(one.getValue().profit, money));
            cells.add(Cell.number(Percent.of(one.getValue().profit, one.getValue().revenue)));
            draft.row(cells);
            revenue += one.getValue().revenue;
            profit += one.getValue().profit;
        }
        var cells = new ArrayList<Cell>();
        cells.add(Cell.NOTHING);
        for (var year : years) cells.add(Cell.money(totals.getOrDefault(year, 0L), money));
        cells.add(Cell.money(revenue, money));
        cells.add(Cell.money(profit, money));
        cells.add(Cell.number(Percent.of(profit, revenue)));
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

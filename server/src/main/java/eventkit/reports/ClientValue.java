package eventkit.reports;

import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What each client has brought since the beginning, or in a time. */
@Component
class ClientValue implements Maker {
    private static final int DRAWN = 15;
    private final ProfitRows rows;

    ClientValue(ProfitRows rows) {
        this.rows = rows;
    }

    private record Sum(UUID client, long revenue, long cost) {
        long profit() {
            return revenue - cost;
        }

        Sum plus(Sum other) {
            return new Sum(client, revenue + other.revenue, cost + other.cost);
        }
    }

    @Override
    public ReportKind kind() {
        return ReportKind.CLIENT_VALUE;
    }

    @Override
    public Report make(Asked given) {
        var asked = given.over(given.days().quarters());
        var sums = new HashMap<UUID, Sum>();
        for (var row : rows.clientYears(asked)) {
            var client = row.client();
            if (client != null) sums.merge(client, new Sum(client, row.revenue(), row.cost()), Sum::plus);
        }
        var events = rows.eventsOfClients(asked);
        var open = rows.open(asked);
        var names = rows.clients();
        var draft = new Draft(asked)
                .column("client", Type.TEXT)
                .column("since", Type.DAY)
                .column("latest", Type.DAY)
                .column("events", Type.COUNT)
                .column("revenue", Type.MONEY)
                .column("cost", Type.MONEY)
                .column("profit", Type.MONEY)
                .column("margin", Type.PERCENT)
                .column("perEvent", Type.MONEY)
                .column("open", Type.MONEY);
        if (!asked.days().equals(given.days())) draft.note(Note.WHOLE_QUARTERS);
        if (sums.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        var best = sums.values().stream()
                .sorted(Comparator.comparingLong(Sum::profit).reversed().thenComparing(Sum::client))
                .toList();
        long count = 0;
        long owed = 0;
        var total = new Sum(new UUID(0, 0), 0, 0);
        for (var sum : best) {
            var had = events.get(sum.client());
            long n = had == null ? 0 : had.events();
            long due = open.getOrDefault(sum.client(), 0L);
            total = total.plus(sum);
            count += n;
            owed += due;
            if (draft.size() >= asked.most()) continue;
            var of = "&client=" + sum.client() + Links.days(asked.days());
            var held = Links.report(ReportKind.EVENT_PROFITABILITY, By.EVENT, asked.days(), "&client=" + sum.client());
            draft.row(
                    Cell.text(names.getOrDefault(sum.client(), "–")).to(Links.client(sum.client())),
                    Cell.text(had == null ? null : had.first()),
                    Cell.text(had == null ? null : had.last()),
                    Cell.number(n).to(held),
                    Cell.money(sum.revenue(), money).to(Links.revenue(of)),
                    Cell.money(sum.cost(), money).to(Links.cost(of)),
                    Cell.money(sum.profit(), money).to(Links.profit(of)),
                    Cell.number(Percent.of(sum.profit(), sum.revenue())).to(Links.profit(of)),
                    each(sum.profit(), n, money).to(held),
                    Cell.money(due, money).to(Links.openInvoices(List.of(sum.client()))));
        }
        var clients = Links.all("client", asked.clients());
        var byYear = Links.report(ReportKind.EVENT_PROFITABILITY, By.CLIENT_YEAR, asked.days(), clients);
        var held = Links.report(ReportKind.EVENT_PROFITABILITY, By.EVENT, asked.days(), clients);
        draft.total(
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.number(count).to(held),
                Cell.money(total.revenue(), money).to(byYear),
                Cell.money(total.cost(), money).to(byYear),
                Cell.money(total.profit(), money).to(byYear),
                Cell.number(Percent.of(total.profit(), total.revenue())).to(byYear),
                each(total.profit(), count, money).to(held),
                Cell.money(owed, money).to(Links.openInvoices(asked.clients())));
        draft.draw(Shape.BARS, DRAWN, "revenue", "profit");
        return draft.done();
    }

    /** Rounded half up. */
    private static Cell each(long profit, long events, Currency money) {
        return events == 0
                ? Cell.NOTHING
                : Cell.money(
                        BigDecimal.valueOf(profit)
                                .divide(BigDecimal.valueOf(events), 0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        money);
    }
}

package eventkit.reports;

import eventkit.core.Permission;
import eventkit.reports.DealFigures.Closed;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is open by stage; what was won and lost by month, by person, and why. */
@Component
class PipelineReport implements Maker {
    private static final int DRAWN = 24;
    private final DealFigures figures;

    PipelineReport(DealFigures figures) {
        this.figures = figures;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.PIPELINE;
    }

    @Override
    public Report make(Asked asked) {
        return switch (asked.by()) {
            case MONTH ->
                closed(
                        asked,
                        Type.MONTH,
                        "month",
                        c -> c.day().withDayOfMonth(1).toString());
            case OWNER -> closed(asked, Type.TEXT, "owner", c -> c.ownerName().isEmpty() ? "–" : c.ownerName());
            case REASON -> reasons(asked);
            default -> stages(asked);
        };
    }

    private Draft draft(Asked asked) {
        var draft = new Draft(asked);
        if (figures.otherCurrencies(asked)) draft.note(Note.OTHER_CURRENCIES);
        return draft;
    }

    private Report stages(Asked asked) {
        var draft = draft(asked)
                .over(new Days(Span.FIRST, Span.LAST))
                .column("stage", Type.TEXT)
                .column("pipeline", Type.TEXT)
                .column("deals", Type.COUNT)
                .column("value", Type.MONEY)
                .column("weighted", Type.MONEY);
        var money = asked.currency();
        long deals = 0;
        long value = 0;
        long weighted = 0;
        for (var stage : figures.stages(asked)) {
            var to = Links.may(
                    Permission.DEAL_READ, "/deals?stage=" + stage.id() + Links.all("client", asked.clients()));
            draft.row(
                    Cell.text(stage.name()).to(to),
                    Cell.text(stage.pipeline()),
                    Cell.number(stage.deals()).to(to),
                    Cell.money(stage.value(), money).to(to),
                    Cell.money(stage.weighted(), money).to(to));
            deals += stage.deals();
            value += stage.value();
            weighted += stage.weighted();
        }
        draft.total(
                Cell.NOTHING, Cell.NOTHING, Cell.number(deals), Cell.money(value, money), Cell.money(weighted, money));
        draft.draw(Shape.BARS, DRAWN, "value", "weighted");
        return draft.done();
    }

    private Report closed(Asked asked, Type type, String key, Function<Closed, String> of) {
        var draft = draft(asked)
                .column(key, type)
                .column("won", Type.COUNT)
                .column("wonValue", Type.MONEY)
                .column("lost", Type.COUNT)
                .column("lostValue", Type.MONEY)
                .column("winRate", Type.PERCENT)
                .column("daysToClose", Type.NUMBER);
        var all = figures.closed(asked);
        var groups = all.stream().collect(Collectors.groupingBy(of, TreeMap::new, Collectors.toList()));
        groups.forEach((name, deals) -> draft.row(cells(asked, Cell.text(name), deals, key)));
        draft.total(cells(asked, Cell.NOTHING, all, "all"));
        draft.draw(Shape.BARS, DRAWN, "wonValue", "lostValue");
        return draft.done();
    }

    private static List<Cell> cells(Asked asked, Cell first, List<Closed> deals, String key) {
        var won = deals.stream().filter(Closed::won).toList();
        var lost = deals.stream().filter(d -> !d.won()).toList();
        var days = deals.stream().mapToLong(Closed::openDays).average();
        return List.of(
                first,
                Cell.number(won.size()).to(link(asked, "WON", deals, key)),
                Cell.money(sum(won), asked.currency()).to(link(asked, "WON", deals, key)),
                Cell.number(lost.size()).to(link(asked, "LOST", deals, key)),
                Cell.money(sum(lost), asked.currency()).to(link(asked, "LOST", deals, key)),
                Cell.number(Percent.of(won.size(), deals.size())),
                days.isEmpty() ? Cell.NOTHING : Cell.number(Math.round(days.getAsDouble())));
    }

    private static @org.jspecify.annotations.Nullable String link(
            Asked asked, String state, List<Closed> deals, String key) {
        if (deals.isEmpty()) return null;
        var owner = deals.getFirst().owner();
        if (key.equals("month")) {
            var first = deals.getFirst().day().withDayOfMonth(1);
            return Links.report(
                    ReportKind.PIPELINE,
                    state.equals("WON") ? By.OWNER : By.REASON,
                    new Days(first, first.plusMonths(1).minusDays(1)),
                    Links.all("client", asked.clients()));
        }
        if (key.equals("owner") && owner == null) return null;
        return Links.may(
                Permission.DEAL_READ,
                "/deals?state=" + state + (key.equals("owner") ? "&owner=" + owner : "")
                        + Links.all("client", asked.clients()));
    }

    private static long sum(List<Closed> deals) {
        return deals.stream()
                .map(Closed::value)
                .filter(java.util.Objects::nonNull)
                .mapToLong(v -> v)
                .sum();
    }

    private Report reasons(Asked asked) {
        var draft = draft(asked)
                .column("reason", Type.TEXT)
                .column("lost", Type.COUNT)
                .column("lostValue", Type.MONEY)
                .column("share", Type.PERCENT);
        var lost = figures.closed(asked).stream().filter(c -> !c.won()).toList();
        Map<String, List<Closed>> groups = lost.stream().collect(Collectors.groupingBy(Closed::reason));
        var to = Links.may(Permission.DEAL_READ, "/deals?state=LOST" + Links.all("client", asked.clients()));
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Closed>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(ROWS_MAX)
                .forEach(e -> draft.row(
                        Cell.text(e.getKey()),
                        Cell.number(e.getValue().size()).to(to),
                        Cell.money(sum(e.getValue()), asked.currency()).to(to),
                        Cell.number(Percent.of(e.getValue().size(), lost.size()))));
        draft.total(Cell.NOTHING, Cell.number(lost.size()), Cell.money(sum(lost), asked.currency()), Cell.NOTHING);
        draft.draw(Shape.BARS, DRAWN, "lost");
        return draft.done();
    }
}

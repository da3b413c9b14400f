package eventkit.reports;

import eventkit.reports.DealFigures.Closed;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
            var to = Links.deals("stage=" + stage.id() + Links.all("client", asked.clients()));
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
        var all = Links.deals("state=OPEN" + Links.all("client", asked.clients()));
        draft.total(
                Cell.NOTHING,
                Cell.NOTHING,
                Cell.number(deals).to(all),
                Cell.money(value, money).to(all),
                Cell.money(weighted, money).to(all));
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
        var ofWon = link(asked, "state=WON", deals, key);
        var ofLost = link(asked, "state=LOST", deals, key);
        var ofBoth = link(asked, "state=WON&state=LOST", deals, key);
        return List.of(
                first.to(inside(asked, deals, key)),
                Cell.number(won.size()).to(ofWon),
                Cell.money(sum(won), asked.currency()).to(ofWon),
                Cell.number(lost.size()).to(ofLost),
                Cell.money(sum(lost), asked.currency()).to(ofLost),
                Cell.number(Percent.of(won.size(), deals.size())).to(ofBoth),
                days.isEmpty()
                        ? Cell.NOTHING
                        : Cell.number(Math.round(days.getAsDouble())).to(ofBoth));
    }

    private static Days month(List<Closed> deals) {
        var first = deals.getFirst().day().withDayOfMonth(1);
        return new Days(first, first.plusMonths(1).minusDays(1));
    }

    /** Of a month: who won and lost in it. */
    private static @Nullable String inside(Asked asked, List<Closed> deals, String key) {
        return deals.isEmpty() || !key.equals("month")
                ? null
                : Links.report(
                        ReportKind.PIPELINE,
                        By.OWNER,
                        within(asked, month(deals)),
                        Links.all("client", asked.clients()));
    }

    private static Days within(Asked asked, Days days) {
        return new Days(
                days.from().isBefore(asked.days().from()) ? asked.days().from() : days.from(),
                days.to().isAfter(asked.days().to()) ? asked.days().to() : days.to());
    }

    /** The deals themselves: by when they were closed, and by whom. */
    private static @Nullable String link(Asked asked, String states, List<Closed> deals, String key) {
        if (deals.isEmpty()) return null;
        var owner = deals.getFirst().owner();
        if (key.equals("owner") && owner == null) return null;
        return closed(
                asked,
                states,
                key.equals("month") ? within(asked, month(deals)) : asked.days(),
                key.equals("owner") ? "&owner=" + owner : "");
    }

    private static @Nullable String closed(Asked asked, String states, Days days, String more) {
        return Links.deals(states
                + (days.all() ? "" : "&" + Links.instants("closedFrom", "closedTo", asked, days))
                + more
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
        var all = closed(asked, "state=LOST", asked.days(), "");
        if (groups.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Closed>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(asked.most())
                .forEach(e -> {
                    var to = e.getKey().isEmpty()
                            ? null
                            : closed(
                                    asked,
                                    "state=LOST",
                                    asked.days(),
                                    "&reason=" + URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8));
                    draft.row(
                            Cell.text(e.getKey()).to(to),
                            Cell.number(e.getValue().size()).to(to),
                            Cell.money(sum(e.getValue()), asked.currency()).to(to),
                            Cell.number(Percent.of(e.getValue().size(), lost.size()))
                                    .to(to));
                });
        draft.total(
                Cell.NOTHING,
                Cell.number(lost.size()).to(all),
                Cell.money(sum(lost), asked.currency()).to(all),
                Cell.NOTHING);
        draft.draw(Shape.BARS, DRAWN, "lost");
        return draft.done();
    }
}

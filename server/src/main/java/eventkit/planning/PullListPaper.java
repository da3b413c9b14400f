package eventkit.planning;

import eventkit.core.Paper;
import eventkit.planning.PullLists.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pull list as the warehouse takes it in hand: on a page to pull from, or a page for each group to pack by. */
final class PullListPaper {
    /** @param quantity in one kit */
    record Part(String name, @Nullable String code, long quantity) {}

    /** @param group null for what stands before all groups */
    private record Section(
            @Nullable PullGroup group,
            List<PullLine> lines,
            @Nullable Totals totals) {}

    private final Sheet sheet;
    private final Event event;
    private final PullList list;
    private final Map<UUID, List<Part>> kits;

    private PullListPaper(Sheet sheet, Event event, PullList list, Map<UUID, List<Part>> kits) {
        this.sheet = sheet;
        this.event = event;
        this.list = list;
        this.kits = kits;
    }

    /**
     * @param kits what one of each kit comes to
     * @param only the group that is printed; null for all
     */
    static String html(
            Sheet sheet,
            Prints.Form form,
            Event event,
            PullList list,
            List<PullLine> lines,
            Map<UUID, List<Part>> kits,
            PullLists.ListTotals totals,
            @Nullable UUID only,
            String link) {
        var paper = new PullListPaper(sheet, event, list, kits);
        var sections = sections(list, lines, totals).stream()
                .filter(s -> only == null || s.group() != null && s.group().id().equals(only))
                .toList();
        var kind = sheet.word(form == Prints.Form.PULL_LIST ? Words.PULL_LIST : Words.PACKING_LIST);
        var body = new StringBuilder(paper.facts());
        if (only == null) body.append(paper.sum(totals.list(), "p"));
        body.append(sheet.note(list.note()));
        if (sections.isEmpty()) body.append(sheet.note(sheet.word(Words.EMPTY_LIST)));
        for (int i = 0; i < sections.size(); i++) {
            if (form == Prints.Form.PULL_LIST) body.append(paper.section(sections.get(i), false, false));
            else body.append(paper.section(sections.get(i), true, i > 0)).append(sheet.signature(Words.PACKED_BY));
        }
        if (form == Prints.Form.PULL_LIST)
            body.append(sheet.signature(Words.PULLED_BY)).append(sheet.signature(Words.CHECKED_BY));
        return sheet.page(kind, event.label(), event.name() + " · " + list.name(), link, body.toString());
    }

    /** In their order; what is empty is left out. */
    private static List<Section> sections(PullList list, List<PullLine> lines, PullLists.ListTotals totals) {
        var groups = new ArrayList<@Nullable PullGroup>();
        groups.add(null);
        groups.addAll(list.groups());
        var result = new ArrayList<Section>();
        for (var group : groups) {
            var id = group == null ? null : group.id();
            var here =
                    lines.stream().filter(l -> Objects.equals(l.groupId(), id)).toList();
            if (here.isEmpty()) continue;
            result.add(new Section(
                    group,
                    here,
                    totals.groups().stream()
                            .filter(t -> Objects.equals(t.groupId(), id))
                            .map(PullLists.GroupTotals::totals)
                            .findFirst()
                            .orElse(null)));
        }
        return result;
    }

    private String facts() {
        var venue = event.roomName() == null ? event.venueName() : event.venueName() + " – " + event.roomName();
        return sheet.fact(Words.CLIENT, event.clientName())
                + sheet.fact(Words.VENUE, venue)
                + sheet.fact(Words.PLANNER, event.plannerName())
                + sheet.fact(Words.WAREHOUSE, list.takenFromName())
                + sheet.fact(Words.TAKEN, sheet.period(event.occupiedFrom(), event.occupiedTo()))
                + sheet.fact(Words.ON_SITE_TIME, sheet.period(event.from(), event.to()))
                + sheet.fact(Words.CLOCK, event.timeZone());
    }

    private String sum(Totals t, String style) {
        var text = Stream.of(
                        sheet.word(Words.PIECES) + " " + sheet.number(t.pieces()),
                        sheet.word(Words.WEIGHT) + " "
                                + known(sheet.kilograms(t.weightGrams()), t.weightGrams(), t.weightsUnknown()),
                        sheet.word(Words.VOLUME) + " "
                                + known(
                                        sheet.cubicMetres(t.volumeCubicMillimetres()),
                                        t.volumeCubicMillimetres(),
                                        t.volumesUnknown()))
                .collect(Collectors.joining(" · "));
        return "<p class='" + style + "'>" + Paper.escape(text) + "</p>\n";
    }

    /** Where nothing is known of any piece, no number is written that looks like one. */
    private String known(String sum, long value, long unknown) {
        return (value == 0 && unknown > 0 ? "–" : sum) + sheet.unknown(unknown);
    }

    private String section(Section s, boolean toPack, boolean onNewPage) {
        var group = s.group();
        var name = group == null ? sheet.word(Words.BEFORE_GROUPS) : group.name();
        var html = new StringBuilder();
        if (group != null || toPack || !list.groups().isEmpty())
            html.append("<h3 class='")
                    .append(onNewPage ? "fresh" : "group")
                    .append("'>")
                    .append(Paper.escape(toPack ? event.label() + " · " + list.name() + " · " + name : name))
                    .append("</h3>\n");
        if (group != null) {
            if (group.times().from() != null && group.times().to() != null)
                html.append(sheet.fact(
                        Words.ON_SITE_TIME,
                        sheet.period(group.times().from(), group.times().to())));
            html.append(sheet.note(group.note()));
        }
        html.append("<table><thead><tr><th class='tick'></th><th class='pieces'>")
                .append(Paper.escape(sheet.word(Words.PIECES)))
                .append("</th><th>")
                .append(Paper.escape(sheet.word(Words.THING)))
                .append("</th><th class='number'>")
                .append(Paper.escape(sheet.word(Words.CODE)))
                .append("</th>");
        if (toPack)
            html.append("<th class='blank'>")
                    .append(Paper.escape(sheet.word(Words.IN_CASE)))
                    .append("</th>");
        html.append("</tr></thead><tbody>\n");
        s.lines().forEach(line -> row(html, line, toPack));
        html.append("</tbody></table>\n");
        if (s.totals() != null) html.append(sum(s.totals(), "sum"));
        return html.toString();
    }

    private void row(StringBuilder html, PullLine line, boolean toPack) {
        var name = new StringBuilder(Paper.escape(line.name()));
        if (line.times().from() != null && line.times().to() != null)
            name.append("<p class='aside'>")
                    .append(Paper.escape(
                            sheet.period(line.times().from(), line.times().to())))
                    .append("</p>");
        if (line.warehouseNote() != null)
            name.append("<p class='aside'>")
                    .append(Paper.escape(line.warehouseNote()))
                    .append("</p>");
        cells(html, line.quantity(), name.toString(), line.code(), line.accessoryOf() == null ? 0 : 1, "thing", toPack);
        if (line.kitId() == null) return;
        for (var part : kits.getOrDefault(line.kitId(), List.of()))
            cells(
                    html,
                    Saturating.times(line.quantity(), part.quantity()),
                    Paper.escape(part.name()),
                    part.code(),
                    1,
                    "part",
                    toPack);
    }

    private void cells(
            StringBuilder html,
            long quantity,
            String name,
            @Nullable String code,
            int depth,
            String style,
            boolean toPack) {
        html.append("<tr><td class='tick'><div class='box'></div></td><td class='pieces'>")
                .append(Paper.escape(sheet.number(quantity)))
                .append("</td><td class='")
                .append(style)
                .append("' style='padding-left: ")
                .append(5 * depth)
                .append("mm'>")
                .append(name)
                .append("</td><td class='number'>")
                .append(Paper.escape(code == null ? "" : code))
                .append("</td>");
        if (toPack) html.append("<td class='blank'></td>");
        html.append("</tr>\n");
    }
}

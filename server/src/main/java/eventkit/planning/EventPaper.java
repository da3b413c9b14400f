package eventkit.planning;

import eventkit.clients.Client;
import eventkit.core.Paper;
import eventkit.venues.Venue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All about an event on paper: who, where, when, with what. */
final class EventPaper {
    record Equipment(PullList list, PullLists.Totals totals) {}

    private final Sheet sheet;
    private final Event event;

    private EventPaper(Sheet sheet, Event event) {
        this.sheet = sheet;
        this.event = event;
    }

    /** @param client null for none, and where the reader may not see it; as {@code venue} */
    static String html(
            Sheet sheet,
            Event event,
            @Nullable Client client,
            @Nullable Venue venue,
            List<Equipment> equipment,
            List<Checklist> checklists,
            String link) {
        var paper = new EventPaper(sheet, event);
        var body = paper.facts(client)
                + paper.place(venue)
                + paper.schedule()
                + paper.equipment(equipment)
                + paper.checklists(checklists)
                + (event.notes() == null ? "" : sheet.heading(Words.NOTES) + sheet.note(event.notes()));
        return sheet.page(sheet.word(Words.EVENT_SHEET), event.label(), event.name(), link, body);
    }

    private String facts(@Nullable Client client) {
        var phase = event.ownPhaseName() == null ? sheet.word(Words.of(event.phase())) : event.ownPhaseName();
        var contact = client == null
                ? null
                : client.contacts().stream()
                        .max(Comparator.comparing(c -> c.preferred()))
                        .map(c -> person(c.name(), c.role(), c.phone(), c.email()))
                        .orElse(null);
        return sheet.fact(Words.PHASE, phase)
                + sheet.fact(
                        Words.OPTION_UNTIL, event.optionedUntil() == null ? null : sheet.moment(event.optionedUntil()))
                + sheet.fact(Words.TYPE, event.typeName())
                + sheet.fact(Words.PROJECT, event.projectName())
                + sheet.fact(Words.CLIENT, event.clientName())
                + sheet.fact(Words.CONTACT, contact)
                + sheet.fact(Words.PLANNER, event.plannerName())
                + sheet.fact(Words.ON_SITE_TIME, sheet.period(event.from(), event.to()))
                + sheet.fact(Words.TAKEN, sheet.period(event.occupiedFrom(), event.occupiedTo()))
                + sheet.fact(Words.CLOCK, event.timeZone())
                + own();
    }

    /** What the company itself says of it: the crew's hotel, who has the keys. */
    private String own() {
        return event.custom().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> sheet.fact(field.getKey(), value(field.getValue())))
                .collect(Collectors.joining());
    }

    private String value(JsonNode value) {
        if (value.isBoolean()) return sheet.word(value.booleanValue() ? Words.YES : Words.NO);
        return value.isString() ? value.stringValue() : value.asString();
    }

    private String place(@Nullable Venue venue) {
        if (event.venueName() == null) return "";
        var name = event.roomName() == null ? event.venueName() : event.venueName() + " – " + event.roomName();
        var heading = sheet.heading(Words.VENUE) + "<p>" + Paper.escape(name) + "</p>\n";
        if (venue == null) return heading;
        var address = Stream.concat(venue.addressLines().stream(), Stream.ofNullable(venue.city()))
                .collect(Collectors.joining(", "));
        var door = venue.doorWidthMillimetres() == null || venue.doorHeightMillimetres() == null
                ? null
                : String.format(
                        sheet.locale(),
                        "%.2f × %.2f m",
                        venue.doorWidthMillimetres() / 1000.0,
                        venue.doorHeightMillimetres() / 1000.0);
        return heading
                + sheet.fact(Words.ADDRESS, address)
                + venue.contacts().stream()
                        .map(c -> sheet.fact(Words.CONTACT, person(c.name(), c.role(), c.phone(), c.email())))
                        .collect(Collectors.joining())
                + sheet.fact(Words.LOADING, venue.loading())
                + sheet.fact(Words.DOCK, venue.dock())
                + sheet.fact(Words.DOOR, door)
                + sheet.fact(Words.PARKING, venue.parking());
    }

    private static String person(String name, @Nullable String role, @Nullable String phone, @Nullable String email) {
        return Stream.of(name, role, phone, email)
                .filter(s -> s != null && !s.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String schedule() {
        if (event.blocks().isEmpty()) return "";
        var rows = event.blocks().stream()
                .sorted(Comparator.comparing(Block::from))
                .map(b -> "<tr><td class='when'>" + Paper.escape(sheet.period(b.from(), b.to())) + "</td><td>"
                        + Paper.escape(sheet.word(Words.of(b.kind()))) + "</td><td class='stage'>" + text(b.stage())
                        + "</td><td>" + text(b.note()) + "</td></tr>\n")
                .collect(Collectors.joining());
        return sheet.heading(Words.SCHEDULE)
                + head(
                        "<th class='when'>" + heading(Words.WHEN) + "<th>" + heading(Words.THING) + "<th class='stage'>"
                                + heading(Words.STAGE) + "<th>" + heading(Words.NOTE),
                        rows);
    }

    private String equipment(List<Equipment> equipment) {
        var rows = equipment.stream()
                .map(e -> "<tr><td>" + Paper.escape(e.list().name())
                        + amount(sheet.number(e.list().lines()))
                        + amount(sheet.number(e.totals().pieces()))
                        + amount(sheet.kilograms(e.totals().weightGrams()))
                        + amount(sheet.cubicMetres(e.totals().volumeCubicMillimetres()))
                        + amount(sheet.power(e.totals().powerWatts())) + "</td></tr>\n")
                .collect(Collectors.joining());
        return sheet.heading(Words.EQUIPMENT)
                + head(
                        "<th>" + heading(Words.PULL_LIST) + right(Words.LINES) + right(Words.PIECES)
                                + right(Words.WEIGHT) + right(Words.VOLUME) + right(Words.POWER),
                        rows);
    }

    private static String amount(String value) {
        return "</td><td class='amount'>" + Paper.escape(value);
    }

    private String right(Words what) {
        return "<th class='amount'>" + heading(what);
    }

    private String heading(Words what) {
        return Paper.escape(sheet.word(what)) + "</th>";
    }

    private static String head(String headings, String rows) {
        return "<table><thead><tr>" + headings + "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
    }

    private String checklists(List<Checklist> checklists) {
        var html = new StringBuilder();
        for (var checklist : checklists) {
            html.append("<h3>").append(Paper.escape(checklist.name())).append("</h3>\n<table><tbody>\n");
            for (var task : checklist.items()) {
                var beside = task.doneAt() != null
                        ? sheet.word(Words.DONE_BY) + " " + task.doneByName() + ", " + sheet.moment(task.doneAt())
                        : task.dueAt() == null ? "" : sheet.word(Words.DUE) + " " + sheet.moment(task.dueAt());
                html.append("<tr><td class='tick'><div class='")
                        .append(task.doneAt() == null ? "box" : "box done")
                        .append("'></div></td><td>")
                        .append(Paper.escape(task.text()))
                        .append("</td><td class='when'>")
                        .append(Paper.escape(beside))
                        .append("</td></tr>\n");
            }
            html.append("</tbody></table>\n");
        }
        return html.toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : Paper.escape(value);
    }
}

package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes events from events. */
@Service
class EventCopyDesk implements EventCopies {
    private static final int DAYS_MAX = 20_000;
    private final EventRows rows;
    private final PullListRows lists;
    private final Copying copying;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    EventCopyDesk(EventRows rows, PullListRows lists, Copying copying, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.lists = lists;
        this.copying = copying;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Event copy(UUID id, Copy copy) {
        rows.lock(id);
        var source = get(id);
        new Check()
                .line(copy.name(), "name", 200)
                .that(
                        copy.name() == null || !copy.name().isBlank(),
                        "name",
                        "required",
                        "Fill this in, or leave it out.")
                .between(copy.days(), "days", -DAYS_MAX, DAYS_MAX)
                .date(copy.startsOn(), "startsOn")
                .that(
                        copy.days() == null || copy.startsOn() == null,
                        "startsOn",
                        "one-of-two",
                        "Say by how many days it moves, or on which day it begins.")
                .orThrow();
        var zone = ZoneId.of(source.timeZone());
        var shift = copy.startsOn() != null
                ? Shift.to(zone, source.from(), copy.startsOn())
                : new Shift(zone, copy.days() == null ? 0 : copy.days());
        inReach(source, shift, copy.startsOn() != null ? "startsOn" : "days");
        return copying.copy(
                source,
                new Copying.Wish(
                        copy.name() == null ? source.name() : copy.name().strip(),
                        shift,
                        Boolean.TRUE.equals(copy.template()),
                        copy.pullLists() == null || copy.pullLists(),
                        copy.checklists() == null || copy.checklists(),
                        null));
    }

    @Override
    @Transactional
    public List<Event> series(UUID id, Series series) {
        new Check()
                .required(series.rhythm(), "rhythm")
                .required(series.every(), "every")
                .between(series.every(), "every", 1, 100)
                .between(series.count(), "count", 2, SERIES_MAX)
                .date(series.until(), "until")
                .that(
                        (series.count() == null) != (series.until() == null),
                        "count",
                        "one-of-two",
                        "Say how many there are, or on which day the last may begin.")
                .orThrow();
        rows.lock(id);
        var source = get(id);
        if (source.template()) throw new EventIsTemplate(source.name());
        var zone = ZoneId.of(source.timeZone());
        var first = LocalDate.ofInstant(source.from(), zone);
        var days = Shift.days(first, series.rhythm(), series.every(), series.count(), series.until(), SERIES_MAX);
        long lines = lists.of(id).stream().mapToLong(PullList::lines).sum();
        new Check()
                .that(days.size() > 1, "until", "none", "None would follow. Use a later day.")
                .that(
                        days.size() <= SERIES_MAX,
                        "until",
                        "too-many",
                        "A series has at most " + SERIES_MAX + " events. Use an earlier day.")
                .that(
                        lines * days.size() <= LINES_MAX,
                        "count",
                        "too-many",
                        "Their pull lists would have more than " + LINES_MAX + " lines. Make fewer at once.")
                .orThrow();
        var seriesId = source.seriesId() == null ? ids.next() : source.seriesId();
        var result = new ArrayList<Event>();
        if (source.seriesId() == null) {
            rows.series(id, seriesId, clock.instant());
            var after = get(id);
            audit.record(
                    after.subject(),
                    "series-begun",
                    after.version(),
                    List.of(audit.change("seriesId", null, seriesId)));
        }
        result.add(get(id));
        for (var day : days.subList(1, days.size())) {
            var shift = Shift.to(zone, source.from(), day);
            inReach(source, shift, "until");
            result.add(copying.copy(source, new Copying.Wish(source.name(), shift, false, true, true, seriesId)));
        }
        return result;
    }

    private static void inReach(Event source, Shift shift, String field) {
        var from = LocalDate.ofInstant(source.occupiedFrom(), shift.zone()).plusDays(shift.days());
        var to = LocalDate.ofInstant(source.occupiedTo(), shift.zone()).plusDays(shift.days());
        if (from.getYear() < EventForms.YEAR_MIN || to.getYear() > EventForms.YEAR_MAX)
            throw new Invalid(field, "out-of-reach", EventForms.REACH);
    }

    private Event get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}

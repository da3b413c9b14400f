package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.documents.Documents;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHires;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes and removes events. */
@Service
class EventDesk implements EventRegister {
    static final String MAIN_LIST = "Main";
    private static final int CALENDAR_MAX = 2_000;
    private final EventRows rows;
    private final EventForms forms;
    private final SettingsDesk numbers;
    private final PullListRows lists;
    private final ChecklistRows checklists;
    private final OwnDates ownDates;
    private final Reservations reservations;
    private final SubHires subHires;
    private final Documents documents;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    EventDesk(
            EventRows rows,
            EventForms forms,
            SettingsDesk numbers,
            PullListRows lists,
            ChecklistRows checklists,
            OwnDates ownDates,
            Reservations reservations,
            SubHires subHires,
            Documents documents,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.numbers = numbers;
        this.lists = lists;
        this.checklists = checklists;
        this.ownDates = ownDates;
        this.reservations = reservations;
        this.subHires = subHires;
        this.documents = documents;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Event> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Calendar calendar(Filter f, Instant from, Instant to) {
        var check = new Check();
        EventForms.period(check, from, to, "");
        check.orThrow();
        var found = rows.between(
                new Filter(
                        f.phases(),
                        f.projectIds(),
                        f.clientIds(),
                        f.venueIds(),
                        f.plannerIds(),
                        f.typeIds(),
                        f.tags(),
                        f.seriesId(),
                        f.optioned(),
                        false,
                        from,
                        to),
                CALENDAR_MAX + 1);
        return new Calendar(
                found.stream().limit(CALENDAR_MAX).map(EventDesk::entry).toList(), found.size() > CALENDAR_MAX);
    }

    private static Calendar.Entry entry(Event e) {
        return new Calendar.Entry(
                e.id(),
                e.label(),
                e.name(),
                e.phase(),
                e.ownPhaseName(),
                e.optionedUntil(),
                e.projectId(),
                e.projectName(),
                e.clientName(),
                e.venueName(),
                e.plannerId(),
                e.plannerName(),
                e.colour(),
                e.timeZone(),
                e.from(),
                e.to(),
                e.occupiedFrom(),
                e.occupiedTo(),
                e.blocks());
    }

    @Override
    public Event get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Event create(NewEvent details) {
        var d = forms.fresh(details);
        var now = clock.instant();
        var id = ids.next();
        rows.insert(id, false, numbers.nextEvent(), d, null, now);
        lists.insert(ids.next(), id, new PullLists.Details(MAIN_LIST, null, null), now);
        var made = get(id);
        audit.created(made.subject(), Details.of(made));
        events.announce(new EventMade(id, made.label(), now));
        return made;
    }

    @Override
    @Transactional
    public Event change(UUID id, Details details, IfMatch ifMatch, @Nullable String despite) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.phase() == Phase.CLOSED || before.phase() == Phase.CANCELLED)
            throw new EventOver(before.label(), before.phase());
        var d = forms.tidy(details);
        if (d.equals(Details.of(before))) return before;
        var now = clock.instant();
        rows.update(id, d, now);
        if (!d.typeId().equals(before.typeId())) rows.phase(id, before.phase(), false, null, null, now);
        var after = get(id);
        audit.changed(after.subject(), after.version(), Details.of(before), Details.of(after));
        ownDates.follow(before, after);
        if (!after.template()) events.announce(new EventChanged(id, after.label(), now));
        reservations.follow(id, despite);
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.phase() != Phase.ENQUIRY) throw new EventNotRemovable(before.label(), before.phase());
        var ordered = Callers.as(
                Callers.current().allowing(Permission.SOURCE_READ),
                () -> subHires.ofEvents(List.of(id)).stream()
                        .map(SubHire::number)
                        .toList());
        if (!ordered.isEmpty()) throw new EventHasSubHires(before.label(), ordered);
        rows.delete(id);
        documents.removeAllOf(KIND, id);
        audit.removed(before.subject(), before.version() + 1, Details.of(before));
        if (!before.template()) events.announce(new EventRemoved(id, before.label(), clock.instant()));
        reservations.release(id);
    }

    @Override
    public List<String> tags() {
        return rows.tags();
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(Map.of(KIND, List.of(id), Checklists.KIND, checklists.everOf(id)), query);
    }

    private Event lock(UUID id) {
        rows.lock(id);
        return get(id);
    }
}

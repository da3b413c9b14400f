package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.planning.EventRegister.Details;
import eventkit.planning.ResolutionOvertaken.Since;
import eventkit.planning.ResolutionRows.Dates;
import eventkit.planning.ResolutionRows.Priority;
import eventkit.planning.ResolutionRows.Trace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remedies what can be done about shortages, does it, and takes it back. */
@Service
class ResolutionDesk implements Resolutions {
    private final Menus menus;
    private final ResolutionRows rows;
    private final DraftRows draftRows;
    private final EventRows events;
    private final PullListRows lists;
    private final ListEdits edits;
    private final OwnDates ownDates;
    private final Reservations reservations;
    private final Sources sources;
    private final Audit audit;
    private final Events announcements;
    private final Ids ids;
    private final Clock clock;

    ResolutionDesk(
            Menus menus,
            ResolutionRows rows,
            DraftRows draftRows,
            EventRows events,
            PullListRows lists,
            ListEdits edits,
            OwnDates ownDates,
            Reservations reservations,
            Sources sources,
            Audit audit,
            Events announcements,
            Ids ids,
            Clock clock) {
        this.menus = menus;
        this.rows = rows;
        this.draftRows = draftRows;
        this.events = events;
        this.lists = lists;
        this.edits = edits;
        this.ownDates = ownDates;
        this.reservations = reservations;
        this.sources = sources;
        this.audit = audit;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Offered of(UUID eventId, @Nullable UUID itemId, @Nullable UUID warehouseId) {
        var all = menus.of(event(eventId), itemId, warehouseId);
        return new Offered(all.menus().stream().map(Menus.Opened::menu).toList(), all.more());
    }

    @Override
    public Applied applied(UUID eventId) {
        event(eventId);
        return new Applied(rows.of(eventId));
    }

    @Override
    public Resolution get(UUID eventId, UUID id) {
        return rows.find(eventId, id).orElseThrow(() -> new NotFound(KIND, id));
    }

    private record Chosen(Menus.Opened opened, Offer offer, Remedies.Found found) {
        TreeSet<UUID> events() {
            var all = new TreeSet<>(found.plan().others().keySet());
            all.add(found.plan().draft().event().id());
            if (found.before() != null) all.add(found.before());
            return all;
        }
    }

    @Override
    @Transactional
    public Resolution apply(UUID eventId, Choice choice) {
        var reason = Texts.blankToNull(choice.reason());
        new Check()
                .required(choice.itemId(), "itemId")
                .required(choice.warehouseId(), "warehouseId")
                .required(choice.offer(), "offer")
                .text(reason, "reason", 1_000)
                .orThrow();
        // Whose lists it touches is known only when it is found; what holds is what is found under their locks.
        find(eventId, choice).events().forEach(events::lock);
        var chosen = find(eventId, choice);
        if (chosen.offer().needsReason()) {
            Callers.current().mustHave(Permission.OVERBOOK);
            new Check().required(reason, "reason").orThrow();
        }
        if (chosen.offer().needsPartner())
            new Check().required(choice.partnerId(), "partnerId").orThrow();
        var now = clock.instant();
        var plan = chosen.found().plan();
        var drafts = new ArrayList<>(plan.others().values());
        drafts.add(plan.draft());
        var traces = new ArrayList<DraftRows.Trace>();
        for (var draft : drafts) traces.addAll(write(draft, plan.parts()));
        var trace = new Trace(
                traces,
                dates(plan.draft(), false),
                dates(plan.draft(), true),
                priority(eventId, chosen.found()),
                Sources.Ordered.NOTHING);
        if (trace.datesAfter() != null) move(plan.draft().event(), trace.datesAfter());
        var shortage = chosen.opened().menu().shortage();
        var made = new Resolution(
                ids.next(),
                eventId,
                shortage.stock().item(),
                shortage.item(),
                shortage.stock().warehouse(),
                shortage.warehouse(),
                shortage.quantity(),
                chosen.offer().covers(),
                chosen.offer().cost(),
                chosen.offer().margin(),
                chosen.offer().parts(),
                reason,
                now,
                Callers.current().name(),
                null,
                null);
        record(eventId, "resolved", made);
        // Numbers are given out one by one: whoever waits for one does not keep all others waiting.
        var sourced = sources.order(chosen.opened().trial(), plan.parts(), choice.partnerId());
        for (var draft : drafts) reservations.follow(draft.event().id(), null);
        rows.insert(made, prioritised(eventId, chosen.found(), trace, sourced));
        return made;
    }

    private Chosen find(UUID eventId, Choice choice) {
        var event = event(eventId);
        for (var opened : menus.of(event, choice.itemId(), choice.warehouseId()).menus())
            for (var offer : opened.menu().offers())
                if (offer.id().equals(choice.offer()))
                    return new Chosen(
                            opened, offer, Objects.requireNonNull(opened.plans().get(offer.id())));
        throw new ResolutionStale(event.label());
    }

    private List<DraftRows.Trace> write(Draft draft, List<Part> parts) {
        var touched = DraftRows.touched(draft);
        var before = new ArrayList<PullList>();
        for (var list : draft.lists())
            if (touched.contains(list.id()) && !list.fresh()) before.add(edits.begin(list.id(), IfMatch.ANY));
        var traces = draftRows.write(draft, clock.instant());
        for (var list : before) edits.end(list, "resolved", changes(draft, list, parts));
        for (var trace : traces)
            if (trace.made())
                lists.find(trace.listId()).ifPresent(made -> audit.created(made.subject(), PullLists.Details.of(made)));
        return traces;
    }

    private record Taken(@Nullable Instant from, @Nullable Instant to) {}

    private List<Audit.Change> changes(Draft draft, PullList list, List<Part> parts) {
        var result = new ArrayList<Audit.Change>();
        for (var part : parts)
            for (var line : part.lines()) {
                if (!line.event().equals(draft.event().label()) || !line.list().equals(list.name())) continue;
                if (line.before() != line.after())
                    result.add(audit.change(
                            "lines[" + line.name() + "].quantity",
                            line.before() == 0 ? null : line.before(),
                            line.after() == 0 ? null : line.after()));
                else
                    result.add(
                            audit.change("lines[" + line.name() + "].taken", null, new Taken(line.from(), line.to())));
            }
        return result;
    }

    private static @Nullable Dates dates(Draft draft, boolean after) {
        var event = draft.event();
        if (draft.onSite().equals(event.onSite())) return null;
        if (!after) return new Dates(event.from(), event.to(), event.blocks());
        var zone = ZoneId.of(event.timeZone());
        var days = ChronoUnit.DAYS.between(
                event.from().atZone(zone).toLocalDate(),
                draft.onSite().from().atZone(zone).toLocalDate());
        var shift = new Shift(zone, days);
        return new Dates(
                draft.onSite().from(),
                draft.onSite().to(),
                event.blocks().stream()
                        .map(b -> {
                            var moved = shift.of(b);
                            return new Block(
                                    b.id(), moved.kind(), moved.stage(), moved.from(), moved.to(), moved.note());
                        })
                        .toList());
    }

    private void move(Event event, Dates to) {
        var now = clock.instant();
        events.update(event.id(), Details.of(event).withDates(to.from(), to.to(), to.blocks()), now);
        ownDates.follow(event, event(event.id()));
        announcements.announce(new EventChanged(event.id(), event.label(), now));
    }

    private @Nullable Priority priority(UUID eventId, Remedies.Found found) {
        if (found.before() == null) return null;
        var since = reservations.standsSince(eventId).orElseThrow();
        return new Priority(found.before(), since, since);
    }

    /** Last of all: from then on others wait. */
    private Trace prioritised(UUID eventId, Remedies.Found found, Trace trace, Sources.Ordered ordered) {
        var priority = trace.priority();
        if (found.before() != null && priority != null) {
            reservations.prioritise(eventId, found.before());
            var now = reservations.standsSince(eventId).orElseThrow();
            priority = new Priority(priority.before(), priority.since(), now);
        }
        return new Trace(trace.lists(), trace.datesBefore(), trace.datesAfter(), priority, ordered);
    }

    @Override
    @Transactional
    public Resolution undo(UUID eventId, UUID id) {
        get(eventId, id);
        var trace = rows.trace(id);
        var touched = new TreeSet<UUID>();
        trace.lists().forEach(list -> touched.add(list.eventId()));
        touched.add(eventId);
        var locked = new TreeSet<>(touched);
        if (trace.priority() != null) locked.add(trace.priority().before());
        locked.forEach(events::lock);
        var done = get(eventId, id);
        if (done.undoneAt() != null) throw new ResolutionOvertaken(Since.UNDONE, List.of());
        if (trace.priority() != null) Callers.current().mustHave(Permission.OVERBOOK);
        for (var each : touched) {
            var event = event(each);
            if (event.phase() == Phase.CLOSED || event.phase() == Phase.CANCELLED)
                throw new EventOver(event.label(), event.phase());
        }
        unchanged(eventId, trace);
        var begun = begun(trace);
        // Last of all locks, so that whoever has it never waits. What others confirm meanwhile is not our doing.
        reservations.standStill();
        var before = reservations.shortfalls();
        for (var list : trace.lists()) {
            var was = Objects.requireNonNull(begun.get(list.listId()));
            draftRows.restore(list);
            if (lists.find(list.listId()).isPresent())
                edits.end(was, "resolution-undone", List.of(audit.change("resolution", done.item(), null)));
            else audit.removed(was.subject(), was.version() + 1, PullLists.Details.of(was));
        }
        if (trace.datesBefore() != null) move(event(eventId), trace.datesBefore());
        rows.undone(id, clock.instant(), Callers.current().name());
        record(eventId, "resolution-undone", done);
        stock(touched, eventId, trace);
        sources.takeBack(trace.ordered());
        var hurts = Priorities.grown(before, reservations.shortfalls(), eventId);
        if (!hurts.isEmpty()) throw new ResolutionOvertaken(Since.STOCK_TAKEN, hurts);
        return get(eventId, id);
    }

    /** The lists it changed, each under its lock. */
    private Map<UUID, PullList> begun(Trace trace) {
        Map<UUID, PullList> begun = new TreeMap<>();
        trace.lists().stream()
                .map(DraftRows.Trace::listId)
                .sorted()
                .forEach(id -> begun.put(id, edits.begin(id, IfMatch.ANY)));
        return begun;
    }

    private void stock(Collection<UUID> touched, UUID eventId, Trace trace) {
        if (trace.datesBefore() != null || !trace.lists().isEmpty())
            for (var each : touched) reservations.holdDespite(each, Reservations.RESOLUTION_UNDONE);
        if (trace.priority() != null)
            reservations.standSince(eventId, trace.priority().since());
    }

    private void unchanged(UUID eventId, Trace trace) {
        if (!sources.open(trace.ordered())) throw new ResolutionOvertaken(Since.SOURCED, List.of());
        for (var list : trace.lists())
            if (lists.find(list.listId()).isEmpty() || !draftRows.stands(list))
                throw new ResolutionOvertaken(Since.LINES, List.of());
        var event = event(eventId);
        var dates = trace.datesAfter();
        if (dates != null && !dates.equals(new Dates(event.from(), event.to(), event.blocks())))
            throw new ResolutionOvertaken(Since.DATES, List.of());
        var priority = trace.priority();
        if (priority != null
                && !reservations
                        .standsSince(eventId)
                        .filter(priority.now()::equals)
                        .isPresent()) throw new ResolutionOvertaken(Since.PRIORITY, List.of());
    }

    private void record(UUID eventId, String action, Resolution r) {
        var event = event(eventId);
        boolean undone = action.equals("resolution-undone");
        var changes = new ArrayList<Audit.Change>();
        for (var part : r.parts()) {
            var what = new ArrayList<String>();
            what.add(part.remedy().name());
            if (part.name() != null) what.add(part.name());
            changes.add(audit.change(
                    "parts[" + part.covers() + " × " + r.item() + "].resolution",
                    undone ? what : null,
                    undone ? null : what));
        }
        if (!undone && r.reason() != null) changes.add(audit.change("reason", null, r.reason()));
        for (var part : r.parts())
            if (part.days() != null && part.from() != null)
                changes.add(audit.change("from", undone ? part.from() : null, undone ? null : part.from()));
        audit.record(event.subject(), action, event.version(), changes);
        for (var part : r.parts()) {
            if (part.remedy() != Remedy.PRIORITISE || part.otherId() == null) continue;
            events.find(part.otherId())
                    .ifPresent(other -> audit.record(
                            other.subject(),
                            undone ? "resolution-undone" : "put-behind",
                            other.version(),
                            List.of(audit.change(
                                    "behind", undone ? event.label() : null, undone ? null : event.label()))));
        }
    }

    private Event event(UUID id) {
        return events.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}

package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes events from phase to phase. */
@Service
class EventPhaseDesk implements EventPhases {
    private final EventRows rows;
    private final EventTypeRows types;
    private final List<MoveCondition> conditions;
    private final PullListRows lists;
    private final Reservations reservations;
    private final Snapshots snapshots;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    EventPhaseDesk(
            EventRows rows,
            EventTypeRows types,
            List<MoveCondition> conditions,
            PullListRows lists,
            Reservations reservations,
            Snapshots snapshots,
            Audit audit,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.types = types;
        this.conditions = conditions;
        this.lists = lists;
        this.reservations = reservations;
        this.snapshots = snapshots;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Way way(UUID id) {
        var event = get(id);
        var workflow = workflow(event);
        var next = new ArrayList<Next>();
        if (!event.template()) {
            for (var to : event.phase().successors())
                next.add(new Next(
                        to,
                        meaning(workflow, to),
                        event.phase().back(to),
                        permitted(event.phase(), to),
                        event.phase().needsReason(to),
                        missing(event, to)));
        }
        return new Way(event.phase(), event.ownPhaseId(), event.phaseSince(), workflow, next);
    }

    @Override
    @Transactional
    public Event move(UUID id, Move move) {
        var before = lock(id);
        if (before.template()) throw new EventIsTemplate(before.name());
        var own = own(before, move);
        var to = own != null ? own.phase() : Objects.requireNonNull(move.phase());
        if (to == before.phase()) return within(before, own);
        if (!before.phase().successors().contains(to)) throw new IllegalEventMove(before.label(), before.phase(), to);
        if (before.phase().commits(to)) Callers.current().mustHave(Permission.EVENT_CONFIRM);
        var reason = reason(before.phase(), move, to);
        var despite = Texts.blankToNull(move.despite());
        var missing = missing(before, to);
        var lacking = despite == null ? List.<Shortage>of() : lacking(missing);
        if (!lacking.isEmpty()) {
            Reservations.checkDespite(despite);
            missing = missing.stream().filter(m -> m.shortages().isEmpty()).toList();
        }
        if (!missing.isEmpty()) throw new EventNotReady(before.label(), to, missing);
        var now = clock.instant();
        rows.phase(id, to, true, own == null ? null : own.id(), to == Phase.CANCELLED ? reason : null, now);
        lists.lockAll(id);
        if (to == Phase.PREP && !before.phase().back(to)) snapshots.ofEvent(id, now);
        var after = get(id);
        var changes = new ArrayList<Audit.Change>();
        changes.add(audit.change("phase", before.phase(), to));
        if (!Objects.equals(before.ownPhaseName(), after.ownPhaseName()))
            changes.add(audit.change("ownPhase", before.ownPhaseName(), after.ownPhaseName()));
        if (reason != null) changes.add(audit.change("reason", null, reason));
        // Where it comes to hold its stock only now, that is recorded where it is held.
        boolean held = Reservations.standing(before) == Reservations.standing(after);
        if (held && !lacking.isEmpty()) {
            changes.add(audit.change("reason", null, despite));
            changes.add(audit.change("lacking", null, Reservations.words(lacking)));
        }
        if (before.optionedUntil() != null && after.optionedUntil() == null)
            changes.add(audit.change("optionedUntil", before.optionedUntil(), null));
        audit.record(after.subject(), to == Phase.CANCELLED ? "cancelled" : "moved", after.version(), changes);
        events.announce(new EventPhaseChanged(id, after.label(), before.phase(), to, now));
        if (to == Phase.CANCELLED)
            events.announce(new EventCancelled(id, after.label(), before.phase(), String.valueOf(reason), now));
        if (before.phase() == Phase.CLOSED) reservations.holdAgain(id);
        else if (!held) reservations.follow(id, despite);
        return after;
    }

    /** From one of the company's own phases to another that means the same. */
    private Event within(Event before, EventType.@Nullable OwnPhase own) {
        if (own == null || Objects.equals(own.id(), before.ownPhaseId())) return before;
        rows.phase(before.id(), before.phase(), false, own.id(), before.cancelReason(), clock.instant());
        var after = get(before.id());
        audit.record(
                after.subject(),
                "moved",
                after.version(),
                List.of(audit.change("ownPhase", before.ownPhaseName(), after.ownPhaseName())));
        return after;
    }

    @Override
    @Transactional
    public Event option(UUID id, Option option) {
        var now = clock.instant();
        new Check()
                .required(option.until(), "until")
                .that(
                        option.until() == null || option.until().isAfter(now),
                        "until",
                        "in-the-past",
                        "An option runs out in the future.")
                .orThrow();
        var before = lock(id);
        if (before.template()) throw new EventIsTemplate(before.name());
        if (!before.phase().open()) throw new OptionNotPossible(before.label(), before.phase());
        var until = EventForms.seconds(option.until());
        if (until.equals(before.optionedUntil())) return before;
        return optioned(before, until, before.optionedUntil() == null ? "optioned" : "option-prolonged", now);
    }

    @Override
    @Transactional
    public Event endOption(UUID id) {
        var before = lock(id);
        return before.optionedUntil() == null ? before : optioned(before, null, "option-ended", clock.instant());
    }

    /** Nothing happens where somebody prolonged or ended it in the meantime. */
    @Transactional
    public void expire(UUID id, Instant now) {
        rows.lock(id);
        var before = rows.find(id).orElse(null);
        if (before == null
                || before.optionedUntil() == null
                || before.optionedUntil().isAfter(now)) return;
        optioned(before, null, "option-expired", now);
        events.announce(new EventOptionExpired(id, before.label(), before.optionedUntil(), now));
    }

    private Event optioned(Event before, @Nullable Instant until, String action, Instant now) {
        rows.optionedUntil(before.id(), until, now);
        var after = get(before.id());
        audit.record(
                after.subject(),
                action,
                after.version(),
                List.of(audit.change("optionedUntil", before.optionedUntil(), until)));
        events.announce(new EventChanged(after.id(), after.label(), now));
        reservations.follow(after.id(), null);
        return after;
    }

    private List<Missing> missing(Event event, Phase to) {
        return conditions.stream().flatMap(c -> c.missing(event, to).stream()).toList();
    }

    private static List<Shortage> lacking(List<Missing> missing) {
        return missing.stream().flatMap(m -> m.shortages().stream()).toList();
    }

    private static boolean permitted(Phase from, Phase to) {
        var caller = Callers.current();
        return caller.may(Permission.EVENT_EDIT) && (!from.commits(to) || caller.may(Permission.EVENT_CONFIRM));
    }

    private EventType.@Nullable OwnPhase own(Event event, Move move) {
        new Check()
                .that(
                        (move.phase() == null) != (move.ownPhaseId() == null),
                        "phase",
                        "one-of-two",
                        "Name a phase, or one of the type's own phases.")
                .orThrow();
        if (move.ownPhaseId() == null) return null;
        return workflow(event).stream()
                .filter(o -> move.ownPhaseId().equals(o.id()))
                .findFirst()
                .orElseThrow(
                        () -> new Invalid("ownPhaseId", "unknown", "The event's type has no such phase of its own."));
    }

    private static @Nullable String reason(Phase from, Move move, Phase to) {
        if (!from.needsReason(to)) return null;
        new Check()
                .required(move.reason(), "reason")
                .text(move.reason(), "reason", 1_000)
                .orThrow();
        return Texts.blankToNull(move.reason());
    }

    private List<EventType.OwnPhase> workflow(Event event) {
        return types.find(event.typeId()).map(EventType::workflow).orElse(List.of());
    }

    private static List<EventType.OwnPhase> meaning(List<EventType.OwnPhase> workflow, Phase phase) {
        return workflow.stream().filter(o -> o.phase() == phase).toList();
    }

    private Event get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }

    private Event lock(UUID id) {
        rows.lock(id);
        return get(id);
    }
}

package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EventTypeDesk implements EventTypes {
    private static final int OWN_PHASES_MAX = 50;
    private final EventTypeRows rows;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    EventTypeDesk(EventTypeRows rows, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("event_type_name_taken", EventTypeTaken::new);
        Constraints.mean("event_type_has_events", EventTypeInUse::new);
    }

    @Override
    public List<EventType> list(@Nullable Boolean archived) {
        return rows.list(Boolean.TRUE.equals(archived));
    }

    @Override
    public EventType get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public EventType create(Details details) {
        var d = tidy(details, Set.of());
        var id = ids.next();
        rows.insert(id, d);
        rows.replaceWorkflow(id, workflow(d));
        var made = get(id);
        audit.created(made.subject(), Details.of(made));
        return made;
    }

    @Override
    @Transactional
    public EventType change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var d = tidy(details, ids(before));
        if (d.equals(Details.of(before))) return before;
        rows.update(id, d);
        rows.replaceWorkflow(id, workflow(d));
        return changed(before, "changed");
    }

    @Override
    @Transactional
    public EventType makeStandard(UUID id) {
        var before = lock(id);
        if (before.standard()) return before;
        var until = get(rows.standard());
        rows.standard(id);
        changed(until, "changed");
        if (before.archivedAt() != null) rows.archive(id, null);
        return changed(before, "standard");
    }

    @Override
    @Transactional
    public EventType archive(UUID id) {
        var before = lock(id);
        if (before.standard()) throw new EventTypeStandard();
        if (before.archivedAt() != null) return before;
        rows.archive(id, clock.instant());
        return changed(before, "archived");
    }

    @Override
    @Transactional
    public EventType restore(UUID id) {
        var before = lock(id);
        if (before.archivedAt() == null) return before;
        rows.archive(id, null);
        return changed(before, "restored");
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.standard()) throw new EventTypeStandard();
        rows.delete(id);
        audit.removed(before.subject(), before.version() + 1, before);
    }

    private EventType changed(EventType before, String action) {
        var after = get(before.id());
        audit.changed(after.subject(), action, after.version(), before, after);
        return after;
    }

    /** All types at once: there are few, and which one is standard concerns two of them. */
    private EventType lock(UUID id) {
        rows.lock();
        return get(id);
    }

    private static Set<UUID> ids(EventType type) {
        var ids = new HashSet<UUID>();
        for (var own : type.workflow()) if (own.id() != null) ids.add(own.id());
        return ids;
    }

    private static List<EventType.OwnPhase> workflow(Details d) {
        return d.workflow() == null ? List.of() : d.workflow();
    }

    private static Details tidy(Details d, Set<UUID> there) {
        var workflow = workflow(d);
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .size(workflow, "workflow", OWN_PHASES_MAX);
        Texts.colour(check, d.colour(), "colour");
        var names = new HashSet<String>();
        var seen = new HashSet<UUID>();
        Phase last = Phase.ENQUIRY;
        for (int i = 0; i < Math.min(workflow.size(), OWN_PHASES_MAX); i++) {
            var at = "workflow[" + i + "]";
            var own = workflow.get(i);
            check.required(own, at);
            if (own == null) continue;
            check.required(own.name(), at + ".name")
                    .line(own.name(), at + ".name", 60)
                    .required(own.phase(), at + ".phase")
                    .that(
                            own.name() == null || names.add(own.name().strip().toLowerCase(Locale.ROOT)),
                            at + ".name",
                            "repeated",
                            "Use each name once.")
                    .that(
                            own.id() == null || (there.contains(own.id()) && seen.add(own.id())),
                            at + ".id",
                            "unknown",
                            "The type has no such phase. Leave the id out for a new one.")
                    .that(
                            own.phase() == null || own.phase().compareTo(last) >= 0,
                            at + ".phase",
                            "out-of-order",
                            "Put it before the phases that come later.");
            if (own.phase() != null && own.phase().compareTo(last) > 0) last = own.phase();
        }
        check.orThrow();
        return new Details(
                d.name().strip(),
                Texts.colour(d.colour()),
                workflow.stream()
                        .map(o -> new EventType.OwnPhase(o.id(), o.name().strip(), o.phase()))
                        .toList());
    }
}

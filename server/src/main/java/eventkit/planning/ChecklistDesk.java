package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps checklists; what happens to them stands in the history of their event, too. */
@Service
class ChecklistDesk implements Checklists {
    private static final int LISTS_MAX = 50;
    private static final int ITEMS_MAX = 500;
    private final ChecklistRows rows;
    private final EventRows eventRows;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ChecklistDesk(ChecklistRows rows, EventRows eventRows, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.eventRows = eventRows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Checklist> of(UUID eventId) {
        event(eventId);
        return rows.of(eventId);
    }

    @Override
    @Transactional
    public Checklist create(UUID eventId, Details details) {
        eventRows.lock(eventId);
        var event = event(eventId);
        check(details);
        new Check()
                .that(
                        rows.of(eventId).size() < LISTS_MAX,
                        "name",
                        "too-many",
                        "An event has at most " + LISTS_MAX + " checklists.")
                .orThrow();
        var id = ids.next();
        rows.insert(id, eventId, details.name().strip());
        rows.replaceItems(id, items(null, details));
        var made = get(eventId, id);
        record(event, made, "checklist-added", List.of(audit.change(made.name(), null, told(made))));
        return made;
    }

    @Override
    @Transactional
    public Checklist change(UUID eventId, UUID id, Details details, IfMatch ifMatch) {
        var event = event(eventId);
        var before = lock(eventId, id);
        ifMatch.require(before.version(), audit, KIND, id);
        check(details);
        rows.update(id, details.name().strip());
        rows.replaceItems(id, items(before, details));
        var after = get(eventId, id);
        var changes = new ArrayList<Audit.Change>();
        if (!before.name().equals(after.name())) changes.add(audit.change("name", before.name(), after.name()));
        if (!told(before).equals(told(after))) changes.add(audit.change("tasks", told(before), told(after)));
        if (!changes.isEmpty()) record(event, after, "checklist-changed", changes);
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID eventId, UUID id, IfMatch ifMatch) {
        var event = event(eventId);
        var before = lock(eventId, id);
        ifMatch.require(before.version(), audit, KIND, id);
        rows.remove(id, clock.instant());
        audit.record(
                subject(event, before),
                "checklist-removed",
                before.version() + 1,
                List.of(audit.change(before.name(), told(before), null)));
    }

    @Override
    @Transactional
    public Checklist tick(UUID eventId, UUID id, UUID itemId, Tick tick) {
        new Check().required(tick.done(), "done").orThrow();
        var event = event(eventId);
        var before = lock(eventId, id);
        var item = before.items().stream()
                .filter(i -> i.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new NotFound("checklist item", itemId));
        if (tick.done() == (item.doneAt() != null)) return before;
        rows.tick(
                id,
                itemId,
                tick.done() ? clock.instant() : null,
                tick.done() ? Callers.current().name() : null);
        var after = get(eventId, id);
        var change = audit.change(item.text(), !tick.done(), tick.done());
        record(event, after, tick.done() ? "ticked" : "unticked", List.of(change));
        return after;
    }

    private void record(Event event, Checklist list, String action, List<Audit.Change> changes) {
        audit.record(subject(event, list), action, list.version(), changes);
    }

    static Subject subject(Event event, Checklist list) {
        return new Subject(KIND, list.id(), event.label() + " " + list.name());
    }

    /** As its history tells of it. */
    private record Told(String text, @Nullable Instant dueAt) {}

    private static List<Told> told(Checklist list) {
        return list.items().stream().map(i -> new Told(i.text(), i.dueAt())).toList();
    }

    /** What is kept stays done. */
    private List<Checklist.Task> items(@Nullable Checklist before, Details details) {
        var there = new LinkedHashMap<UUID, Checklist.Task>();
        if (before != null) before.items().forEach(i -> there.put(i.id(), i));
        var items = new ArrayList<Checklist.Task>();
        for (var d : details.items() == null ? List.<ItemDetails>of() : details.items()) {
            var kept = d.id() == null ? null : there.remove(d.id());
            items.add(new Checklist.Task(
                    kept == null ? ids.next() : kept.id(),
                    d.text().strip(),
                    d.dueAt(),
                    kept == null ? null : kept.doneAt(),
                    kept == null ? null : kept.doneByName()));
        }
        return items;
    }

    private static void check(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .size(d.items(), "items", ITEMS_MAX);
        for (int i = 0; d.items() != null && i < Math.min(d.items().size(), ITEMS_MAX); i++) {
            var item = d.items().get(i);
            check.required(item, "items[" + i + "]");
            if (item == null) continue;
            check.required(item.text(), "items[" + i + "].text").line(item.text(), "items[" + i + "].text", 500);
        }
        check.orThrow();
    }

    private Event event(UUID id) {
        return eventRows.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }

    private Checklist get(UUID eventId, UUID id) {
        return rows.find(eventId, id).orElseThrow(() -> new NotFound(KIND, id));
    }

    private Checklist lock(UUID eventId, UUID id) {
        rows.lock(id);
        return get(eventId, id);
    }
}

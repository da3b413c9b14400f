package eventkit.planning;

import static eventkit.planning.db.Tables.PULL_GROUP;
import static eventkit.planning.db.Tables.PULL_LINE;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * What has dates of its own goes along when its event moves as a whole: groups and lines, also on lists that the warehouse works from, and what checklists
 * want done by a certain time.
 */
@Component
class OwnDates {
    private final DSLContext db;
    private final PullListRows lists;
    private final ListEdits edits;
    private final ChecklistRows checklists;
    private final Audit audit;

    OwnDates(DSLContext db, PullListRows lists, ListEdits edits, ChecklistRows checklists, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.edits = edits;
        this.checklists = checklists;
        this.audit = audit;
    }

    /** Whoever calls has the lock of the event, and lets availability follow. */
    void follow(Event before, Event after) {
        var shift = Shift.between(before.onSite(), after.onSite(), ZoneId.of(after.timeZone()));
        if (shift == null) return;
        for (var list : lists.of(before.id())) {
            var groups =
                    dated(PULL_GROUP, PULL_GROUP.ID, PULL_GROUP.LIST_ID, PULL_GROUP.FROM_AT, PULL_GROUP.TO_AT, list);
            var lines = dated(PULL_LINE, PULL_LINE.ID, PULL_LINE.LIST_ID, PULL_LINE.FROM_AT, PULL_LINE.TO_AT, list);
            if (groups.isEmpty() && lines.isEmpty()) continue;
            db.execute("""
                    update planning.pull_group g set from_at = m.begins, to_at = m.ends
                      from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) m (id, begins, ends) where g.id = m.id
                    """, moved(groups, shift));
            db.execute("""
                    update planning.pull_line l set from_at = m.begins, to_at = m.ends
                      from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) m (id, begins, ends) where l.id = m.id
                    """, moved(lines, shift));
            edits.end(list, "dates-moved", List.of(audit.change("count", null, groups.size() + lines.size())));
        }
        checklists.lockAll(before.id());
        for (var list : checklists.of(before.id())) follow(after, list, shift);
    }

    private void follow(Event event, Checklist list, Shift shift) {
        long dated = list.items().stream().filter(t -> t.dueAt() != null).count();
        if (dated == 0) return;
        checklists.replaceItems(
                list.id(),
                list.items().stream()
                        .map(t ->
                                new Checklist.Task(t.id(), t.text(), shift.due(t.dueAt()), t.doneAt(), t.doneByName()))
                        .toList());
        checklists.update(list.id(), list.name());
        audit.record(
                ChecklistDesk.subject(event, list),
                "due-dates-moved",
                list.version() + 1,
                List.of(audit.change("count", null, dated)));
    }

    private record Dated(UUID id, Instant from, Instant to) {}

    private List<Dated> dated(
            Table<?> table, Field<UUID> id, Field<UUID> listId, Field<Instant> from, Field<Instant> to, PullList list) {
        return db.select(id, from, to)
                .from(table)
                .where(listId.eq(list.id()))
                .and(from.isNotNull())
                .fetch(r -> new Dated(r.value1(), r.value2(), r.value3()));
    }

    private static Object[] moved(List<Dated> dated, Shift shift) {
        var ids = new UUID[dated.size()];
        var begins = new OffsetDateTime[dated.size()];
        var ends = new OffsetDateTime[dated.size()];
        for (int i = 0; i < ids.length; i++) {
            var one = dated.get(i);
            var then = shift.of(new Period(one.from(), one.to()));
            var check = new Check();
            EventForms.period(check, then.from(), then.to(), "");
            check.orThrow();
            ids[i] = one.id();
            begins[i] = then.from().atOffset(ZoneOffset.UTC);
            ends[i] = then.to().atOffset(ZoneOffset.UTC);
        }
        return new Object[] {ids, begins, ends};
    }
}

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

/** Groups and lines that have dates of their own go along when their event moves as a whole, also on lists that the warehouse works from. */
@Component
class OwnDates {
    private final DSLContext db;
    private final PullListRows lists;
    private final ListEdits edits;
    private final Audit audit;

    OwnDates(DSLContext db, PullListRows lists, ListEdits edits, Audit audit) {
        this.db = db;
        this.lists = lists;
        this.edits = edits;
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

package eventkit.planning;

import static eventkit.planning.db.Tables.CHECKLIST;
import static eventkit.planning.db.Tables.CHECKLIST_ITEM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of checklists. */
@Component
class ChecklistRows {
    private final DSLContext db;

    ChecklistRows(DSLContext db) {
        this.db = db;
    }

    List<Checklist> of(UUID eventId) {
        return all(CHECKLIST.EVENT_ID.eq(eventId));
    }

    Optional<Checklist> find(UUID eventId, UUID id) {
        return all(CHECKLIST.EVENT_ID.eq(eventId).and(CHECKLIST.ID.eq(id))).stream()
                .findFirst();
    }

    void lock(UUID id) {
        db.select(CHECKLIST.ID)
                .from(CHECKLIST)
                .where(CHECKLIST.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    void lockAll(UUID eventId) {
        db.select(CHECKLIST.ID)
                .from(CHECKLIST)
                .where(CHECKLIST.EVENT_ID.eq(eventId))
                .orderBy(CHECKLIST.ID)
                .forUpdate()
                .fetch();
    }

    private List<Checklist> all(Condition wanted) {
        var lists = db.selectFrom(CHECKLIST)
                .where(wanted)
                .and(CHECKLIST.REMOVED_AT.isNull())
                .orderBy(CHECKLIST.POSITION, CHECKLIST.ID)
                .fetch();
        var items = new LinkedHashMap<UUID, List<Checklist.Task>>();
        db.selectFrom(CHECKLIST_ITEM)
                .where(CHECKLIST_ITEM.CHECKLIST_ID.in(lists.map(r -> r.getId())))
                .orderBy(CHECKLIST_ITEM.POSITION)
                .forEach(r -> items.computeIfAbsent(r.getChecklistId(), c -> new ArrayList<>())
                        .add(new Checklist.Task(
                                r.getId(), r.getText(), r.getDueAt(), r.getDoneAt(), r.getDoneByName())));
        return lists.map(r -> new Checklist(
                r.getId(), r.getEventId(), r.getName(), items.getOrDefault(r.getId(), List.of()), r.getVersion()));
    }

    void insert(UUID id, UUID eventId, String name) {
        db.insertInto(CHECKLIST)
                .set(CHECKLIST.ID, id)
                .set(CHECKLIST.EVENT_ID, eventId)
                .set(
                        CHECKLIST.POSITION,
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(CHECKLIST.POSITION), -1)
                                        .plus(1))
                                .from(CHECKLIST)
                                .where(CHECKLIST.EVENT_ID.eq(eventId))))
                .set(CHECKLIST.NAME, name)
                .execute();
    }

    void update(UUID id, String name) {
        db.update(CHECKLIST)
                .set(CHECKLIST.NAME, name)
                .set(CHECKLIST.VERSION, CHECKLIST.VERSION.plus(1))
                .where(CHECKLIST.ID.eq(id))
                .execute();
    }

    void replaceItems(UUID id, List<Checklist.Task> items) {
        db.deleteFrom(CHECKLIST_ITEM).where(CHECKLIST_ITEM.CHECKLIST_ID.eq(id)).execute();
        if (items.isEmpty()) return;
        var insert = db.insertInto(
                CHECKLIST_ITEM,
                CHECKLIST_ITEM.ID,
                CHECKLIST_ITEM.CHECKLIST_ID,
                CHECKLIST_ITEM.POSITION,
                CHECKLIST_ITEM.TEXT,
                CHECKLIST_ITEM.DUE_AT,
                CHECKLIST_ITEM.DONE_AT,
                CHECKLIST_ITEM.DONE_BY_NAME);
        int position = 0;
        for (var item : items)
            insert = insert.values(
                    item.id(), id, position++, item.text(), item.dueAt(), item.doneAt(), item.doneByName());
        insert.execute();
    }

    void tick(UUID listId, UUID itemId, @Nullable Instant doneAt, @Nullable String doneByName) {
        db.update(CHECKLIST_ITEM)
                .set(CHECKLIST_ITEM.DONE_AT, doneAt)
                .set(CHECKLIST_ITEM.DONE_BY_NAME, doneByName)
                .where(CHECKLIST_ITEM.ID.eq(itemId))
                .execute();
        db.update(CHECKLIST)
                .set(CHECKLIST.VERSION, CHECKLIST.VERSION.plus(1))
                .where(CHECKLIST.ID.eq(listId))
                .execute();
    }

    void remove(UUID id, Instant at) {
        db.deleteFrom(CHECKLIST_ITEM).where(CHECKLIST_ITEM.CHECKLIST_ID.eq(id)).execute();
        db.update(CHECKLIST)
                .set(CHECKLIST.REMOVED_AT, at)
                .set(CHECKLIST.VERSION, CHECKLIST.VERSION.plus(1))
                .where(CHECKLIST.ID.eq(id))
                .execute();
    }

    /** Those that were removed, too. */
    List<UUID> everOf(UUID eventId) {
        return db.select(CHECKLIST.ID)
                .from(CHECKLIST)
                .where(CHECKLIST.EVENT_ID.eq(eventId))
                .fetch(CHECKLIST.ID);
    }
}

package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.LIST_SEEN;
import static eventkit.planning.db.Tables.PULL_GROUP;
import static eventkit.planning.db.Tables.PULL_LINE;
import static eventkit.planning.db.Tables.PULL_LIST;

import eventkit.planning.db.tables.records.ListSeenRecord;
import eventkit.planning.db.tables.records.PullGroupRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of pull lists and their groups. */
@Component
class PullListRows {
    private final DSLContext db;

    PullListRows(DSLContext db) {
        this.db = db;
    }

    List<PullList> of(UUID eventId) {
        return all(LIST_SEEN.EVENT_ID.eq(eventId));
    }

    Optional<PullList> find(UUID id) {
        return all(LIST_SEEN.ID.eq(id)).stream().findFirst();
    }

    /** On all lists of the event. */
    long linesOf(UUID eventId) {
        return db.fetchCount(
                PULL_LINE.join(PULL_LIST).on(PULL_LIST.ID.eq(PULL_LINE.LIST_ID)), PULL_LIST.EVENT_ID.eq(eventId));
    }

    /** The event first, then its list: as long as this lasts, the event stays in its phase. */
    void lock(UUID id) {
        db.select(EVENT.ID)
                .from(EVENT)
                .where(EVENT.ID.eq(
                        DSL.select(PULL_LIST.EVENT_ID).from(PULL_LIST).where(PULL_LIST.ID.eq(id))))
                .forNoKeyUpdate()
                .fetch();
        db.select(PULL_LIST.ID)
                .from(PULL_LIST)
                .where(PULL_LIST.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    private List<PullList> all(Condition wanted) {
        var lists = db.selectFrom(LIST_SEEN)
                .where(wanted)
                .orderBy(LIST_SEEN.POSITION, LIST_SEEN.ID)
                .fetch();
        var groups = new LinkedHashMap<UUID, List<PullGroup>>();
        db.selectFrom(PULL_GROUP)
                .where(PULL_GROUP.LIST_ID.in(lists.map(ListSeenRecord::getId)))
                .orderBy(PULL_GROUP.POSITION, PULL_GROUP.ID)
                .forEach(r -> groups.computeIfAbsent(r.getListId(), l -> new ArrayList<>())
                        .add(map(r)));
        return lists.map(r -> map(r, groups.getOrDefault(r.getId(), List.of())));
    }

    void insert(UUID id, UUID eventId, PullLists.Details d, Instant now) {
        db.insertInto(PULL_LIST)
                .set(PULL_LIST.ID, id)
                .set(PULL_LIST.EVENT_ID, eventId)
                .set(
                        PULL_LIST.POSITION,
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(PULL_LIST.POSITION), -1)
                                        .plus(1))
                                .from(PULL_LIST)
                                .where(PULL_LIST.EVENT_ID.eq(eventId))))
                .set(PULL_LIST.NAME, d.name())
                .set(PULL_LIST.NOTE, d.note())
                .set(PULL_LIST.WAREHOUSE_ID, d.warehouseId())
                .set(PULL_LIST.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, PullLists.Details d) {
        db.update(PULL_LIST)
                .set(PULL_LIST.NAME, d.name())
                .set(PULL_LIST.NOTE, d.note())
                .set(PULL_LIST.WAREHOUSE_ID, d.warehouseId())
                .where(PULL_LIST.ID.eq(id))
                .execute();
    }

    /** Something on it has changed. */
    void touch(UUID id, Instant now) {
        db.update(PULL_LIST)
                .set(PULL_LIST.CHANGED_AT, now)
                .set(PULL_LIST.VERSION, PULL_LIST.VERSION.plus(1))
                .where(PULL_LIST.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(PULL_LIST).where(PULL_LIST.ID.eq(id)).execute();
    }

    void unlock(UUID id, Instant at, String byName, String reason) {
        db.update(PULL_LIST)
                .set(PULL_LIST.UNLOCKED_AT, at)
                .set(PULL_LIST.UNLOCKED_BY_NAME, byName)
                .set(PULL_LIST.UNLOCK_REASON, reason)
                .where(PULL_LIST.ID.eq(id))
                .execute();
    }

    void lockAgain(UUID id) {
        relock(PULL_LIST.ID.eq(id));
    }

    /** Whatever was unlocked for once is not unlocked for ever. */
    void lockAll(UUID eventId) {
        relock(PULL_LIST.EVENT_ID.eq(eventId));
    }

    private void relock(Condition which) {
        db.update(PULL_LIST)
                .setNull(PULL_LIST.UNLOCKED_AT)
                .setNull(PULL_LIST.UNLOCKED_BY_NAME)
                .setNull(PULL_LIST.UNLOCK_REASON)
                .where(which)
                .and(PULL_LIST.UNLOCKED_AT.isNotNull())
                .execute();
    }

    void insertGroup(UUID id, UUID listId, PullLists.GroupDetails d, int position) {
        db.insertInto(PULL_GROUP)
                .set(PULL_GROUP.ID, id)
                .set(PULL_GROUP.LIST_ID, listId)
                .set(PULL_GROUP.POSITION, position)
                .set(details(d))
                .execute();
    }

    void updateGroup(UUID id, PullLists.GroupDetails d) {
        db.update(PULL_GROUP).set(details(d)).where(PULL_GROUP.ID.eq(id)).execute();
    }

    void deleteGroup(UUID id) {
        db.deleteFrom(PULL_GROUP).where(PULL_GROUP.ID.eq(id)).execute();
    }

    /** From one on, in this order. */
    void orderGroups(List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++)
            db.update(PULL_GROUP)
                    .set(PULL_GROUP.POSITION, i + 1)
                    .where(PULL_GROUP.ID.eq(ids.get(i)))
                    .and(PULL_GROUP.POSITION.ne(i + 1))
                    .execute();
    }

    private static Map<Field<?>, @Nullable Object> details(PullLists.GroupDetails d) {
        var t = OwnTimes.orInherited(d.times());
        var set = new LinkedHashMap<Field<?>, @Nullable Object>();
        set.put(PULL_GROUP.NAME, d.name());
        set.put(PULL_GROUP.NOTE, d.note());
        set.put(PULL_GROUP.FROM_AT, t.from());
        set.put(PULL_GROUP.TO_AT, t.to());
        set.put(PULL_GROUP.PREP_MINUTES, t.prepMinutes());
        set.put(PULL_GROUP.TRANSIT_BEFORE_MINUTES, t.transitBeforeMinutes());
        set.put(PULL_GROUP.TRANSIT_AFTER_MINUTES, t.transitAfterMinutes());
        set.put(PULL_GROUP.TURNAROUND_MINUTES, t.turnaroundMinutes());
        return set;
    }

    private static PullGroup map(PullGroupRecord r) {
        return new PullGroup(
                r.getId(),
                r.getName(),
                r.getNote(),
                new OwnTimes(
                        r.getFromAt(),
                        r.getToAt(),
                        r.getPrepMinutes(),
                        r.getTransitBeforeMinutes(),
                        r.getTransitAfterMinutes(),
                        r.getTurnaroundMinutes()));
    }

    private static PullList map(ListSeenRecord r, List<PullGroup> groups) {
        var phase = Phase.valueOf(r.getEventPhase());
        return new PullList(
                r.getId(),
                r.getEventId(),
                r.getEventNumber(),
                r.getEventName(),
                phase,
                r.getName(),
                r.getNote(),
                r.getWarehouseId(),
                r.getTakenFrom(),
                r.getTakenFromName(),
                phase.locksLists() && r.getUnlockedAt() == null,
                r.getUnlockedAt(),
                r.getUnlockedByName(),
                r.getUnlockReason(),
                List.copyOf(groups),
                r.getLines(),
                r.getChangedAt(),
                r.getVersion());
    }
}

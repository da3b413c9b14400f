package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.EVENT_TYPE;
import static eventkit.planning.db.Tables.OWN_PHASE;

import eventkit.core.Ids;
import eventkit.planning.db.tables.records.EventTypeRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of types of events. */
@Component
class EventTypeRows {
    private final DSLContext db;
    private final Ids ids;

    EventTypeRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    List<EventType> list(boolean archived) {
        return all(archived ? EVENT_TYPE.ARCHIVED_AT.isNotNull() : EVENT_TYPE.ARCHIVED_AT.isNull());
    }

    Optional<EventType> find(UUID id) {
        return all(EVENT_TYPE.ID.eq(id)).stream().findFirst();
    }

    UUID standard() {
        return Objects.requireNonNull(db.select(EVENT_TYPE.ID)
                .from(EVENT_TYPE)
                .where(EVENT_TYPE.STANDARD)
                .fetchSingle(EVENT_TYPE.ID));
    }

    private List<EventType> all(Condition wanted) {
        var types = db.selectFrom(EVENT_TYPE)
                .where(wanted)
                .orderBy(EVENT_TYPE.STANDARD.desc(), DSL.lower(EVENT_TYPE.NAME))
                .fetch();
        Map<UUID, List<EventType.OwnPhase>> workflows = new LinkedHashMap<>();
        db.selectFrom(OWN_PHASE)
                .where(OWN_PHASE.TYPE_ID.in(types.map(EventTypeRecord::getId)))
                .orderBy(OWN_PHASE.POSITION)
                .forEach(r -> workflows
                        .computeIfAbsent(r.getTypeId(), t -> new java.util.ArrayList<>())
                        .add(new EventType.OwnPhase(r.getId(), r.getName(), Phase.valueOf(r.getPhase()))));
        return types.map(r -> new EventType(
                r.getId(),
                r.getName(),
                r.getColour(),
                r.getStandard(),
                workflows.getOrDefault(r.getId(), List.of()),
                r.getArchivedAt(),
                r.getVersion()));
    }

    void lock() {
        db.select(EVENT_TYPE.ID)
                .from(EVENT_TYPE)
                .orderBy(EVENT_TYPE.ID)
                .forUpdate()
                .fetch();
    }

    void insert(UUID id, EventTypes.Details d) {
        db.insertInto(EVENT_TYPE)
                .set(EVENT_TYPE.ID, id)
                .set(EVENT_TYPE.NAME, d.name())
                .set(EVENT_TYPE.COLOUR, d.colour())
                .execute();
    }

    void update(UUID id, EventTypes.Details d) {
        db.update(EVENT_TYPE)
                .set(EVENT_TYPE.NAME, d.name())
                .set(EVENT_TYPE.COLOUR, d.colour())
                .set(EVENT_TYPE.VERSION, EVENT_TYPE.VERSION.plus(1))
                .where(EVENT_TYPE.ID.eq(id))
                .execute();
    }

    void standard(UUID id) {
        db.update(EVENT_TYPE)
                .set(EVENT_TYPE.STANDARD, false)
                .set(EVENT_TYPE.VERSION, EVENT_TYPE.VERSION.plus(1))
                .where(EVENT_TYPE.STANDARD)
                .execute();
        db.update(EVENT_TYPE)
                .set(EVENT_TYPE.STANDARD, true)
                .set(EVENT_TYPE.VERSION, EVENT_TYPE.VERSION.plus(1))
                .where(EVENT_TYPE.ID.eq(id))
                .execute();
    }

    void archive(UUID id, @Nullable Instant at) {
        db.update(EVENT_TYPE)
                .set(EVENT_TYPE.ARCHIVED_AT, at)
                .set(EVENT_TYPE.VERSION, EVENT_TYPE.VERSION.plus(1))
                .where(EVENT_TYPE.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(EVENT_TYPE).where(EVENT_TYPE.ID.eq(id)).execute();
    }

    /** Events in an own phase that is no more, or that means another phase now, are in none. */
    void replaceWorkflow(UUID typeId, List<EventType.OwnPhase> workflow) {
        var kept = workflow.stream()
                .map(EventType.OwnPhase::id)
                .filter(Objects::nonNull)
                .toList();
        db.deleteFrom(OWN_PHASE)
                .where(OWN_PHASE.TYPE_ID.eq(typeId))
                .and(OWN_PHASE.ID.notIn(kept))
                .execute();
        db.update(OWN_PHASE)
                .set(OWN_PHASE.POSITION, OWN_PHASE.POSITION.plus(1_000))
                .where(OWN_PHASE.TYPE_ID.eq(typeId))
                .execute();
        for (int i = 0; i < workflow.size(); i++) {
            var own = workflow.get(i);
            if (own.id() == null) {
                db.insertInto(OWN_PHASE)
                        .set(OWN_PHASE.ID, ids.next())
                        .set(OWN_PHASE.TYPE_ID, typeId)
                        .set(OWN_PHASE.POSITION, i)
                        .set(OWN_PHASE.NAME, own.name())
                        .set(OWN_PHASE.PHASE, own.phase().name())
                        .execute();
            } else {
                db.update(OWN_PHASE)
                        .set(OWN_PHASE.POSITION, i)
                        .set(OWN_PHASE.NAME, own.name())
                        .set(OWN_PHASE.PHASE, own.phase().name())
                        .where(OWN_PHASE.ID.eq(own.id()))
                        .execute();
                db.update(EVENT)
                        .setNull(EVENT.OWN_PHASE_ID)
                        .where(EVENT.OWN_PHASE_ID.eq(own.id()))
                        .and(EVENT.PHASE.ne(own.phase().name()))
                        .execute();
            }
        }
    }
}

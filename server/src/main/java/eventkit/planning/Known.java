package eventkit.planning;

import static eventkit.planning.db.Tables.CLIENT_SEEN;
import static eventkit.planning.db.Tables.EVENT_TYPE;
import static eventkit.planning.db.Tables.PERSON;
import static eventkit.planning.db.Tables.PROJECT;
import static eventkit.planning.db.Tables.ROOM_SEEN;
import static eventkit.planning.db.Tables.VENUE_SEEN;
import static eventkit.planning.db.Tables.WAREHOUSE_SEEN;

import eventkit.core.Check;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what an event points to is there. */
@Component
class Known {
    private final DSLContext db;

    Known(DSLContext db) {
        this.db = db;
    }

    void client(Check check, @Nullable UUID id) {
        check.known(db, CLIENT_SEEN.ID, id, "clientId", "There is no such client.");
    }

    void project(Check check, @Nullable UUID id) {
        check.known(db, PROJECT.ID, id, "projectId", "There is no such project.");
    }

    void planner(Check check, @Nullable UUID id) {
        check.known(db, PERSON.ID, id, "plannerId", "There is no such user.");
    }

    /** Where stock is counted; others may stay where they are named. */
    void warehouse(Check check, @Nullable UUID id) {
        check.known(db, WAREHOUSE_SEEN.ID, id, "warehouseId", "There is no such warehouse.");
    }

    /** Those in use, by id and in their order, with their names. */
    Map<UUID, String> warehouses() {
        var result = new LinkedHashMap<UUID, String>();
        db.selectFrom(WAREHOUSE_SEEN)
                .where(WAREHOUSE_SEEN.ARCHIVED.isFalse())
                .orderBy(WAREHOUSE_SEEN.POSITION, WAREHOUSE_SEEN.ID)
                .forEach(r -> result.put(r.getId(), r.getName()));
        return result;
    }

    /** The first that is in use. */
    @Nullable
    UUID firstWarehouse() {
        return db.select(WAREHOUSE_SEEN.ID)
                .from(WAREHOUSE_SEEN)
                .where(WAREHOUSE_SEEN.ARCHIVED.isFalse())
                .orderBy(WAREHOUSE_SEEN.POSITION, WAREHOUSE_SEEN.ID)
                .limit(1)
                .fetchOne(WAREHOUSE_SEEN.ID);
    }

    void type(Check check, @Nullable UUID id) {
        check.known(db, EVENT_TYPE.ID, id, "typeId", "There is no such type of events.");
    }

    /** A room is one of its venue's. */
    void place(Check check, @Nullable UUID venueId, @Nullable UUID roomId) {
        check.known(db, VENUE_SEEN.ID, venueId, "venueId", "There is no such venue.");
        if (roomId == null) return;
        check.that(venueId != null, "venueId", "required", "Name the venue that the room is in.");
        if (venueId == null) return;
        check.that(
                db.fetchExists(ROOM_SEEN, ROOM_SEEN.ID.eq(roomId).and(ROOM_SEEN.VENUE_ID.eq(venueId))),
                "roomId",
                "unknown",
                "The venue has no such room.");
    }
}

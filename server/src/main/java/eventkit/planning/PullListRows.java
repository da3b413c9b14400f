package eventkit.planning;

import static eventkit.planning.db.Tables.PULL_LIST;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of pull lists themselves. */
@Component
class PullListRows {
    private final DSLContext db;

    PullListRows(DSLContext db) {
        this.db = db;
    }

    void insert(UUID id, UUID eventId, String name, @Nullable String note, Instant now) {
        db.insertInto(PULL_LIST)
                .set(PULL_LIST.ID, id)
                .set(PULL_LIST.EVENT_ID, eventId)
                .set(
                        PULL_LIST.POSITION,
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(PULL_LIST.POSITION), -1)
                                        .plus(1))
                                .from(PULL_LIST)
                                .where(PULL_LIST.EVENT_ID.eq(eventId))))
                .set(PULL_LIST.NAME, name)
                .set(PULL_LIST.NOTE, note)
                .set(PULL_LIST.CHANGED_AT, now)
                .execute();
    }

    /** Whatever was unlocked for once is not unlocked for ever. */
    void lockAll(UUID eventId) {
        db.update(PULL_LIST)
                .setNull(PULL_LIST.UNLOCKED_AT)
                .setNull(PULL_LIST.UNLOCKED_BY_NAME)
                .setNull(PULL_LIST.UNLOCK_REASON)
                .where(PULL_LIST.EVENT_ID.eq(eventId))
                .and(PULL_LIST.UNLOCKED_AT.isNotNull())
                .execute();
    }
}

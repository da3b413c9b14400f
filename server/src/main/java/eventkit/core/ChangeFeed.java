package eventkit.core;

import static eventkit.core.db.Tables.AUDIT_ENTRY;
import static eventkit.core.db.Tables.JOB;

import eventkit.core.Jobs.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed lately, for screens that follow along. Asked several times a second by each server that has such screens open. */
@Component
public class ChangeFeed {
    /** @param kind the subject's kind, as in the audit trail */
    public record Change(UUID entryId, String kind, UUID subjectId) {}

    public record JobProgress(
            UUID id,
            String kind,
            State state,
            long done,
            @Nullable Long total,
            @Nullable UUID requestedBy) {}

    private static final Duration JOB_LIVES = Duration.ofDays(7);
    private static final int JOBS_MAX = 200;
    private final DSLContext db;

    ChangeFeed(DSLContext db) {
        this.db = db;
    }

    /** The newest audit entries made since; their ids carry the time, so this reads the end of one index. */
    public List<Change> changes(Instant since, int max) {
        return db.select(AUDIT_ENTRY.ID, AUDIT_ENTRY.SUBJECT_KIND, AUDIT_ENTRY.SUBJECT_ID)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ID.ge(new UUID(since.toEpochMilli() << 16, 0)))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(max)
                .fetch(row -> new Change(row.value1(), row.value2(), row.value3()));
    }

    /** Jobs that go on, and those that ended since. */
    public List<JobProgress> jobs(Instant since) {
        return db.select(JOB.ID, JOB.KIND, JOB.STATE, JOB.DONE, JOB.TOTAL, JOB.REQUESTED_BY)
                .from(JOB)
                .where(JOB.CREATED_AT.ge(since.minus(JOB_LIVES)))
                .and(JOB.ENDED_AT.isNull().or(JOB.ENDED_AT.ge(since)))
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(JOBS_MAX)
                .fetch(row -> new JobProgress(
                        row.value1(),
                        row.value2(),
                        State.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }
}

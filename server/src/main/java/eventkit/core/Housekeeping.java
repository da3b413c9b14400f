package eventkit.core;

import static eventkit.core.db.Tables.IDEMPOTENCY;
import static eventkit.core.db.Tables.JOB;

import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Drops idempotency keys after 30 days and ended jobs after 90. */
@Component
class Housekeeping implements RecurringWork {
    private static final Duration KEYS_LIVE = Duration.ofDays(30);
    private static final Duration JOBS_LIVE = Duration.ofDays(90);
    private final DSLContext db;
    private final Clock clock;

    Housekeeping(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "core.housekeeping";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var now = clock.instant();
        db.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.CREATED_AT.lt(now.minus(KEYS_LIVE)))
                .execute();
        db.deleteFrom(JOB).where(JOB.ENDED_AT.lt(now.minus(JOBS_LIVE))).execute();
    }
}

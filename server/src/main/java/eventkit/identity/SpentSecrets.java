package eventkit.identity;

import static eventkit.identity.db.Tables.INVITATION;
import static eventkit.identity.db.Tables.PASSWORD_RESET;
import static eventkit.identity.db.Tables.SESSION;
import static eventkit.identity.db.Tables.SIGN_IN_FAILURE;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Drops sessions, links and failed attempts that nobody can use any more. */
@Component
class SpentSecrets implements RecurringWork {
    private final DSLContext db;
    private final Clock clock;

    SpentSecrets(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.spent-secrets";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var now = clock.instant();
        db.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(now)).execute();
        db.deleteFrom(INVITATION).where(INVITATION.EXPIRES_AT.lt(now)).execute();
        db.deleteFrom(PASSWORD_RESET).where(PASSWORD_RESET.EXPIRES_AT.lt(now)).execute();
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.AT.lt(now.minus(Duration.ofDays(1))))
                .execute();
    }
}

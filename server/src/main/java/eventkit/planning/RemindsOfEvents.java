package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;

import eventkit.core.Events;
import eventkit.core.RecurringWork;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which jobs begin tomorrow, and of which the equipment should be back. Who hears of it is told once. */
@Component
class RemindsOfEvents implements RecurringWork {
    private static final int AT_ONCE = 500;
    /** Older ones were forgotten in the books rather than on the road. */
    private static final Duration LATE_MAX = Duration.ofDays(30);

    private final DSLContext db;
    private final Events events;
    private final CompanyProfile companies;
    private final Clock clock;

    RemindsOfEvents(DSLContext db, Events events, CompanyProfile companies, Clock clock) {
        this.db = db;
        this.events = events;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "planning.reminds-of-events";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(3);
    }

    @Override
    @Transactional
    public void run() {
        var now = clock.instant();
        var zone = companies.zone();
        var tomorrow = LocalDate.ofInstant(now, zone).plusDays(1);
        var from = tomorrow.atStartOfDay(zone).toInstant();
        var to = tomorrow.plusDays(1).atStartOfDay(zone).toInstant();
        events.announceAll(db.selectFrom(EVENT)
                .where(EVENT.TEMPLATE.isFalse())
                .and(EVENT.PHASE.in(Phase.CONFIRMED.name(), Phase.PREP.name(), Phase.LOAD_OUT.name()))
                .and(EVENT.FROM_AT.ge(from))
                .and(EVENT.FROM_AT.lt(to))
                .orderBy(EVENT.FROM_AT)
                .limit(AT_ONCE)
                .fetch(r -> new EventTomorrow(
                        r.getId(), String.valueOf(r.getNumber()), r.getName(), r.getPlannerId(), tomorrow)));
        events.announceAll(db.selectFrom(EVENT)
                .where(EVENT.TEMPLATE.isFalse())
                .and(EVENT.PHASE.in(Phase.LOAD_OUT.name(), Phase.ON_SITE.name(), Phase.LOAD_IN.name()))
                .and(EVENT.OCCUPIED_TO.lt(now))
                .and(EVENT.OCCUPIED_TO.gt(now.minus(LATE_MAX)))
                .orderBy(EVENT.OCCUPIED_TO)
                .limit(AT_ONCE)
                .fetch(r -> new ReturnOverdue(
                        r.getId(), String.valueOf(r.getNumber()), r.getName(), r.getPlannerId(), r.getOccupiedTo())));
    }
}

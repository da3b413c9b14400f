package eventkit.planning;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Options run out by themselves. */
@Component
class ExpiresOptions implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(ExpiresOptions.class);
    private static final int AT_ONCE = 500;
    private final EventRows rows;
    private final EventPhaseDesk desk;
    private final Clock clock;

    ExpiresOptions(EventRows rows, EventPhaseDesk desk, Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "planning.expires-options";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        for (var id : rows.optionsExpired(now, AT_ONCE)) {
            try {
                desk.expire(id, now);
            } catch (RuntimeException e) {
                log.warn("the option of event {} could not run out; the others do", id, e);
            }
        }
    }
}

package eventkit.planning;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Options run out by themselves. */
@Component
class ExpiresOptions implements RecurringWork {
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
        for (var id : rows.optionsExpired(now, AT_ONCE)) desk.expire(id, now);
    }
}

package eventkit.crm;

import eventkit.core.Events;
import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each activity once that the time has come at which somebody wanted to be reminded. */
@Component
class RemindsOfTasks implements RecurringWork {
    private static final int AT_ONCE = 200;
    private final ActivityRows rows;
    private final Events events;
    private final Clock clock;

    RemindsOfTasks(ActivityRows rows, Events events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "crm.reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    @Transactional
    public void run() {
        rows.takeDue(clock.instant(), AT_ONCE).forEach(events::announce);
    }
}

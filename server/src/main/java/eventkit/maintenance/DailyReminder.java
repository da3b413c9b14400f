package eventkit.maintenance;

import eventkit.core.Events;
import eventkit.core.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says several times a day how much is due; whoever hears it tells people once a day. */
@Component
class DailyReminder implements RecurringWork {
    private final DueList dues;
    private final Events events;
    private final Today today;

    DailyReminder(DueList dues, Events events, Today today) {
        this.dues = dues;
        this.events = events;
        this.today = today;
    }

    @Override
    public String name() {
        return "maintenance.due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(4);
    }

    @Override
    @Transactional
    public void run() {
        var count = dues.count(today.date());
        if (count.overdue() + count.failed() + count.dueSoon() == 0) return;
        events.announce(new InspectionsDue(today.date(), count.overdue() + count.failed(), count.dueSoon()));
    }
}

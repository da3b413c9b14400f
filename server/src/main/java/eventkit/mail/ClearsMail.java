package eventkit.mail;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Drops what is too old to be asked for. */
@Component
class ClearsMail implements RecurringWork {
    private final MessageRows rows;
    private final Clock clock;

    ClearsMail(MessageRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail.clearing";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        rows.clear(clock.instant());
    }
}

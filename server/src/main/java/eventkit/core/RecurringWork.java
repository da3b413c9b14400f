package eventkit.core;

import java.time.Duration;

/** Work that comes round by itself; each round runs on one server only. Safe to repeat, a transaction of its own for each step. */
public interface RecurringWork {
    /** The name stored with the schedule; must never change once released. */
    String name();

    Duration every();

    void run();
}

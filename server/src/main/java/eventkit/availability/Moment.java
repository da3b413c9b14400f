package eventkit.availability;

import java.time.Instant;

/** When a question is asked: what was to be back before {@code now} is away until {@code lateUntil}. */
record Moment(int now, int lateUntil) {
    /** As it was at another moment, with the same horizon. */
    Moment at(Instant then) {
        int second = Seconds.beginning(then);
        if (lateUntil == Seconds.FOREVER) return new Moment(second, lateUntil);
        return new Moment(second, second + (lateUntil - now));
    }

    static Moment of(Instant now, Horizon horizon) {
        return new Moment(Seconds.beginning(now), horizon.end(now));
    }
}

package eventkit.availability;

import java.time.Instant;

/** When a question is asked: what was to be back before {@code now} is away until {@code lateUntil}. */
record Moment(int now, int lateUntil) {
    static Moment of(Instant now, Horizon horizon) {
        return new Moment(Seconds.beginning(now), horizon.end(now));
    }
}

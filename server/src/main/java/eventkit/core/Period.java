package eventkit.core;

import java.time.Duration;
import java.time.Instant;

/** The half-open time {@code [from, to)}: what ends at 10:00 does not touch what begins at 10:00. */
public record Period(Instant from, Instant to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period must end after it begins: " + from + " to " + to);
        }
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}

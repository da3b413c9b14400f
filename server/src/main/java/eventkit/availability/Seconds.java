package eventkit.availability;

import eventkit.core.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Instants as whole seconds in 32 bits, for arrays that fit into the processor's caches: from 1931 to 2068. A beginning is rounded down and an end up,
 * so that rounding never frees anything.
 */
final class Seconds {
    /** Before everything, so before every beginning. */
    static final int ALWAYS = Integer.MIN_VALUE;

    /** After everything: an end that is not known. */
    static final int FOREVER = Integer.MAX_VALUE;

    /** 2000-01-01T00:00:00Z, from where PostgreSQL counts, too. */
    static final long ZERO = 946_684_800L;

    private Seconds() {}

    static int beginning(Instant instant) {
        return within(instant.getEpochSecond() - ZERO);
    }

    static int end(Instant instant) {
        return within(instant.getEpochSecond() - ZERO + (instant.getNano() == 0 ? 0 : 1));
    }

    static int ofEpoch(long second) {
        return within(second - ZERO);
    }

    static int from(Period period) {
        return beginning(period.from());
    }

    static int to(Period period) {
        return end(period.to());
    }

    static int beginningOrAlways(@Nullable Instant instant) {
        return instant == null ? ALWAYS : beginning(instant);
    }

    static int endOrForever(@Nullable Instant instant) {
        return instant == null ? FOREVER : end(instant);
    }

    /** Seconds since 1970, as PostgreSQL's {@code to_timestamp} takes them; null for {@code ALWAYS} and {@code FOREVER}. */
    static @Nullable Long epoch(int seconds) {
        return seconds == ALWAYS || seconds == FOREVER ? null : (Long) (seconds + ZERO);
    }

    /** {@code ALWAYS} and {@code FOREVER} become the farthest instants. */
    static Instant instant(int seconds) {
        return switch (seconds) {
            case ALWAYS -> Instant.MIN;
            case FOREVER -> Instant.MAX;
            default -> Instant.ofEpochSecond(seconds + ZERO);
        };
    }

    /** As people and programs can read it: what has no end ends when planning does, and what has no beginning began with it. */
    static Instant told(int seconds) {
        return switch (seconds) {
            case ALWAYS -> Instant.EPOCH;
            case FOREVER -> Availability.LATEST;
            default -> instant(seconds);
        };
    }

    private static int within(long seconds) {
        return (int) Math.clamp(seconds, ALWAYS + 1L, FOREVER - 1L);
    }
}

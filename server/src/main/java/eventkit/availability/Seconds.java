package eventkit.availability;

import eventkit.core.Period;
import java.time.Instant;

/**
 * Instants as whole seconds in 32 bits, for arrays that fit into the processor's caches: from 1931 to 2068. A beginning is rounded down and an end up,
 * so that rounding never frees anything.
 */
final class Seconds {
    /** Before everything, so before every beginning. */
    static final int ALWAYS = Integer.MIN_VALUE;

    /** After everything: an end that is not known. */
    static final int FOREVER = Integer.MAX_VALUE;

    /** 2000-01-01T00:00:00Z. */
    private static final long ZERO = 946_684_800L;

    private Seconds() {}

    static int beginning(Instant instant) {
        return within(instant.getEpochSecond() - ZERO);
    }

    static int end(Instant instant) {
        return within(instant.getEpochSecond() - ZERO + (instant.getNano() == 0 ? 0 : 1));
    }

    static int from(Period period) {
        return beginning(period.from());
    }

    static int to(Period period) {
        return end(period.to());
    }

    /** {@code ALWAYS} and {@code FOREVER} become the farthest instants. */
    static Instant instant(int seconds) {
        return switch (seconds) {
            case ALWAYS -> Instant.MIN;
            case FOREVER -> Instant.MAX;
            default -> Instant.ofEpochSecond(seconds + ZERO);
        };
    }

    private static int within(long seconds) {
        return (int) Math.clamp(seconds, ALWAYS + 1L, FOREVER - 1L);
    }
}

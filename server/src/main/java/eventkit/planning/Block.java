package eventkit.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the time on site: one day's set-up of one stage.
 *
 * @param id null for a new one
 * @param stage null for the whole event
 */
public record Block(
        @Nullable UUID id,
        Kind kind,
        @Nullable String stage,
        Instant from,
        Instant to,
        @Nullable String note) {
    public enum Kind {
        SETUP,
        SHOW,
        STRIKE
    }
}

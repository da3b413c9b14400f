package eventkit.availability;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Optional;

/** How much more is lacking than {@link Availability#shortfalls} tells of at once. */
public interface ShortStretches {
    /** @param stretches in which a stock lacks something; @param from when the first of them begins */
    record Untold(long stretches, Instant from) {}

    /** Nothing where all of them are told. */
    @Needs(Permission.ASSET_READ)
    Optional<Untold> untold();
}

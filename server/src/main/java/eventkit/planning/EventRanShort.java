package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed event lacks something that it did not lack before, or more of it.
 *
 * @param lacking {@code 2 × SM58}, of all that is new
 */
public record EventRanShort(
        UUID eventId, String number, String name, @Nullable UUID plannerId, List<String> lacking, Instant at)
        implements DomainEvent {}

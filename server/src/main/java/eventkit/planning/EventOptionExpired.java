package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Nobody confirmed in time; the dates are free for others. */
public record EventOptionExpired(UUID eventId, String number, Instant optionedUntil, Instant at)
        implements DomainEvent {}

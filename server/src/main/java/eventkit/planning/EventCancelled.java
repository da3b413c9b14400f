package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** It will not take place. */
public record EventCancelled(UUID eventId, String number, Phase from, String reason, Instant at)
        implements DomainEvent {}

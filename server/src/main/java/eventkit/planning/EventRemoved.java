package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** It was entered by mistake. */
public record EventRemoved(UUID eventId, String number, Instant at) implements DomainEvent {}

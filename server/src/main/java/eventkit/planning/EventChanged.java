package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Its details, dates or option changed. */
public record EventChanged(UUID eventId, String number, Instant at) implements DomainEvent {}

package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** An event was entered, by hand, as a copy or in a series. */
public record EventMade(UUID eventId, String number, Instant at) implements DomainEvent {}

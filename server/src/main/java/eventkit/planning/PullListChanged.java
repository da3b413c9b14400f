package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What an event wants has changed. */
public record PullListChanged(UUID eventId, UUID listId, long version, Instant at) implements DomainEvent {}

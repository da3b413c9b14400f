package eventkit.inventory;

import eventkit.core.DomainEvent;

/** A location was renamed, moved, archived or restored. */
public record LocationChanged(LocationId location) implements DomainEvent {}

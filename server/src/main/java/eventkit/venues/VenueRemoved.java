package eventkit.venues;

import eventkit.core.DomainEvent;

/** A venue that nothing referred to was deleted. */
public record VenueRemoved(VenueId venueId) implements DomainEvent {}

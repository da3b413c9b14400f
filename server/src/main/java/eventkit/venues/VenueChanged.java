package eventkit.venues;

import eventkit.core.DomainEvent;

/** A venue was made, changed, archived or restored. */
public record VenueChanged(VenueId venueId) implements DomainEvent {}

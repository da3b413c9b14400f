package eventkit.venues;

import org.jspecify.annotations.Nullable;

/** What others say of a room. */
public record RoomRef(
        RoomId id, VenueId venueId, String name, @Nullable Integer capacity) {}

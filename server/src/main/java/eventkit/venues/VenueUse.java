package eventkit.venues;

import java.util.Optional;

/**
 * A bean of a module that refers to venues or rooms. While any says that a venue is in use, it can be archived but not deleted; a room in use can not
 * be removed from its venue.
 */
public interface VenueUse {
    /** What uses it in a few words for people, {@code 3 events}; empty where nothing does. */
    Optional<String> of(VenueId venue);

    /** The same for one room. */
    Optional<String> of(RoomId room);
}

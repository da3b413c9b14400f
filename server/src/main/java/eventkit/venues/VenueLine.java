package eventkit.venues;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A venue in a list.
 *
 * @param rooms how many
 * @param capacity of its largest room
 * @param riggingPoints in all rooms
 */
public record VenueLine(
        VenueId id,
        String name,
        @Nullable String city,
        @Nullable String country,
        String timeZone,
        int rooms,
        @Nullable Integer capacity,
        int riggingPoints,
        List<String> tags,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant changedAt,
        long version) {}

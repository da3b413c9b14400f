package eventkit.venues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a venue.
 *
 * @param id null in what is given: a new one
 * @param role what they do there: {@code House technician}
 * @param preferred whom to ask first; one of a venue at most
 */
public record VenueContact(
        @Nullable UUID id,
        String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean preferred) {
    public VenueContact {
        preferred = Boolean.TRUE.equals(preferred);
    }
}

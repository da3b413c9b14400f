package eventkit.venues;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What others say of a venue. */
public record VenueRef(VenueId id, String name, @Nullable String city, ZoneId timeZone, boolean archived) {}

package eventkit.venues;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where events take place; {@link VenueDetails} says what the facts are. Everything in its lists has an id. */
public record Venue(
        VenueId id,
        String name,
        List<String> addressLines,
        @Nullable String city,
        @Nullable String country,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        String timeZone,
        @Nullable String web,
        @Nullable String loading,
        @Nullable String dock,
        @Nullable Integer doorWidthMillimetres,
        @Nullable Integer doorHeightMillimetres,
        @Nullable String parking,
        @Nullable String notes,
        List<String> tags,
        List<VenueContact> contacts,
        List<PowerSupply> powerSupplies,
        List<Room> rooms,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant changedAt,
        long version) {

    public VenueDetails details() {
        return new VenueDetails(
                name,
                addressLines,
                city,
                country,
                latitude,
                longitude,
                timeZone,
                web,
                loading,
                dock,
                doorWidthMillimetres,
                doorHeightMillimetres,
                parking,
                notes,
                tags,
                contacts,
                powerSupplies,
                rooms);
    }
}

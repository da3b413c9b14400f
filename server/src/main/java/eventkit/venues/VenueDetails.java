package eventkit.venues;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters about a venue; unknown facts stay null. Of lists, what has no id is new and what is left out is removed.
 *
 * @param latitude degrees, WGS 84; {@code longitude} likewise, both or neither
 * @param timeZone IANA, {@code Europe/Berlin}
 * @param loading how things get in; {@code dock} where trucks stand meanwhile
 * @param doorWidthMillimetres of the narrowest door on the way, {@code doorHeightMillimetres} likewise
 * @param powerSupplies of the whole venue; rooms have their own
 */
public record VenueDetails(
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
        List<Room> rooms) {
    public VenueDetails {
        addressLines = addressLines == null ? List.of() : List.copyOf(addressLines);
        tags = tags == null ? List.of() : List.copyOf(tags);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        powerSupplies = powerSupplies == null ? List.of() : List.copyOf(powerSupplies);
        rooms = rooms == null ? List.of() : List.copyOf(rooms);
    }

    /** Its own facts, without what is listed below it. */
    VenueDetails alone() {
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
                List.of(),
                List.of(),
                List.of());
    }
}

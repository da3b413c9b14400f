package eventkit.venues;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which venue it is. */
public record VenueId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VenueId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

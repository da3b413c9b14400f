package eventkit.venues;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which room it is. */
public record RoomId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

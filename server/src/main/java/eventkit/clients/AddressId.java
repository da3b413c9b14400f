package eventkit.clients;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which address of a client it is. */
public record AddressId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AddressId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

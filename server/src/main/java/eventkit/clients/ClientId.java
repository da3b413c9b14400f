package eventkit.clients;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which client it is. */
public record ClientId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

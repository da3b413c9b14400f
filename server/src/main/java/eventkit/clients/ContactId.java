package eventkit.clients;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which contact it is. */
public record ContactId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContactId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

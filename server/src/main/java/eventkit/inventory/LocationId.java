package eventkit.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which location it is. */
public record LocationId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

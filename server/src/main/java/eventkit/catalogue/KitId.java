package eventkit.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which kit it is. */
public record KitId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

package eventkit.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which asset it is. */
public record AssetId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Another location has the code. */
public final class LocationCodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationCodeTaken() {
        super("location-code-taken", Kind.CONFLICT, "Another location has this code. Use another one.", Map.of());
    }
}

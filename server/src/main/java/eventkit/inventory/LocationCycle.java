package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** A location would be inside itself. */
public final class LocationCycle extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationCycle() {
        super(
                "location-cycle",
                Kind.CONFLICT,
                "A location can not be moved into itself or into something inside it.",
                Map.of());
    }
}

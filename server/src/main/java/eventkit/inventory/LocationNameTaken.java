package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** A sibling has the name. */
public final class LocationNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationNameTaken() {
        super(
                "location-name-taken",
                Kind.CONFLICT,
                "There is already a location of this name in the same place.",
                Map.of());
    }
}

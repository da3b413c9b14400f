package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The tree of locations would grow deeper than 20. */
public final class LocationTooDeep extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationTooDeep() {
        super("location-too-deep", Kind.CONFLICT, "Locations nest at most 20 deep.", Map.of());
    }
}

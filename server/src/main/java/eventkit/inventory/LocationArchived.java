package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Nothing goes to an archived location. */
public final class LocationArchived extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationArchived(LocationId id) {
        super(
                "location-archived",
                Kind.CONFLICT,
                "This location is archived. Restore it, or choose another one.",
                Map.of("id", id));
    }
}

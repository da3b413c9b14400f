package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Things are at the location. */
public final class LocationInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationInUse(Map<String, Long> counts) {
        super(
                "location-in-use",
                Kind.CONFLICT,
                "Things are still here or beneath it. Move them away first.",
                Map.of("counts", counts));
    }
}

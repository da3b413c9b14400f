package eventkit.venues;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Something refers to the venue. */
public final class VenueInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public VenueInUse(List<String> uses) {
        super(
                "venue-in-use",
                Kind.CONFLICT,
                "The venue is in use" + (uses.isEmpty() ? "" : ": " + String.join(", ", uses))
                        + ". Archive it instead.",
                Map.of("uses", uses));
    }
}

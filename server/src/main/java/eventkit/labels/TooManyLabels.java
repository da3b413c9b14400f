package eventkit.labels;

import eventkit.core.Refusal;
import java.util.Map;

/** More labels than one print run holds. */
public final class TooManyLabels extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyLabels(int most, long asked) {
        super(
                "too-many-labels",
                Kind.TOO_LARGE,
                "Print at most " + most
                        + " labels at once. Select fewer, or print them as a run in the background (POST /api/v1/label-runs).",
                Map.of("most", most, "asked", asked));
    }
}

package eventkit.labels;

import eventkit.core.Jobs;
import eventkit.core.Refusal;
import java.util.Map;

/** The labels are still being printed, or their job came to nothing. */
public final class LabelsNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    public LabelsNotReady(Jobs.State state) {
        super(
                "labels-not-ready",
                Kind.CONFLICT,
                "There is no file of these labels: their job is " + state.name().toLowerCase(java.util.Locale.ROOT)
                        + ". Wait until it is done, or print anew.",
                Map.of("state", state.name()));
    }
}

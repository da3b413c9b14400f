package eventkit.portal;

import eventkit.core.Refusal;
import java.util.Map;

/** It is confirmed or withdrawn, and stays that. */
public final class AcceptanceSettled extends Refusal {
    private static final long serialVersionUID = 1L;

    public AcceptanceSettled(AcceptanceState state) {
        super(
                "acceptance-settled",
                Kind.CONFLICT,
                state == AcceptanceState.CONFIRMED
                        ? "It is confirmed already. Cancel the event instead."
                        : "It was withdrawn already.",
                Map.of("state", state));
    }
}

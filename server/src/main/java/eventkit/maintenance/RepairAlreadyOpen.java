package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** An asset has one open repair at most. */
public final class RepairAlreadyOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    public RepairAlreadyOpen() {
        super(
                "repair-already-open",
                Kind.CONFLICT,
                "This asset has an open repair already. Add to that one.",
                Map.of());
    }
}

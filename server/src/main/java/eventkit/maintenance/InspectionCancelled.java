package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** It does not count any more. */
public final class InspectionCancelled extends Refusal {
    private static final long serialVersionUID = 1L;

    public InspectionCancelled() {
        super("inspection-cancelled", Kind.CONFLICT, "This inspection is cancelled already.", Map.of());
    }
}

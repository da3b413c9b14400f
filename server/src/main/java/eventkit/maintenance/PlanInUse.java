package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** A plan with inspections on record stays, because the record names it. */
public final class PlanInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public PlanInUse(String name) {
        super(
                "plan-in-use",
                Kind.CONFLICT,
                "The plan " + name + " has inspections on record. Archive it instead.",
                Map.of("name", name));
    }
}

package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** Plans in use have different names. */
public final class PlanNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public PlanNameTaken() {
        super("plan-name-taken", Kind.CONFLICT, "There is a plan of this name already. Choose another name.", Map.of());
    }
}

package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Another condition has the name. */
public final class ConditionTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public ConditionTaken() {
        super("condition-taken", Kind.CONFLICT, "There is already a condition of this name.", Map.of());
    }
}

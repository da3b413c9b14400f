package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Assets are in the condition. */
public final class ConditionInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public ConditionInUse() {
        super(
                "condition-in-use",
                Kind.CONFLICT,
                "Assets are still in this condition. Give them another one first.",
                Map.of());
    }
}

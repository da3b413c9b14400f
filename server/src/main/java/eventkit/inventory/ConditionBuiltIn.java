package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Built-in conditions stay. */
public final class ConditionBuiltIn extends Refusal {
    private static final long serialVersionUID = 1L;

    public ConditionBuiltIn() {
        super(
                "condition-built-in",
                Kind.CONFLICT,
                "This condition is built in: only its label and its place in the list can change.",
                Map.of());
    }
}

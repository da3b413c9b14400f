package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** Nothing is inspected under an archived plan. */
public final class PlanArchived extends Refusal {
    private static final long serialVersionUID = 1L;

    public PlanArchived(String name) {
        super(
                "plan-archived",
                Kind.CONFLICT,
                "The plan " + name + " is archived. Take it back into use first.",
                Map.of("name", name));
    }
}

package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** Deals stand in a stage that is removed, or is to mean something else. */
public final class StageInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public StageInUse(String name, int deals) {
        super(
                "stage-in-use",
                Kind.CONFLICT,
                "Deals stand in the stage " + name + ". Move them to another stage first.",
                Map.of("name", name, "deals", deals));
    }
}

package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** The plan is for other products, or the asset is gone. */
public final class PlanNotForAsset extends Refusal {
    private static final long serialVersionUID = 1L;

    public PlanNotForAsset(String plan, String asset) {
        super(
                "plan-not-for-asset",
                Kind.CONFLICT,
                "The plan " + plan + " does not apply to " + asset + ".",
                Map.of("plan", plan, "asset", asset));
    }
}

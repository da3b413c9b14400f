package eventkit.sourcing;

import eventkit.core.Refusal;
import java.util.Map;

/** What is over stays as it was. */
public final class StockPlanOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public StockPlanOver(StockPlan plan) {
        super(
                "stock-plan-over",
                Kind.CONFLICT,
                plan.number() + " is " + plan.state() + " and stays as it is. Plan it again first, or make a new one.",
                Map.of("number", plan.number(), "state", plan.state()));
    }
}

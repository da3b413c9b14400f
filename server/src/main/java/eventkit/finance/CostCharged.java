package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** What stands on an invoice stays. */
public final class CostCharged extends Refusal {
    private static final long serialVersionUID = 1L;

    public CostCharged(Cost cost) {
        super(
                "cost-charged",
                Kind.CONFLICT,
                cost.text()
                        + " is charged on an invoice already, or was taken back. Credit that invoice first, or leave the line out.",
                Map.of("cost", cost.text()));
    }
}

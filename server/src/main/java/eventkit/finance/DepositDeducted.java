package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** A deposit is deducted once, and what is deducted is not credited. */
public final class DepositDeducted extends Refusal {
    private static final long serialVersionUID = 1L;

    public DepositDeducted() {
        super(
                "deposit-deducted",
                Kind.CONFLICT,
                "This deposit is deducted by another invoice. Remove it there first, or credit that invoice.",
                Map.of());
    }
}

package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** An invoice needs something to bill. */
public final class NothingToCharge extends Refusal {
    private static final long serialVersionUID = 1L;

    public NothingToCharge() {
        super(
                "nothing-to-charge",
                Kind.CONFLICT,
                "Nothing is to be charged on for this event. Mark the costs that the client is to pay.",
                Map.of());
    }
}

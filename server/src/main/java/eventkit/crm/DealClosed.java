package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** A deal that is won or lost stays as it was when it was closed. */
public final class DealClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    public DealClosed(Deal deal) {
        super(
                "deal-closed",
                Kind.CONFLICT,
                deal.number() + " is closed. Move it back to an open stage first.",
                Map.of("number", deal.number(), "state", deal.state().name()));
    }
}

package eventkit.finance;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** An invoice must say more than this one does before it goes out. */
public final class InvoiceNotComplete extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param missing sentences that say what to do */
    public InvoiceNotComplete(List<String> missing) {
        super(
                "invoice-not-complete",
                Kind.CONFLICT,
                String.join(" ", missing),
                Map.of("missing", String.join(" ", missing)));
    }
}

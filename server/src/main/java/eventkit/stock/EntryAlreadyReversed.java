package eventkit.stock;

import eventkit.core.Refusal;
import java.util.Map;

/** An entry is taken back once. */
public final class EntryAlreadyReversed extends Refusal {
    private static final long serialVersionUID = 1L;

    public EntryAlreadyReversed() {
        super(
                "stock-entry-reversed",
                Kind.CONFLICT,
                "This entry was taken back already. Look at the ledger.",
                Map.of());
    }
}

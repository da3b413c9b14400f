package eventkit.stock;

import eventkit.core.Refusal;
import java.util.Map;

/** This kind of entry is undone another way. */
public final class EntryNotReversible extends Refusal {
    private static final long serialVersionUID = 1L;

    public EntryNotReversible(StockEntry.Kind kind) {
        super(
                "stock-entry-not-reversible",
                Kind.CONFLICT,
                switch (kind) {
                    case PACK, UNPACK -> "Packing is undone by unpacking the case, and the other way round.";
                    case ISSUE -> "Issued stock comes back by its return.";
                    case REVERSAL -> "This is a reversal itself. Make the change again instead.";
                    case COUNT, ADJUSTMENT, RECEIPT, CONSUMED, MOVE ->
                        "This entry changed nothing that could be taken back.";
                },
                Map.of("kind", kind));
    }
}

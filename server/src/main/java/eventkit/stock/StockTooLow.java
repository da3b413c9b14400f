package eventkit.stock;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** Fewer pieces lie there than are to be taken. */
public final class StockTooLow extends Refusal {
    private static final long serialVersionUID = 1L;

    public StockTooLow(String product, UUID productId, String location, UUID locationId, long there, long wanted) {
        super(
                "stock-too-low",
                Kind.CONFLICT,
                "%s: %d at %s, not %d. Take fewer, or count what is really there."
                        .formatted(product, there, location, wanted),
                Map.of("productId", productId, "locationId", locationId, "there", there, "wanted", wanted));
    }
}

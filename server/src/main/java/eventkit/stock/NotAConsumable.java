package eventkit.stock;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** Only what is used up is bought again at a reorder point. */
public final class NotAConsumable extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotAConsumable(String product, UUID productId) {
        super(
                "not-a-consumable",
                Kind.CONFLICT,
                product + " is no consumable, so it has no reorder point. Change the product's kind first.",
                Map.of("productId", productId));
    }
}

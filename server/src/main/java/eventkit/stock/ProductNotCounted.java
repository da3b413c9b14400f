package eventkit.stock;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** A serialised product has assets, one by one, and no counted quantity. */
public final class ProductNotCounted extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductNotCounted(String product, UUID productId) {
        super(
                "product-not-counted",
                Kind.CONFLICT,
                product + " is serialised: each piece is an asset. Register or move its assets instead.",
                Map.of("productId", productId));
    }
}

package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The product is counted, not numbered. */
public final class ProductNotSerialised extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductNotSerialised(eventkit.catalogue.ProductId product) {
        super(
                "product-not-serialised",
                Kind.CONFLICT,
                "Assets belong to serialised products. Count this one as stock, or change its kind first.",
                Map.of("productId", product));
    }
}

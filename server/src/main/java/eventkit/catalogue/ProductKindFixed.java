package eventkit.catalogue;

import eventkit.core.Refusal;

/** What is kept of a product (assets, counted stock) depends on its kind. */
public final class ProductKindFixed extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductKindFixed() {
        super(
                "product-kind-fixed",
                Kind.CONFLICT,
                "The product is in use, so it stays serialised, bulk or consumable as it is. Make a new product instead.");
    }
}

package eventkit.catalogue;

import eventkit.core.Refusal;

/** A barcode belongs to one product only. */
public final class ProductBarcodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductBarcodeTaken() {
        super(
                "product-barcode-taken",
                Kind.CONFLICT,
                "Another product has this barcode. Remove it there first, or check the digits.");
    }
}

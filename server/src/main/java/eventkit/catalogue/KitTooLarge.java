package eventkit.catalogue;

import eventkit.core.Refusal;

/** Quantities multiply through sub-kits; this comes to more than 1,000,000,000 pieces of one product, or to more than 20 levels. */
public final class KitTooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    public KitTooLarge() {
        super(
                "kit-too-large",
                Kind.CONFLICT,
                "One such kit would take more than a thousand million pieces of a product, or nests deeper than 20. Check the quantities.");
    }
}

package eventkit.catalogue;

import eventkit.core.Refusal;

/** Another product has this number prefix; asset numbers would be ambiguous. */
public final class ProductPrefixTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductPrefixTaken() {
        super(
                "product-prefix-taken",
                Kind.CONFLICT,
                "Another product's numbers begin with this prefix. Choose a different one.");
    }
}

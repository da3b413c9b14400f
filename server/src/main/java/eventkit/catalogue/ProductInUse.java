package eventkit.catalogue;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Something refers to the product. */
public final class ProductInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductInUse(List<String> uses) {
        super(
                "product-in-use",
                Kind.CONFLICT,
                "The product is in use" + (uses.isEmpty() ? "" : ": " + String.join(", ", uses))
                        + ". Archive it instead.",
                Map.of("uses", uses));
    }
}

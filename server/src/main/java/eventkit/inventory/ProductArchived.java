package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Nothing new is registered of an archived product. */
public final class ProductArchived extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductArchived(eventkit.catalogue.ProductId product) {
        super(
                "product-archived",
                Kind.CONFLICT,
                "This product is archived. Take it back from the archive before you register assets of it.",
                Map.of("productId", product));
    }
}

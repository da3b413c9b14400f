package eventkit.catalogue;

import eventkit.core.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Manufacturer and model name one product only. */
public final class ProductExists extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProductExists(@Nullable ProductId id) {
        super(
                "product-exists",
                Kind.CONFLICT,
                "There is a product of this manufacturer and model already. Open that one, or change the model.",
                id == null ? Map.of() : Map.of("productId", id));
    }
}

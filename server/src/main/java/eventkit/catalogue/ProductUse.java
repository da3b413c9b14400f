package eventkit.catalogue;

import java.util.Optional;

/** A bean of a module that refers to products. While any says that a product is in use, it can be archived but neither deleted nor change its kind. */
public interface ProductUse {
    /** What uses it in a few words for people, {@code 12 assets}; empty where nothing does. */
    Optional<String> of(ProductId product);
}

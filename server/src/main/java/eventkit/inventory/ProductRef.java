package eventkit.inventory;

import eventkit.catalogue.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The product as asset pages name it. */
public record ProductRef(
        ProductId id,
        String name,
        String manufacturer,
        String model,
        @Nullable UUID categoryId,
        @Nullable String categoryName) {}

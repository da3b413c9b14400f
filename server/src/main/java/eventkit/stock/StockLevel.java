package eventkit.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many pieces of a product lie loose at a location. {@code version} counts the ledger entries that made it. */
public record StockLevel(
        UUID id,
        UUID productId,
        String productName,
        String productKind,
        @Nullable UUID categoryId,
        UUID locationId,
        String locationName,
        long quantity,
        @Nullable Instant countedAt,
        Instant changedAt,
        long version) {}

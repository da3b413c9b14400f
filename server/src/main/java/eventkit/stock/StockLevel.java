package eventkit.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of a product lie loose at a location.
 *
 * @param locationPath names from the outermost location down to this one
 * @param version counts the ledger entries that made it
 */
public record StockLevel(
        UUID id,
        UUID productId,
        String productName,
        String productKind,
        @Nullable UUID categoryId,
        UUID locationId,
        String locationName,
        List<String> locationPath,
        long quantity,
        @Nullable Instant countedAt,
        Instant changedAt,
        long version) {}

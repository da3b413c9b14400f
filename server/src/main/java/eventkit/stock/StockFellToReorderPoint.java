package eventkit.stock;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The loose stock of a product reached its reorder point; announced once until it has risen above it again. */
public record StockFellToReorderPoint(
        UUID productId,
        String productName,
        long loose,
        long reorderPoint,
        @Nullable Long reorderQuantity,
        @Nullable String supplier,
        Instant at)
        implements DomainEvent {}

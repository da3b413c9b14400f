package eventkit.stock;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Pieces came or went; {@code quantity} is what lies at the location now. */
public record StockChanged(
        UUID productId, UUID locationId, StockEntry.Kind kind, long delta, long quantity, UUID entryId, Instant at)
        implements DomainEvent {}

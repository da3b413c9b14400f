package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;

/** Assets were retired, sold or handed over. */
public record AssetDisposed(List<AssetId> assets, Instant at) implements DomainEvent {}

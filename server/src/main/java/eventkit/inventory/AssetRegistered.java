package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.util.List;

/** Assets were registered, many at once as one fact. */
public record AssetRegistered(List<AssetId> assets) implements DomainEvent {}

package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.util.List;

/** What is written about assets changed; not where they are, nor their status. */
public record AssetChanged(List<AssetId> assets) implements DomainEvent {}

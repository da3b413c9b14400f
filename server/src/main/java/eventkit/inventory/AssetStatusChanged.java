package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assets came into another status. */
public record AssetStatusChanged(List<Change> changes, Instant at) implements DomainEvent {
    /** @param reference what for, in the words of the module that caused it */
    public record Change(
            AssetId asset,
            AssetStatus from,
            AssetStatus to,
            @Nullable String reference) {}
}

package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assets went from one place to another. */
public record AssetMoved(List<Move> moves, Instant at) implements DomainEvent {
    /** @param reference what for, in the words of the module that moved it */
    public record Move(
            AssetId asset,
            @Nullable LocationId from,
            @Nullable LocationId to,
            @Nullable String reference) {}
}

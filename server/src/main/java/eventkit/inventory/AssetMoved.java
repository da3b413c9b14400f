package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assets went from one place to another. @param reference what for, in the words of the module that moved them */
public record AssetMoved(List<Move> moves, @Nullable String reference, Instant at) implements DomainEvent {
    public record Move(
            AssetId asset,
            @Nullable LocationId from,
            @Nullable LocationId to) {}
}

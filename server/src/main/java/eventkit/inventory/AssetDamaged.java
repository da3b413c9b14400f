package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody reported assets damaged; not those that came back from repair as they went. @param reason what is wrong, as they put it */
public record AssetDamaged(
        List<AssetId> assets,
        @Nullable String reason,
        @Nullable UUID reportedBy,
        Instant at) implements DomainEvent {}

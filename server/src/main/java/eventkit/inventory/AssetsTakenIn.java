package eventkit.inventory;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import registered or changed many assets; told once for all of them. */
public record AssetsTakenIn(@Nullable UUID importId, long created, long updated, Instant at) implements DomainEvent {}

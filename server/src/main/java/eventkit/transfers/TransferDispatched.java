package eventkit.transfers;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer has left. */
public record TransferDispatched(
        UUID transferId,
        String number,
        UUID fromId,
        UUID toId,
        long lines,
        @Nullable UUID byId,
        Instant at) implements DomainEvent {}

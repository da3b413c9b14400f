package eventkit.maintenance;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody found a fault. @param item what is broken, as people say it; @param byId null where the system did */
public record RepairReported(
        UUID jobId,
        String number,
        @Nullable UUID assetId,
        UUID productId,
        String item,
        Severity severity,
        @Nullable UUID byId,
        Instant at)
        implements DomainEvent {}

package eventkit.maintenance;

import eventkit.core.DomainEvent;
import eventkit.core.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A repair is over, one way or another. @param totalCost null where nothing was entered */
public record RepairEnded(
        UUID jobId,
        String number,
        @Nullable UUID assetId,
        UUID productId,
        MaintenanceJobState state,
        @Nullable Money totalCost,
        Instant at)
        implements DomainEvent {}

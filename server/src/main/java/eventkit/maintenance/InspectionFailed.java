package eventkit.maintenance;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset did not pass and is unfit until it does. */
public record InspectionFailed(
        UUID inspectionId,
        UUID assetId,
        String assetNumber,
        UUID planId,
        String planName,
        @Nullable UUID byId,
        Instant at)
        implements DomainEvent {}

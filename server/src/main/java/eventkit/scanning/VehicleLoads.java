package eventkit.scanning;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an event left on which vehicle, and what that weighs and takes up. */
public interface VehicleLoads {
    /**
     * One thing, or so many pieces; a case with all that is in it.
     *
     * @param weightGrams all that is known of it
     * @param weightsUnknown of how many pieces it is not known
     * @param volumeCubicMillimetres null where a dimension is missing
     * @param at when it was loaded
     * @param back whether it has come back; null where pieces were counted, which nobody tells apart
     */
    record Item(
            ThingKind kind,
            UUID id,
            String label,
            String name,
            long quantity,
            long weightGrams,
            long weightsUnknown,
            @Nullable Long volumeCubicMillimetres,
            Instant at,
            @Nullable Boolean back) {}

    /**
     * @param vehicle null for what left without one being named
     * @param volumesUnknown of how many items the volume is missing
     */
    record Load(
            @Nullable String vehicle,
            long pieces,
            long weightGrams,
            long weightsUnknown,
            long volumeCubicMillimetres,
            long volumesUnknown,
            List<Item> items) {}

    /** By vehicle; what is on none comes last. Throws {@link eventkit.core.NotFound}. */
    @Needs(Permission.EVENT_READ)
    List<Load> of(UUID eventId);
}

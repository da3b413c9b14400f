package eventkit.planning;

import eventkit.core.Money;
import eventkit.core.Period;
import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job, or a template of one.
 *
 * @param number null for a template
 * @param warehouseId where it is prepared and whose stock it takes; null where there is none yet
 * @param phaseSince when it came into its phase, whichever own phase that was
 * @param optionedUntil null where it is not optioned
 * @param timeZone in which its people read the clock
 * @param from on site, as is {@code to}
 * @param occupiedFrom with what its occupancy adds; lines may reach further
 * @param value what it may bring; @param probabilityPercent how likely it comes
 * @param seriesId the same for all events that recur together
 */
public record Event(
        UUID id,
        boolean template,
        @Nullable String number,
        String name,
        @Nullable UUID projectId,
        @Nullable String projectName,
        @Nullable UUID clientId,
        @Nullable String clientName,
        @Nullable UUID venueId,
        @Nullable String venueName,
        @Nullable UUID roomId,
        @Nullable String roomName,
        @Nullable UUID plannerId,
        @Nullable String plannerName,
        @Nullable UUID warehouseId,
        @Nullable String warehouseName,
        UUID typeId,
        String typeName,
        @Nullable String colour,
        Phase phase,
        @Nullable UUID ownPhaseId,
        @Nullable String ownPhaseName,
        Instant phaseSince,
        @Nullable Instant optionedUntil,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        List<String> tags,
        String timeZone,
        Instant from,
        Instant to,
        Occupancy occupancy,
        Instant occupiedFrom,
        Instant occupiedTo,
        List<Block> blocks,
        @Nullable String notes,
        Map<String, JsonNode> custom,
        @Nullable Money value,
        @Nullable Integer probabilityPercent,
        @Nullable UUID seriesId,
        Instant createdAt,
        Instant changedAt,
        long version) {

    Period onSite() {
        return new Period(from, to);
    }

    /** What people call it. */
    String label() {
        return number == null ? name : number;
    }

    /** Its number and its name, for where it stands alone. */
    String titled() {
        return number == null ? name : number + " " + name;
    }

    Subject subject() {
        return new Subject(EventRegister.KIND, id, titled());
    }
}

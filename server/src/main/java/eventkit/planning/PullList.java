package eventkit.planning;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Equipment that an event needs.
 *
 * @param eventNumber null for a template
 * @param locked the warehouse works from it: it changes only when unlocked
 * @param warehouseId null where it takes the event's, which {@code takenFromId} then is
 * @param lines how many
 */
public record PullList(
        UUID id,
        UUID eventId,
        @Nullable String eventNumber,
        String eventName,
        Phase eventPhase,
        String name,
        @Nullable String note,
        @Nullable UUID warehouseId,
        @Nullable UUID takenFromId,
        @Nullable String takenFromName,
        boolean locked,
        @Nullable Instant unlockedAt,
        @Nullable String unlockedByName,
        @Nullable String unlockReason,
        List<PullGroup> groups,
        long lines,
        Instant changedAt,
        long version) {

    /** What people call the event. */
    String eventLabel() {
        return eventNumber == null ? eventName : eventNumber;
    }

    Subject subject() {
        var event = eventNumber == null ? eventName : eventNumber + " " + eventName;
        return new Subject(PullLists.KIND, id, event + ", " + name);
    }
}

package eventkit.planning;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events that belong together.
 *
 * @param colour {@code #rrggbb}
 * @param events how many; those between {@code firstAt} and {@code lastAt} that are not cancelled
 */
public record Project(
        UUID id,
        String number,
        String name,
        Kind kind,
        @Nullable UUID clientId,
        @Nullable String clientName,
        @Nullable String colour,
        @Nullable String notes,
        long events,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public enum Kind {
        TOUR,
        FESTIVAL,
        SERIES
    }

    /** Its number and its name, for where it stands alone. */
    String titled() {
        return number + " " + name;
    }

    Subject subject() {
        return new Subject(Projects.KIND, id, titled());
    }
}

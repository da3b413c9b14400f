package eventkit.planning;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event, with the company's own way through it.
 *
 * @param standard what new events are of; exactly one type is
 * @param workflow own phases in their order; empty: the built-in ones as they are
 */
public record EventType(
        UUID id,
        String name,
        @Nullable String colour,
        boolean standard,
        List<OwnPhase> workflow,
        @Nullable Instant archivedAt,
        long version) {

    /**
     * @param id null for a new one
     * @param phase what it is to every rule; a phase may have several own ones, or none
     */
    public record OwnPhase(@Nullable UUID id, String name, Phase phase) {}

    Subject subject() {
        return new Subject(EventTypes.KIND, id, name);
    }
}

package eventkit.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be thought of, with who saw to it and when. */
public record Checklist(UUID id, UUID eventId, String name, List<Task> items, long version) {
    public record Task(
            UUID id,
            String text,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            @Nullable String doneByName) {}
}

package eventkit.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person is told.
 *
 * @param text in English; screens say {@code type} and {@code facts} in the reader's language
 * @param readAt null while unread
 */
public record Notification(
        UUID id,
        NotificationType type,
        String text,
        @Nullable About subject,
        Map<String, Object> facts,
        Instant at,
        @Nullable Instant readAt) {
    /** What it is about, to open it; {@code id} is null where a list says more than one thing. */
    public record About(String kind, @Nullable UUID id, String label) {}
}

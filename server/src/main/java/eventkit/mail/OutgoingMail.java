package eventkit.mail;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail in the log.
 *
 * @param nextTry of a queued one
 * @param lastError what the server said, or why it was not reached
 * @param about what it belongs to
 */
public record OutgoingMail(
        UUID id,
        MailKind kind,
        MailState state,
        @Nullable String toName,
        String toAddress,
        String subject,
        int attempts,
        @Nullable Instant nextTry,
        @Nullable String lastError,
        @Nullable Subject about,
        String createdByName,
        Instant createdAt,
        @Nullable Instant sentAt,
        Instant changedAt,
        long version) {
    Subject named() {
        return new Subject(SentMail.KIND, id, subject);
    }
}

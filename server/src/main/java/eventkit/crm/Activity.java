package eventkit.crm;

import eventkit.core.Subject;
import eventkit.mail.MailState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said or agreed with a client, or is to be done for it.
 *
 * @param at when it was or will be; of a task until when
 * @param remindAt when its assignee is told
 * @param doneAt only of tasks
 */
public record Activity(
        UUID id,
        Kind kind,
        String subject,
        @Nullable String text,
        Named client,
        @Nullable OfDeal deal,
        @Nullable Named contact,
        Instant at,
        @Nullable Instant remindAt,
        @Nullable Instant doneAt,
        @Nullable Named assignee,
        @Nullable OfEmail email,
        String createdByName,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public enum Kind {
        CALL,
        EMAIL,
        MEETING,
        TASK,
        NOTE
    }

    /** What was written from here, and what became of it. */
    public record OfEmail(UUID id, MailState state) {}

    public record OfDeal(UUID id, String number, String name) {}

    Subject named() {
        return new Subject(Activities.KIND, id, subject);
    }
}

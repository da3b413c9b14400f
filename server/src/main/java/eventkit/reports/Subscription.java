package eventkit.reports;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is mailed again and again.
 *
 * @param day of the week from Monday; of the month, or of the first month of the quarter
 * @param hour by the company's clocks
 * @param nextAt null: stopped
 * @param stoppedBy who asked for it, or of whom something was lost
 */
public record Subscription(
        UUID id,
        Named owner,
        ReportKind report,
        String name,
        Question question,
        Reports.Format format,
        Rhythm rhythm,
        int day,
        int hour,
        List<Named> recipients,
        @Nullable Instant nextAt,
        @Nullable Instant stoppedAt,
        @Nullable Reason stoppedReason,
        @Nullable String stoppedBy,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public enum Reason {
        ASKED,
        PERMISSION_LOST,
        PERSON_GONE
    }

    Subject subject() {
        return new Subject(Subscriptions.KIND, id, name);
    }
}

package eventkit.labels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A label printed ahead.
 *
 * @param shortCode what stands on it for people
 * @param boundLabel what it stands on is called now; null while it is blank, and where that thing is gone or not the caller's to see
 */
public record BlankLabel(
        UUID id,
        String shortCode,
        Instant printedAt,
        @Nullable String printedBy,
        @Nullable LabelKind boundKind,
        @Nullable UUID boundId,
        @Nullable String boundLabel,
        @Nullable Instant boundAt,
        @Nullable String boundBy,
        long version) {}

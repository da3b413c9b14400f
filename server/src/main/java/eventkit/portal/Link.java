package eventkit.portal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to a quote without an account, good for whoever has it.
 *
 * @param forName whom it was made for
 * @param openedAt when somebody last read the quote by it
 */
public record Link(
        UUID id,
        String forName,
        Instant createdAt,
        String createdByName,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant openedAt) {}

package eventkit.scanning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A phone or tablet that signs in by itself, as the person who let it. */
public record Device(
        UUID id,
        String name,
        UUID userId,
        String userName,
        Instant enrolledAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {}

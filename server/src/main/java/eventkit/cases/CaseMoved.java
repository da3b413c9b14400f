package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A case went elsewhere, and with it everything inside: {@code caseIds} are it and all inner cases. */
public record CaseMoved(
        UUID caseId,
        String number,
        UUID fromLocationId,
        UUID toLocationId,
        List<UUID> caseIds,
        List<UUID> assetIds,
        Instant at)
        implements DomainEvent {}

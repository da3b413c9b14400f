package eventkit.imports;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file was imported. */
public record ImportFinished(
        UUID importId,
        ImportKind kind,
        String fileName,
        long created,
        long updated,
        long existing,
        long bad,
        @Nullable UUID byId,
        Instant at)
        implements DomainEvent {}

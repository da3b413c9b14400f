package eventkit.imports;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file was to be imported and could not be; its import says why. */
public record ImportFailed(
        UUID importId, String fileName, @Nullable UUID byId, Instant at) implements DomainEvent {}

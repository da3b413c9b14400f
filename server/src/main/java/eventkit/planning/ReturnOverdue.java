package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The equipment of a job was to be home by now, and the job is not yet in de-prep; said several times a day. */
public record ReturnOverdue(
        UUID eventId, String number, String name, @Nullable UUID plannerId, Instant since) implements DomainEvent {}

package eventkit.crm;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The time has come at which somebody wanted to be reminded of an activity. */
public record TaskDue(UUID activityId, UUID assigneeId, String subject, UUID clientId, String clientName, Instant at)
        implements DomainEvent {}

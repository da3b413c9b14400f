package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Its number, name or measures changed, or its status. */
public record CaseChanged(UUID caseId, String number, Instant at) implements DomainEvent {}

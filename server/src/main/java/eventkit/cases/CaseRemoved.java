package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A case that was never used was removed. */
public record CaseRemoved(UUID caseId, String number, Instant at) implements DomainEvent {}

package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A case was entered. */
public record CaseRegistered(UUID caseId, String number, Instant at) implements DomainEvent {}

package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Things were taken out of a case. */
public record CaseUnpacked(
        UUID caseId, String number, List<UUID> assetIds, List<Pieces> stock, List<UUID> innerCaseIds, Instant at)
        implements DomainEvent {}

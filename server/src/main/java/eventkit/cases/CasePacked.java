package eventkit.cases;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Things were put into a case. */
public record CasePacked(
        UUID caseId, String number, List<UUID> assetIds, List<Pieces> stock, List<UUID> innerCaseIds, Instant at)
        implements DomainEvent {}

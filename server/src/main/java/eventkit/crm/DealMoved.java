package eventkit.crm;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** A deal stands in another stage: opened, won, lost, or further on. */
public record DealMoved(UUID dealId, UUID clientId, DealState from, DealState to) implements DomainEvent {}

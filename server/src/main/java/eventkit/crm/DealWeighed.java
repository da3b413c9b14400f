package eventkit.crm;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** How likely an event comes may have changed: its deal was made, moved, weighed anew, or is another one now. */
public record DealWeighed(UUID dealId, UUID eventId) implements DomainEvent {}

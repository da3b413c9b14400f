package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** What a client said yes to is held: the deal is won, the event confirmed. */
public record OfferConfirmed(
        UUID acceptanceId, UUID quoteId, String number, String name, UUID eventId, String clientName)
        implements DomainEvent {}

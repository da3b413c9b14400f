package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** A client said no, and why. */
public record OfferDeclined(UUID quoteId, String number, String name, String clientName, String byName, String reason)
        implements DomainEvent {}

package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client said yes; whether it can be kept is not known yet. */
public record OfferAccepted(
        UUID acceptanceId,
        UUID quoteId,
        String number,
        String name,
        @Nullable UUID clientId,
        String clientName,
        String byName)
        implements DomainEvent {}

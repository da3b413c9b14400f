package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client said yes to what is not free any more. */
public record OfferWaits(
        UUID acceptanceId,
        UUID quoteId,
        String number,
        String name,
        @Nullable UUID eventId,
        String message) implements DomainEvent {}

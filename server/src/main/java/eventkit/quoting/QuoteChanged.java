package eventkit.quoting;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a quote came into another state: asked for approval, sent, viewed, accepted, declined, expired, superseded. */
public record QuoteChanged(
        UUID quoteId,
        UUID versionId,
        String number,
        String name,
        @Nullable UUID clientId,
        @Nullable UUID dealId,
        QuoteState from,
        QuoteState to)
        implements DomainEvent {}

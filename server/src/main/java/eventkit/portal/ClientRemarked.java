package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** A client asked or said something about a quote. */
public record ClientRemarked(UUID quoteId, String number, String name, String byName, String text)
        implements DomainEvent {}

package eventkit.finance;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note was issued: it has its number and was posted. */
public record InvoiceWentOut(
        UUID invoiceId,
        String number,
        InvoiceKind kind,
        UUID clientId,
        @Nullable UUID eventId) implements DomainEvent {}

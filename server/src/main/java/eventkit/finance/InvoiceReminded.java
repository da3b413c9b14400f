package eventkit.finance;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** A client was reminded of an invoice. */
public record InvoiceReminded(UUID invoiceId, String number, UUID clientId, int level, String title, String text)
        implements DomainEvent {}

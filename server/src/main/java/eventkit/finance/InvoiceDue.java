package eventkit.finance;

import eventkit.core.DomainEvent;
import java.util.UUID;

/** The day has passed by which an invoice was to be paid. */
public record InvoiceDue(UUID invoiceId, String number, String clientName, String open) implements DomainEvent {}

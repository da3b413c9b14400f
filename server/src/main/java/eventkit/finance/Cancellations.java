package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs that are cancelled after they were won: the stock is free again, what was billed is credited, and what was agreed for this is billed. */
public interface Cancellations {
    /** @param daysBefore the first day, below zero once it began */
    record Fee(Named quote, long daysBefore, BigDecimal percent, Money net) {}

    /**
     * @param gross what is credited
     * @param rest a part of it was credited before, and this is what was left
     * @param byHand a person has to credit the rest: VAT of the two notes, each rounded by itself, would leave a cent
     */
    record Credit(
            UUID invoiceId, String number, InvoiceKind kind, Money gross, Money paid, boolean rest, boolean byHand) {}

    /**
     * What cancelling today does, or what it did.
     *
     * @param possible the event is won and nothing has left the house yet, or it was cancelled without settling its money
     * @param settledOn null: not yet
     * @param fees by accepted quote; empty: none was agreed for so early
     * @param credits in the order in which they are credited
     * @param drafts of invoices that are thrown away
     * @param feeInvoice the draft of it, once it is settled
     */
    record Plan(
            Named event,
            String phase,
            boolean possible,
            @Nullable LocalDate settledOn,
            @Nullable String reason,
            List<Fee> fees,
            List<Credit> credits,
            List<Named> drafts,
            @Nullable Named feeInvoice) {}

    /** @param fee whether the agreed fee is billed; null: yes */
    record Cancel(String reason, @Nullable Boolean fee) {}

    @Needs(Permission.INVOICE_READ)
    Plan plan(UUID eventId);

    /**
     * All of it or nothing; done again it changes nothing. Needs {@link Permission#EVENT_CONFIRM} besides where the event is not cancelled yet. Throws
     * {@link eventkit.planning.IllegalEventMove}, {@link MonthClosed}.
     */
    @Needs(Permission.INVOICE_EDIT)
    Plan cancel(UUID eventId, Cancel cancel);
}

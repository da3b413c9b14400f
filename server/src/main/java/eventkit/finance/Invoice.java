package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client is asked to pay, or by a credit note what is taken back.
 *
 * @param number null while it is a draft
 * @param corrects the invoice that a credit note takes back
 * @param rate of the books' currency for one of this; null while it is a draft
 * @param dueOn null while it is a draft
 * @param overdue issued, open, and past its date
 * @param net without VAT
 * @param gross with it
 * @param deducted of deposits that were billed before
 * @param paid less what was paid back
 * @param credited by credit notes
 * @param open what is still to be paid; below zero: what is owed to the client
 * @param reminderLevel how often it was reminded of
 * @param entryId what was posted for it
 */
public record Invoice(
        UUID id,
        InvoiceKind kind,
        InvoiceState state,
        @Nullable String number,
        String title,
        Named client,
        @Nullable Named event,
        @Nullable Named deal,
        @Nullable UUID quoteId,
        @Nullable Named corrects,
        UUID seriesId,
        String language,
        String currency,
        @Nullable BigDecimal rate,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate suppliedFrom,
        @Nullable LocalDate suppliedTo,
        int paymentDays,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable String buyerReference,
        @Nullable String introduction,
        @Nullable String closing,
        Money net,
        Money vat,
        Money gross,
        Money deducted,
        Money paid,
        Money credited,
        Money open,
        int reminderLevel,
        @Nullable UUID entryId,
        Instant createdAt,
        String createdByName,
        Instant changedAt,
        long version) {

    /** What it asks for when it is issued. */
    public Money due() {
        return gross.minus(deducted);
    }

    String label() {
        return number == null ? title : number;
    }

    Subject subject() {
        return new Subject(Invoices.KIND, id, number == null ? title : number + " " + title);
    }
}

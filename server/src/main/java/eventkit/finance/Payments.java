package eventkit.finance;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients paid, what was paid back, and which invoices that settles. */
public interface Payments {
    String KIND = "payment";

    /** Empty and null: not filtered by it. @param free true: something of it is not for an invoice yet */
    record Filter(
            List<UUID> clients,
            List<UUID> invoices,
            @Nullable Boolean free,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Filter NONE = new Filter(List.of(), List.of(), null, null, null);
    }

    /** @param amount null: as much as is open and left */
    record Part(UUID invoiceId, @Nullable Money amount) {}

    /**
     * @param clientId null: as its first invoice says
     * @param paidOn null: today
     * @param amount below zero: paid back
     * @param rate of the books' currency for one of the payment's; needed where the two differ
     * @param parts what it is for; what is left stays free for later
     */
    record NewPayment(
            @Nullable UUID clientId,
            @Nullable LocalDate paidOn,
            Money amount,
            @Nullable BigDecimal rate,
            @Nullable String reference,
            @Nullable String note,
            List<Part> parts) {
        public NewPayment {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /** @param paidOn null: today @param amount null: all that is free; above zero */
    record Refund(
            @Nullable LocalDate paidOn,
            @Nullable Money amount,
            @Nullable String reference) {}

    record Cancellation(String reason) {}

    /** @param text of the file: a line of titles, then date, amount, currency, reference and payer, parted by comma, semicolon or tab @param dryRun true: only told what would be done */
    record Csv(String text, boolean dryRun) {}

    /**
     * @param line of the file, the first is 1
     * @param message what was done, or what to do
     * @param payer as the bank names them
     */
    record CsvLine(
            long line,
            CsvState state,
            String message,
            @Nullable LocalDate date,
            @Nullable Money amount,
            String payer,
            String reference,
            @Nullable Named client,
            @Nullable Named invoice,
            @Nullable UUID paymentId) {}

    enum CsvState {
        /** Entered, or would be. */
        TAKEN,
        /** Entered already, from this file or another. */
        KNOWN,
        /** Neither an invoice's number nor a client's name was found: enter it by hand. */
        UNMATCHED,
        /** Could not be read. */
        UNREADABLE
    }

    /** Sorts: paidOn, changedAt. */
    @Needs(Permission.INVOICE_READ)
    Page<Payment> list(Filter filter, ListQuery query);

    @Needs(Permission.INVOICE_READ)
    Payment get(UUID id);

    @Needs(Permission.INVOICE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Throws {@link PaymentTooHigh}, {@link InvoiceNotIssued}, {@link MonthClosed}. */
    @Needs(Permission.INVOICE_EDIT)
    Payment create(NewPayment payment);

    /** What is free of it is for these invoices, too. Throws {@link PaymentTooHigh}, {@link PaymentCancelled}. */
    @Needs(Permission.INVOICE_EDIT)
    Payment allocate(UUID id, List<Part> parts, IfMatch ifMatch);

    /** It is not for this invoice any more; what it paid of it is free again. */
    @Needs(Permission.INVOICE_EDIT)
    Payment release(UUID id, UUID invoice, IfMatch ifMatch);

    /** Pays back what was too much: a payment of its own, with a minus. Throws {@link PaymentTooHigh}, {@link PaymentCancelled}. */
    @Needs(Permission.INVOICE_EDIT)
    Payment refund(UUID id, Refund refund);

    /** It was entered by mistake: its invoices are open again, its entry is reversed. Throws {@link PaymentCancelled}. */
    @Needs(Permission.INVOICE_EDIT)
    Payment cancel(UUID id, Cancellation cancellation, IfMatch ifMatch);

    /** Each line by itself; those that are known already are passed over. */
    @Needs(Permission.INVOICE_EDIT)
    List<CsvLine> take(Csv csv);
}

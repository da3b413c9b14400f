package eventkit.finance;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.VatCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes: written as drafts, then issued once and for ever. */
public interface Invoices {
    String KIND = "invoice";

    /**
     * Empty and null: not filtered by it.
     *
     * @param overdue true: open and past its date
     * @param open true: something is still to be paid
     * @param ages of what is open; as {@link Ageing} has them
     * @param deductible true: a deposit that was billed, stands in full, and is deducted nowhere
     */
    record Filter(
            List<InvoiceKind> kinds,
            List<InvoiceState> states,
            List<UUID> clients,
            List<UUID> events,
            List<UUID> deals,
            @Nullable Boolean overdue,
            @Nullable Boolean open,
            List<Age> ages,
            List<String> currencies,
            @Nullable Boolean deductible,
            @Nullable LocalDate issuedFrom,
            @Nullable LocalDate issuedTo) {
        public static final Filter NONE = ofEvents(List.of());

        static Filter ofEvents(List<UUID> events) {
            return new Filter(
                    List.of(), List.of(), List.of(), events, List.of(), null, null, List.of(), List.of(), null, null,
                    null);
        }
    }

    /**
     * @param unit null: pieces
     * @param discountPercent null: none
     * @param vatCategory null, with {@code vatPercent}: as the standard VAT rate says
     * @param exemptionReason null: as the VAT rate of this category says
     * @param profitGroup null: equipment
     * @param eventId null: as the invoice says
     * @param costId the cost that is charged on by it
     * @param quotePartId what of the invoice's quote it bills: one of its lines, or the quote itself for a share of the whole; null: nothing of it
     */
    record Line(
            String text,
            @Nullable String description,
            BigDecimal quantity,
            @Nullable String unit,
            BigDecimal unitPrice,
            @Nullable BigDecimal discountPercent,
            @Nullable VatCategory vatCategory,
            @Nullable BigDecimal vatPercent,
            @Nullable String exemptionReason,
            @Nullable ProfitGroup profitGroup,
            @Nullable UUID eventId,
            @Nullable UUID costId,
            @Nullable UUID quotePartId) {}

    /**
     * @param kind credit notes are made by {@link #credit}
     * @param seriesId null: the standard one
     * @param language null: the client's
     * @param currency null: the client's, else that of the books
     * @param paymentDays null: the client's, else the company's
     * @param buyerReference null: the client's
     * @param deposits invoices of deposits that it deducts
     */
    record Details(
            InvoiceKind kind,
            UUID clientId,
            @Nullable UUID eventId,
            @Nullable UUID dealId,
            @Nullable UUID quoteId,
            @Nullable UUID seriesId,
            String title,
            @Nullable String language,
            @Nullable String currency,
            @Nullable LocalDate suppliedFrom,
            @Nullable LocalDate suppliedTo,
            @Nullable Integer paymentDays,
            @Nullable String buyerReference,
            @Nullable String introduction,
            @Nullable String closing,
            List<Line> lines,
            List<UUID> deposits) {
        public Details {
            lines = lines == null ? List.of() : List.copyOf(lines);
            deposits = deposits == null ? List.of() : List.copyOf(deposits);
        }

        public static Details of(InvoiceDocument d) {
            var i = d.invoice();
            return new Details(
                    i.kind(),
                    i.client().id(),
                    i.event() == null ? null : i.event().id(),
                    i.deal() == null ? null : i.deal().id(),
                    i.quoteId(),
                    i.seriesId(),
                    i.title(),
                    i.language(),
                    i.currency(),
                    i.suppliedFrom(),
                    i.suppliedTo(),
                    i.paymentDays(),
                    i.buyerReference(),
                    i.introduction(),
                    i.closing(),
                    d.lines().stream()
                            .map(l -> new Line(
                                    l.text(),
                                    l.description(),
                                    l.quantity(),
                                    l.unit(),
                                    l.unitPrice(),
                                    l.discountPercent(),
                                    l.vatCategory(),
                                    l.vatPercent(),
                                    l.exemptionReason(),
                                    l.profitGroup(),
                                    l.eventId(),
                                    l.costId(),
                                    l.quotePartId()))
                            .toList(),
                    d.deductions().stream()
                            .map(InvoiceDocument.Deduction::depositId)
                            .toList());
        }
    }

    /**
     * @param issuedOn null: today
     * @param rate of the books' currency for one of the invoice's; needed where the two differ
     */
    record Issue(@Nullable LocalDate issuedOn, @Nullable BigDecimal rate) {}

    /** How much is open in one currency, and since when it should have been paid. */
    record Ageing(
            Named client,
            String currency,
            Money notDue,
            Money upTo30,
            Money upTo60,
            Money upTo90,
            Money older,
            Money unallocated,
            Money total) {}

    /**
     * A line of a client's statement: an invoice or credit note that was issued, a payment, or a payment back.
     *
     * @param amount what the client owes more by it, below zero: less
     * @param balance what is owed after it, in its currency
     */
    record StatementLine(
            LocalDate date,
            String kind,
            UUID id,
            String text,
            @Nullable LocalDate dueOn,
            Money amount,
            Money balance) {}

    /** Sorts: number, issuedOn, changedAt, due, open, client. */
    @Needs(Permission.INVOICE_READ)
    Page<Invoice> list(Filter filter, ListQuery query);

    @Needs(Permission.INVOICE_READ)
    Invoice get(UUID id);

    @Needs(Permission.INVOICE_READ)
    InvoiceDocument document(UUID id);

    @Needs(Permission.INVOICE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** The most owing client first. @param on null: today */
    @Needs(Permission.INVOICE_READ)
    List<Ageing> ageing(@Nullable LocalDate on);

    /** In the order of the days. @param from null: from the beginning; what was before is one line, carried forward, for each currency */
    @Needs(Permission.INVOICE_READ)
    List<StatementLine> statement(UUID client, @Nullable LocalDate from, @Nullable LocalDate to);

    @Needs(Permission.INVOICE_EDIT)
    Invoice create(Details details);

    /** Throws {@link InvoiceIssued}, {@link DepositDeducted}, {@link QuoteBilled}. */
    @Needs(Permission.INVOICE_EDIT)
    Invoice change(UUID id, Details details, IfMatch ifMatch);

    /** Only a draft. Throws {@link InvoiceIssued}. */
    @Needs(Permission.INVOICE_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /**
     * Gives it the next number, posts it, and fixes it. Throws {@link InvoiceIssued}, {@link InvoiceNotComplete}, {@link MonthClosed},
     * {@link CreditTooHigh}.
     */
    @Needs(Permission.INVOICE_EDIT)
    Invoice issue(UUID id, Issue issue, IfMatch ifMatch);

    /** The draft of a credit note over what is not credited of it. Throws {@link InvoiceNotIssued}, {@link DepositDeducted}. */
    @Needs(Permission.INVOICE_EDIT)
    Invoice credit(UUID id);
}

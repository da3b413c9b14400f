package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it is printed and sent. Of an issued one all of it comes from what was stored when it was issued.
 *
 * @param vat one for each category and rate, as VAT is computed
 * @param corrects the number and day of the invoice that a credit note takes back
 * @param creditNotes those that take this invoice back, or some of it; drafts are among them
 */
public record InvoiceDocument(
        Invoice invoice,
        Party seller,
        Party buyer,
        List<Line> lines,
        List<VatSum> vat,
        List<Deduction> deductions,
        @Nullable Reference corrects,
        List<CreditNote> creditNotes) {

    /**
     * @param quantity up to three digits after the point
     * @param unit {@code day}, {@code pc}, {@code h}: as it is printed
     * @param unitPrice in the major unit of the invoice's currency, up to four digits after the point
     * @param net quantity × unit price less discount, rounded half up once
     * @param exemptionReason why there is no VAT, where the category asks for it
     * @param costId what is charged on by it
     * @param quotePartId what of the quote is billed by it
     */
    public record Line(
            UUID id,
            int position,
            String text,
            @Nullable String description,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal discountPercent,
            Money net,
            VatCategory vatCategory,
            BigDecimal vatPercent,
            @Nullable String exemptionReason,
            ProfitGroup profitGroup,
            @Nullable UUID eventId,
            @Nullable UUID costId,
            @Nullable UUID quotePartId) {}

    public record VatSum(
            VatCategory category,
            BigDecimal percent,
            Money base,
            Money vat,
            @Nullable String exemptionReason) {}

    /** A deposit that was billed before and is taken off. */
    public record Deduction(UUID depositId, String number, LocalDate issuedOn, Money net, Money vat, Money gross) {}

    public record Reference(UUID id, String number, LocalDate issuedOn) {}

    /** @param number null while it is a draft, as is the day */
    public record CreditNote(
            UUID id, @Nullable String number, @Nullable LocalDate issuedOn, Money gross) {}
}

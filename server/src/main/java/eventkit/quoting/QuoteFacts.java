package eventkit.quoting;

import eventkit.core.Audit;
import eventkit.core.Money;
import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quote as the audit trail says it. */
record QuoteFacts(
        String name,
        @Nullable UUID clientId,
        @Nullable UUID contactId,
        @Nullable UUID dealId,
        @Nullable UUID eventId,
        @Nullable UUID warehouseId,
        @Nullable UUID ownerId,
        @Nullable String notes,
        String currency,
        BigDecimal exchangeRate,
        String language,
        @Nullable LocalDate hireFrom,
        @Nullable LocalDate hireTo,
        int chargedDays,
        @Nullable LocalDate validUntil,
        @Nullable String intro,
        @Nullable String terms,
        @Nullable BigDecimal clientDiscountPercent,
        @Nullable BigDecimal discountPercent,
        @Nullable Money discount,
        @Nullable BigDecimal depositPercent,
        @Nullable String cancellation,
        VatRate vat,
        Money net) {
    static QuoteFacts of(Quote q) {
        var d = Quotes.Details.of(q);
        return new QuoteFacts(
                d.name(),
                d.clientId(),
                d.contactId(),
                d.dealId(),
                d.eventId(),
                d.warehouseId(),
                d.ownerId(),
                d.notes(),
                d.currency(),
                d.exchangeRate(),
                d.language(),
                d.hireFrom(),
                d.hireTo(),
                d.chargedDays(),
                d.validUntil(),
                d.intro(),
                d.terms(),
                d.clientDiscountPercent(),
                d.discountPercent(),
                d.discount(),
                d.depositPercent(),
                CancellationStep.words(d.cancellation()),
                d.vat(),
                q.current().totals().net());
    }

    private record OfLine(
            String name,
            BigDecimal quantity,
            BigDecimal listPrice,
            @Nullable BigDecimal discountPercent,
            boolean chosen,
            Money net) {
        static OfLine of(QuoteLine l) {
            return new OfLine(l.name(), l.quantity(), l.basis().listPrice(), l.discountPercent(), l.chosen(), l.net());
        }
    }

    /** Between the current versions, line by line. */
    static List<Audit.Change> changes(Audit audit, Quote before, Quote after) {
        var changes = new ArrayList<>(audit.changes(of(before), of(after)));
        changes.addAll(audit.changesOf(
                "lines",
                before.current().lines().toList(),
                after.current().lines().toList(),
                QuoteLine::id,
                QuoteLine::name,
                OfLine::of));
        return changes;
    }
}

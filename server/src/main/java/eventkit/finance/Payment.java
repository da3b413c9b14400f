package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came from a client, or with a minus went back.
 *
 * @param rate of the books' currency for one of this
 * @param allocated what of it is for invoices, or was paid back
 * @param free what is left
 * @param refundsId the payment that this one pays back
 */
public record Payment(
        UUID id,
        Named client,
        LocalDate paidOn,
        Money amount,
        BigDecimal rate,
        @Nullable String reference,
        @Nullable String note,
        Money allocated,
        Money free,
        List<Part> parts,
        @Nullable UUID refundsId,
        UUID entryId,
        @Nullable Instant cancelledAt,
        Instant createdAt,
        String createdByName,
        long version) {

    /** What of it pays an invoice. */
    public record Part(UUID invoiceId, String number, Money amount) {}

    Subject subject() {
        return new Subject(Payments.KIND, id, paidOn + " " + client.name() + " " + amount);
    }
}

package eventkit.portal;

import eventkit.core.Money;
import eventkit.core.VatTotals;
import eventkit.identity.Company;
import eventkit.quoting.CancellationStep;
import eventkit.quoting.ChargeUnit;
import eventkit.quoting.LineKind;
import eventkit.quoting.QuoteState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client is offered: nothing of what it costs us, nor of anybody else.
 *
 * @param nth v1, v2, …
 * @param language in which it is written
 * @param open whether it may be answered
 * @param charged for how many days
 * @param list of the lines that count, before all discounts
 * @param answer what was said, where it was answered by this or another way
 * @param expiresAt until when it may be read so
 */
public record Offer(
        Sender sender,
        String number,
        String name,
        String clientName,
        UUID versionId,
        int nth,
        String language,
        QuoteState state,
        boolean open,
        @Nullable Instant sentAt,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate hireFrom,
        @Nullable LocalDate hireTo,
        int charged,
        @Nullable String intro,
        @Nullable String terms,
        List<Group> groups,
        Money list,
        VatTotals totals,
        Money deposit,
        List<CancellationStep> cancellation,
        @Nullable Answer answer,
        List<Remark> remarks,
        Instant expiresAt) {

    /** @param logo whether there is one */
    public record Sender(
            String name,
            List<String> addressLines,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String web,
            boolean logo) {
        static Sender of(Company c) {
            return new Sender(c.name(), c.addressLines(), c.phone(), c.email(), c.web(), c.logoFileId() != null);
        }
    }

    public record Group(UUID id, String name, Money net, List<Line> lines) {}

    /**
     * @param amount after its own discount, whether it counts or not
     * @param chosen whether it counts
     */
    public record Line(
            UUID id,
            LineKind kind,
            String name,
            @Nullable String note,
            BigDecimal quantity,
            ChargeUnit unit,
            @Nullable BigDecimal percent,
            Money list,
            Money amount,
            boolean optional,
            @Nullable UUID alternativeTo,
            boolean chosen) {}

    /** @param confirmed whether everything it needs is held */
    public record Answer(
            boolean accepted,
            @Nullable String name,
            Instant at,
            @Nullable String reason,
            boolean confirmed) {}
}

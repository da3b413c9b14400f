package eventkit.finance;

import eventkit.core.Subject;
import eventkit.core.VatCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A VAT rate that lines of invoices choose from.
 *
 * @param exemptionReason as it stands on the invoice, where the category asks for one
 * @param standard taken where no other is chosen
 */
public record VatRule(
        UUID id,
        String name,
        VatCategory category,
        BigDecimal percent,
        @Nullable String exemptionReason,
        boolean standard,
        @Nullable Instant archivedAt,
        long version) {
    Subject subject() {
        return new Subject(FinanceSettings.VAT_KIND, id, name);
    }
}

package eventkit.quoting;

import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How new quotes begin, and who may take off how much.
 *
 * @param cancellation what is owed of a job that is cancelled; empty: nothing
 * @param discountPercent of the list price, which nobody has to approve; for roles that say nothing else
 */
public record QuoteSettings(
        int validityDays,
        VatRate vat,
        @Nullable BigDecimal depositPercent,
        List<CancellationStep> cancellation,
        BigDecimal discountPercent,
        List<RoleLimit> roles,
        @Nullable String intro,
        @Nullable String terms,
        long version) {
    /** @param discountPercent null: as for everybody */
    public record RoleLimit(
            UUID roleId, String name, @Nullable BigDecimal discountPercent) {}

    public QuoteSettings {
        roles = List.copyOf(roles);
        cancellation = CancellationStep.sorted(cancellation);
    }
}

package eventkit.quoting;

import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How new quotes begin, and who may take off how much.
 *
 * @param cancellation what is owed of a job that is cancelled; empty: nothing
 * @param discountPercent of the list price, which nobody has to approve; for roles that say nothing else
 * @param introDe of quotes in German, {@code termsDe} likewise; null: as in English
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
        @Nullable String introDe,
        @Nullable String termsDe,
        long version) {
    /** @param discountPercent null: as for everybody */
    public record RoleLimit(
            UUID roleId, String name, @Nullable BigDecimal discountPercent) {}

    public QuoteSettings {
        roles = List.copyOf(roles);
        cancellation = CancellationStep.sorted(cancellation);
    }

    @Nullable
    String intro(String language) {
        return language.equals("de") && introDe != null ? introDe : intro;
    }

    @Nullable
    String terms(String language) {
        return language.equals("de") && termsDe != null ? termsDe : terms;
    }

    /** Words that nobody changed are those of the new language; what somebody wrote stays. */
    Quotes.Details follow(String formerLanguage, Quotes.Details d) {
        if (formerLanguage.equals(d.language())) return d;
        return d.saying(
                Objects.equals(d.intro(), intro(formerLanguage)) ? intro(d.language()) : d.intro(),
                Objects.equals(d.terms(), terms(formerLanguage)) ? terms(d.language()) : d.terms());
    }
}

package eventkit.quoting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the price of a line is made from; frozen when the line is made, and made anew only where somebody asks.
 *
 * @param listPrice for one piece and one unit, in whole units of the quote's currency, four decimals
 * @param source where it comes from
 * @param sourceName the price list's, as it was called then
 * @param factor of the charged days, four decimals
 * @param factorName the curve's
 * @param rate of the season and of weekends, four decimals
 * @param minimum for one piece and the job as a whole, before discounts
 */
public record Basis(
        BigDecimal listPrice,
        Source source,
        @Nullable String sourceName,
        ChargeUnit unit,
        BigDecimal factor,
        @Nullable String factorName,
        BigDecimal rate,
        @Nullable String rateName,
        @Nullable BigDecimal minimum) {
    public enum Source {
        PRICE_LIST,
        CATALOGUE,
        /** Of a kit: what its parts cost. */
        PARTS,
        /** Somebody wrote it. */
        ENTERED
    }

    static Basis entered(BigDecimal price, ChargeUnit unit) {
        return new Basis(price, Source.ENTERED, null, unit, BigDecimal.ONE, null, BigDecimal.ONE, null, null);
    }

    Basis listPrice(BigDecimal price) {
        return new Basis(price, source, sourceName, unit, factor, factorName, rate, rateName, minimum);
    }
}

package eventkit.quoting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One step from the list price to what a line comes to.
 *
 * @param name of the price list, the curve, the rate: as it was called then
 * @param factor what was multiplied with; of discounts the per cent, where they were given so
 * @param after the amount after it, in whole units of the currency, up to {@link Kind#QUANTITY} for one piece
 */
public record Step(
        Kind kind, @Nullable String name, @Nullable BigDecimal factor, BigDecimal after) {
    public enum Kind {
        LIST_PRICE,
        DAYS,
        RATE,
        MINIMUM,
        LINE_DISCOUNT,
        QUANTITY,
        ROUNDED,
        GROUP_DISCOUNT,
        CLIENT_DISCOUNT,
        WHOLE_DISCOUNT,
        PERCENT
    }
}

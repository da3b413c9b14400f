package eventkit.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Parts of a whole in per cent, to one digit, half up. */
final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** Null where there is no whole. */
    static @Nullable BigDecimal of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    /** From one to the other; null where there was nothing to begin with. */
    static @Nullable BigDecimal change(long before, long now) {
        return before <= 0 ? null : of(now - before, before);
    }
}

package eventkit.quoting;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What is taken off, as per cent or as an amount; nothing where both are null. */
public record Discount(
        @Nullable BigDecimal percent, @Nullable Long amountMinor) {
    public static final Discount NONE = new Discount(null, null);

    /** A percentage is rounded half up to the minor unit. */
    Money of(Money base) {
        if (amountMinor != null) return new Money(amountMinor, base.currency());
        if (percent == null) return Money.zero(base.currency());
        return base.times(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }

    boolean fits(Money base) {
        return of(base).compareTo(base) <= 0;
    }

    static BigDecimal major(Money amount) {
        return BigDecimal.valueOf(amount.amountMinor(), digits(amount.currency()));
    }

    static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

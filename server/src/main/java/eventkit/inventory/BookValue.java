package eventkit.inventory;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an asset is worth on the books. Counts full months from the day of purchase; one bought on the 31st ends a shorter month on its last day. Straight-line takes the same from cost to residual value each month
 * of the useful life; declining balance takes the rate of what was left at the start of each year, a twelfth of it each month. Never below the residual
 * value.
 */
final class BookValue {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private BookValue() {}

    /** Null without a cost, before the purchase, and from the day it is gone. Without a purchase date or a method: the cost. */
    static @Nullable Money on(Asset asset, LocalDate date, @Nullable LocalDate goneOn) {
        var cost = asset.purchaseCost();
        if (cost == null || (goneOn != null && !date.isBefore(goneOn))) return null;
        var bought = asset.purchaseDate();
        if (bought == null) return cost;
        if (date.isBefore(bought)) return null;
        long months = fullMonths(bought, date);
        long residual = asset.residualValue() == null
                ? 0
                : Math.min(asset.residualValue().amountMinor(), cost.amountMinor());
        var value = switch (asset.depreciation()) {
            case NONE -> BigDecimal.valueOf(cost.amountMinor());
            case STRAIGHT_LINE -> straight(cost.amountMinor(), residual, months, asset.usefulLifeMonths());
            case DECLINING_BALANCE -> declining(cost.amountMinor(), months, asset.decliningPercent());
        };
        long rounded = value.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Money(
                asset.depreciation() == Depreciation.NONE ? rounded : Math.max(rounded, residual), cost.currency());
    }

    private static long fullMonths(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        return from.plusMonths(months + 1).isAfter(to) ? months : months + 1;
    }

    private static BigDecimal straight(long cost, long residual, long months, @Nullable Integer life) {
        if (life == null) return BigDecimal.valueOf(cost);
        var lost = BigDecimal.valueOf(cost - residual)
                .multiply(BigDecimal.valueOf(Math.min(months, life)))
                .divide(BigDecimal.valueOf(life), MathContext.DECIMAL128);
        return BigDecimal.valueOf(cost).subtract(lost);
    }

    private static BigDecimal declining(long cost, long months, @Nullable BigDecimal percent) {
        if (percent == null) return BigDecimal.valueOf(cost);
        var rate = percent.movePointLeft(2);
        int years = (int) Math.min(months / 12, 1000);
        var atYearStart =
                BigDecimal.valueOf(cost).multiply(BigDecimal.ONE.subtract(rate).pow(years, MathContext.DECIMAL128));
        var ofYear = rate.multiply(BigDecimal.valueOf(months % 12)).divide(MONTHS, MathContext.DECIMAL128);
        return atYearStart.multiply(BigDecimal.ONE.subtract(ofYear));
    }
}

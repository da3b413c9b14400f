package eventkit.core;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A category with its rate in percent (BT-119, BT-152). The standard rate is above zero (BR-S-5), every other one is zero
 * (BR-Z-5, BR-E-5, BR-AE-5, BR-IC-5, BR-G-5). 19 and 19.00 are the same rate.
 */
public record VatRate(VatCategory category, BigDecimal percent) implements Comparable<VatRate> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Comparator<VatRate> ORDER =
            Comparator.comparing(VatRate::category).thenComparing(VatRate::percent, Comparator.reverseOrder());

    /** @throws IllegalArgumentException when the rate does not go with the category, is above 100 or has more than two digits after the point */
    public VatRate {
        percent = percent.stripTrailingZeros();
        if (percent.scale() < 0) percent = percent.setScale(0);
        if (percent.scale() > 2 || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "a VAT rate is 0 to 100 with at most two digits after the point: " + percent);
        }
        if ((category == VatCategory.STANDARD) != (percent.signum() > 0)) {
            throw new IllegalArgumentException("the rate " + percent + " does not go with the category " + category);
        }
    }

    public static VatRate standard(String percent) {
        return new VatRate(VatCategory.STANDARD, new BigDecimal(percent));
    }

    public static VatRate free(VatCategory category) {
        return new VatRate(category, BigDecimal.ZERO);
    }

    @Override
    public int compareTo(VatRate other) {
        return ORDER.compare(this, other);
    }
}

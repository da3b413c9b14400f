package eventkit.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** An amount in the minor unit of its currency (cents). Arithmetic is exact; overflow and mixed currencies throw. */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

    public static Money of(long amountMinor, String currencyCode) {
        return new Money(amountMinor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amountMinor, same(other).amountMinor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amountMinor, same(other).amountMinor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }

    /** Multiplies by a rate; the caller says how the last cent is rounded. */
    public Money times(BigDecimal rate, RoundingMode rounding) {
        return new Money(
                rate.multiply(BigDecimal.valueOf(amountMinor))
                        .setScale(0, rounding)
                        .longValueExact(),
                currency);
    }

    /**
     * Splits by weights so that the parts sum to the whole; what does not divide goes one minor unit each to the largest remainders,
     * the earlier part first.
     */
    public List<Money> allocate(List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum <= 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException(
                    "weights must not be negative and must sum to more than zero: " + weights);
        }
        var whole = BigDecimal.valueOf(amountMinor);
        long[] parts = new long[weights.size()];
        var remainders = new ArrayList<Remainder>();
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            var exact = whole.multiply(BigDecimal.valueOf(weights.get(i)));
            var quotient = exact.divideToIntegralValue(BigDecimal.valueOf(sum));
            parts[i] = quotient.longValueExact();
            given += parts[i];
            remainders.add(new Remainder(
                    i,
                    exact.subtract(quotient.multiply(BigDecimal.valueOf(sum))).abs()));
        }
        long left = amountMinor - given;
        remainders.sort((a, b) -> b.size().compareTo(a.size()));
        for (int i = 0; left != 0; i++) {
            parts[remainders.get(i).part()] += Long.signum(left);
            left -= Long.signum(left);
        }
        var result = new ArrayList<Money>();
        for (long part : parts) result.add(new Money(part, currency));
        return List.copyOf(result);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountMinor, same(other).amountMinor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(amountMinor, Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString() + " " + currency.getCurrencyCode();
    }

    private record Remainder(int part, BigDecimal size) {}
}

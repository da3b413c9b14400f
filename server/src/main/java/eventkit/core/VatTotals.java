package eventkit.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/**
 * The sums of a document. Net amounts, rounded line by line before they come here, are added up by category and rate; tax is
 * computed once on each such sum and rounded half up to the minor unit (EN 16931 BR-CO-17, BR-CO-14, BR-CO-15). What is paid
 * already is taken off the gross amount (BR-CO-16).
 *
 * @param sums by category, within it the highest rate first; a category whose lines cancel out stays, with zeros
 */
public record VatTotals(List<Sum> sums, Money net, Money tax, Money gross) {

    /** A net amount, rounded to the minor unit, negative for what is taken back. */
    public record Line(VatRate rate, Money net) {}

    /** The breakdown of one category and rate (BG-23): taxable amount (BT-116) and tax (BT-117). */
    public record Sum(VatRate rate, Money net, Money tax) {}

    /** @throws IllegalArgumentException when a line has another currency */
    public static VatTotals of(Currency currency, List<Line> lines) {
        var byRate = new TreeMap<VatRate, Money>();
        for (var line : lines) byRate.merge(line.rate(), line.net().plus(Money.zero(currency)), Money::plus);
        var sums = byRate.entrySet().stream()
                .map(one -> new Sum(one.getKey(), one.getValue(), taxOn(one.getValue(), one.getKey())))
                .toList();
        var net = sums.stream().map(Sum::net).reduce(Money.zero(currency), Money::plus);
        var tax = sums.stream().map(Sum::tax).reduce(Money.zero(currency), Money::plus);
        return new VatTotals(sums, net, tax, net.plus(tax));
    }

    /** What remains to be paid after what was prepaid. */
    public Money due(Money prepaid) {
        return gross.minus(prepaid);
    }

    private static Money taxOn(Money net, VatRate rate) {
        return net.times(rate.percent().divide(BigDecimal.valueOf(100)), RoundingMode.HALF_UP);
    }
}

package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VatTotalsTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final VatRate FULL = VatRate.standard("19");
    private static final VatRate REDUCED = VatRate.standard("7");

    @Test
    void taxesTheSumAndNotTheLines() {
        // Three times 0.03 taxed line by line would be 0.03 of tax; 19 % of 0.09 is 0.02.
        var totals = VatTotals.of(EUR, List.of(line(FULL, 3), line(FULL, 3), line(FULL, 3)));
        assertThat(totals.tax()).isEqualTo(eur(2));
        assertThat(totals.gross()).isEqualTo(eur(11));
    }

    @Test
    void keepsCategoriesApartAndInOrder() {
        var totals = VatTotals.of(
                EUR,
                List.of(
                        line(VatRate.free(VatCategory.EXEMPT), 1_000),
                        line(REDUCED, 2_050),
                        line(FULL, 10_000),
                        line(VatRate.standard("19.00"), 1)));
        assertThat(totals.sums())
                .containsExactly(
                        new VatTotals.Sum(FULL, eur(10_001), eur(1_900)),
                        new VatTotals.Sum(REDUCED, eur(2_050), eur(144)),
                        new VatTotals.Sum(VatRate.free(VatCategory.EXEMPT), eur(1_000), eur(0)));
        assertThat(totals.net()).isEqualTo(eur(13_051));
        assertThat(totals.gross()).isEqualTo(eur(15_095));
        assertThat(totals.due(eur(5_000))).isEqualTo(eur(10_095));
    }

    @Test
    void whatIsCreditedLeavesZero() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var lines = lines(random, EUR);
            var credit = lines.stream()
                    .map(one -> new VatTotals.Line(one.rate(), one.net().times(-1)))
                    .toList();
            var left = VatTotals.of(EUR, lines)
                    .gross()
                    .plus(VatTotals.of(EUR, credit).gross());
            assertThat(left).isEqualTo(eur(0));
        }
    }

    @Test
    void agreesWithARecountInDecimals() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            var currency = Currency.getInstance(List.of("EUR", "JPY", "KWD").get(i % 3));
            int digits = currency.getDefaultFractionDigits();
            var lines = lines(random, currency);
            var totals = VatTotals.of(currency, lines);
            var gross = BigDecimal.ZERO;
            for (var rate : lines.stream().map(VatTotals.Line::rate).distinct().toList()) {
                var net = lines.stream()
                        .filter(one -> one.rate().equals(rate))
                        .map(one -> BigDecimal.valueOf(one.net().amountMinor(), digits))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                var tax = net.multiply(rate.percent()).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP);
                gross = gross.add(net).add(tax);
            }
            assertThat(BigDecimal.valueOf(totals.gross().amountMinor(), digits))
                    .as("seed %d, round %d", seed, i)
                    .isEqualByComparingTo(gross);
        }
    }

    @Test
    void refusesRatesThatDoNotGoWithTheirCategory() {
        assertThatThrownBy(() -> VatRate.standard("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VatRate.standard("100.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VatRate.standard("7.125")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VatRate(VatCategory.REVERSE_CHARGE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VatCategory.ofCode("X")).isInstanceOf(IllegalArgumentException.class);
        assertThat(VatCategory.ofCode("AE")).isEqualTo(VatCategory.REVERSE_CHARGE);
        assertThat(VatRate.standard("20").percent()).hasToString("20");
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatThrownBy(() -> VatTotals.of(EUR, List.of(new VatTotals.Line(FULL, Money.of(1, "CHF")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(VatTotals.of(EUR, List.of()).gross()).isEqualTo(eur(0));
    }

    private static List<VatTotals.Line> lines(Random random, Currency currency) {
        var rates = List.of(FULL, REDUCED, VatRate.standard("8.1"), VatRate.free(VatCategory.ZERO_RATED));
        var lines = new ArrayList<VatTotals.Line>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            lines.add(new VatTotals.Line(
                    rates.get(random.nextInt(rates.size())), new Money(random.nextLong(-50_000, 1_000_000), currency)));
        }
        return lines;
    }

    private static VatTotals.Line line(VatRate rate, long net) {
        return new VatTotals.Line(rate, eur(net));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}

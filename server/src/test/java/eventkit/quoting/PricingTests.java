package eventkit.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Invalid;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID GROUP = new UUID(1, 1);

    private static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static Basis basis(String price, String factor, String rate, @Nullable String minimum) {
        return new Basis(
                d(price),
                Basis.Source.PRICE_LIST,
                "Trade",
                ChargeUnit.DAY,
                d(factor),
                "Standard",
                d(rate),
                "Summer",
                minimum == null ? null : d(minimum));
    }

    private static Pricing.Line line(int id, String quantity, Basis basis, @Nullable String discount) {
        return new Pricing.Line(
                new UUID(0, id),
                GROUP,
                LineKind.PRODUCT,
                basis,
                d(quantity),
                discount == null ? null : d(discount),
                true,
                null,
                null);
    }

    private static Pricing.Line percent(int id, String percent, PercentOf of) {
        return new Pricing.Line(
                new UUID(0, id),
                GROUP,
                LineKind.PERCENT,
                Basis.entered(BigDecimal.ZERO, ChargeUnit.JOB),
                BigDecimal.ONE,
                null,
                true,
                d(percent),
                of);
    }

    private static Pricing.Result plain(List<Pricing.Line> lines) {
        return Pricing.of(EUR, lines, Map.of(), null, Discount.NONE);
    }

    @Test
    void everyStepSaysWhatIsLeftAfterIt() {
        var result = Pricing.of(
                EUR,
                List.of(line(1, "3", basis("12.3457", "1.5", "1.2", null), "7.5")),
                Map.of(GROUP, new Discount(d("10"), null)),
                d("5"),
                new Discount(null, 100L));
        assertThat(result.lines().get(new UUID(0, 1)).steps().stream()
                        .map(s -> s.kind() + " " + s.name() + " " + s.factor() + " "
                                + s.after().toPlainString()))
                .containsExactly(
                        "LIST_PRICE Trade null 12.3457",
                        "DAYS Standard 1.5 18.51855",
                        "RATE Summer 1.2 22.22226",
                        "LINE_DISCOUNT null 7.5 20.5555905",
                        "QUANTITY null 3 61.6667715",
                        "ROUNDED null null 61.67",
                        "GROUP_DISCOUNT null 10 55.50",
                        "CLIENT_DISCOUNT null 5 52.72",
                        "WHOLE_DISCOUNT null null 51.72");
        assertThat(result.list()).isEqualTo(Money.of(6667, "EUR"));
        assertThat(result.net()).isEqualTo(Money.of(5172, "EUR"));
        assertThat(result.discount()).isEqualTo(Money.of(1495, "EUR"));
    }

    @Test
    void theMinimumCountsBeforeDiscounts() {
        var result = plain(List.of(line(1, "2", basis("4", "1", "1", "10"), "50")));
        assertThat(result.net()).isEqualTo(Money.of(1000, "EUR"));
        assertThat(result.list()).isEqualTo(Money.of(2000, "EUR"));
    }

    @Test
    void roundsALineOnceAndHalfUp() {
        assertThat(plain(List.of(line(1, "3", basis("0.335", "1", "1", null), null)))
                        .net())
                .isEqualTo(Money.of(101, "EUR"));
        assertThat(plain(List.of(line(1, "1", basis("0.005", "1", "1", null), null)))
                        .net())
                .isEqualTo(Money.of(1, "EUR"));
    }

    @Test
    void percentagesAreTakenOfWhatIsLeft() {
        var crew = new Pricing.Line(
                new UUID(0, 2),
                GROUP,
                LineKind.CREW,
                Basis.entered(d("300"), ChargeUnit.JOB),
                BigDecimal.ONE,
                null,
                true,
                null,
                null);
        var result = Pricing.of(
                EUR,
                List.of(
                        line(1, "1", basis("200", "1", "1", null), null),
                        crew,
                        percent(3, "4.5", PercentOf.EQUIPMENT),
                        percent(4, "1", PercentOf.ALL)),
                Map.of(),
                null,
                new Discount(d("10"), null));
        assertThat(result.lines().get(new UUID(0, 3)).net()).isEqualTo(Money.of(810, "EUR"));
        assertThat(result.lines().get(new UUID(0, 4)).net()).isEqualTo(Money.of(450, "EUR"));
        assertThat(result.net()).isEqualTo(Money.of(45_000 + 810 + 450, "EUR"));
    }

    @Test
    void refusesDiscountsThatAreMoreThanThereIs() {
        var lines = List.of(line(1, "1", basis("10", "1", "1", null), null));
        assertThatThrownBy(() -> Pricing.of(EUR, lines, Map.of(), null, new Discount(null, 1001L)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Pricing.of(EUR, lines, Map.of(GROUP, new Discount(null, 1001L)), null, Discount.NONE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Pricing.of(
                        EUR, lines, Map.of(GROUP, new Discount(d("60"), null)), null, new Discount(null, 401L)))
                .isInstanceOf(Invalid.class);
        assertThat(Pricing.of(EUR, lines, Map.of(GROUP, new Discount(d("100"), null)), d("100"), Discount.NONE)
                        .net())
                .isEqualTo(Money.zero(EUR));
        assertThatThrownBy(() -> plain(List.of(line(1, "1000000", basis("1000000000", "9", "1", null), null))))
                .isInstanceOf(Invalid.class);
    }

    /** Lines always add up to the total, whatever is taken off, and what is taken off is what was asked for. */
    @Test
    void nothingIsLostOrMade() {
        long seed = new Random().nextLong();
        var dice = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var currency =
                    Currency.getInstance(List.of("EUR", "JPY", "KWD", "CHF").get(dice.nextInt(4)));
            var groups = new LinkedHashMap<UUID, Discount>();
            var lines = new ArrayList<Pricing.Line>();
            for (int g = 0; g < 1 + dice.nextInt(3); g++) {
                var group = new UUID(1, g);
                groups.put(group, percentage(dice));
                for (int l = 0; l < dice.nextInt(6); l++)
                    lines.add(new Pricing.Line(
                            new UUID(g, l),
                            group,
                            LineKind.values()[dice.nextInt(7)],
                            basis(
                                    BigDecimal.valueOf(dice.nextInt(10_000_000), 4)
                                            .toPlainString(),
                                    BigDecimal.valueOf(dice.nextInt(50_000), 4).toPlainString(),
                                    dice.nextBoolean() ? "1" : "1.25",
                                    dice.nextInt(4) == 0 ? "25.5" : null),
                            BigDecimal.valueOf(dice.nextInt(50_000), dice.nextBoolean() ? 0 : 3),
                            dice.nextInt(3) == 0 ? BigDecimal.valueOf(dice.nextInt(10_001), 2) : null,
                            dice.nextInt(5) > 0,
                            null,
                            null));
            }
            var client = dice.nextBoolean() ? null : BigDecimal.valueOf(dice.nextInt(10_001), 2);
            var whole = percentage(dice);
            var result = Pricing.of(currency, lines, groups, client, whole);
            long total = 0;
            var net = new LinkedHashMap<UUID, Long>();
            for (var line : lines) {
                var priced = result.lines().get(line.id());
                assertThat(priced.net().amountMinor())
                        .as("seed %d", seed)
                        .isBetween(0L, priced.amount().amountMinor());
                assertThat(priced.amount().amountMinor()).isEqualTo(alone(currency, line));
                if (!line.counts()) assertThat(priced.net().amountMinor()).isZero();
                net.merge(line.group(), line.counts() ? priced.amount().amountMinor() : 0L, Long::sum);
                total += priced.net().amountMinor();
            }
            long expected = 0;
            for (var group : groups.entrySet()) {
                long sum = net.getOrDefault(group.getKey(), 0L);
                expected += sum - off(sum, group.getValue().percent());
            }
            expected -= off(expected, client);
            expected -= off(expected, whole.percent());
            assertThat(total).as("seed %d", seed).isEqualTo(expected);
            assertThat(result.net().amountMinor()).isEqualTo(total);
            assertThat(result.list().minus(result.discount())).isEqualTo(result.net());
        }
    }

    private static Discount percentage(Random dice) {
        return dice.nextBoolean() ? Discount.NONE : new Discount(BigDecimal.valueOf(dice.nextInt(10_001), 2), null);
    }

    private static long off(long base, @Nullable BigDecimal percent) {
        return percent == null
                ? 0
                : percent.multiply(BigDecimal.valueOf(base))
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long alone(Currency currency, Pricing.Line line) {
        var b = line.basis();
        var price = b.listPrice().multiply(b.factor()).multiply(b.rate());
        if (b.minimum() != null) price = price.max(b.minimum());
        var left = BigDecimal.valueOf(100)
                .subtract(line.discountPercent() == null ? BigDecimal.ZERO : line.discountPercent());
        return price.multiply(left)
                .multiply(line.quantity())
                .movePointRight(currency.getDefaultFractionDigits())
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Test
    void daysBetweenTwoPointsOfACurveLieOnTheLine() {
        var points = List.of(
                new FactorCurve.Point(1, d("1")), new FactorCurve.Point(3, d("2")), new FactorCurve.Point(7, d("3.5")));
        assertThat(List.of(1, 2, 3, 4, 7, 10).stream()
                        .map(n -> FactorCurve.factor(points, d("0.25"), n).toPlainString()))
                .containsExactly("1.0000", "1.5000", "2.0000", "2.3750", "3.5000", "4.2500");
    }

    @Test
    void aRateIsTheMeanOfItsDays() {
        var summer = new HireRate(
                GROUP, "Summer", LocalDate.of(2027, 6, 1), LocalDate.of(2027, 8, 31), Set.of(), d("1.2"), 1);
        var weekend =
                new HireRate(GROUP, "Weekend", null, null, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), d("1.5"), 1);
        // Friday 28 May to Tuesday 1 June: one plain, two of a weekend, one plain, one of summer
        var mean = HireRate.mean(List.of(weekend, summer), LocalDate.of(2027, 5, 28), LocalDate.of(2027, 6, 1));
        assertThat(mean.factor()).isEqualByComparingTo(d("1.24"));
        assertThat(mean.name()).isEqualTo("Weekend, Summer");
        assertThat(HireRate.mean(List.of(summer), null, null).factor()).isEqualByComparingTo(BigDecimal.ONE);
    }
}

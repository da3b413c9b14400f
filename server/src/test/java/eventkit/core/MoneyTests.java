package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTests {
    @Test
    void allocatesWithoutLosingACent() {
        assertThat(Money.of(100, "EUR").allocate(List.of(1L, 1L, 1L)))
                .containsExactly(Money.of(34, "EUR"), Money.of(33, "EUR"), Money.of(33, "EUR"));
        assertThat(Money.of(-100, "EUR").allocate(List.of(1L, 1L, 1L)))
                .containsExactly(Money.of(-34, "EUR"), Money.of(-33, "EUR"), Money.of(-33, "EUR"));
    }

    @Test
    void allocationSumsToTheWholeForAnyWeights() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var weights = new ArrayList<Long>();
            int parts = 1 + random.nextInt(20);
            for (int p = 0; p < parts; p++) weights.add((long) random.nextInt(1_000));
            if (weights.stream().allMatch(w -> w == 0)) weights.set(0, 1L);
            var whole = Money.of(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), "CHF");
            var sum = whole.allocate(weights).stream().reduce(Money.of(0, "CHF"), Money::plus);
            assertThat(sum).as("seed %d, %s by %s", seed, whole, weights).isEqualTo(whole);
        }
    }

    @Test
    void refusesToMixCurrenciesAndToOverflow() {
        assertThatThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "CHF")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(1, "EUR").allocate(List.of(0L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsAsItIsTold() {
        assertThat(Money.of(105, "EUR").times(new BigDecimal("0.5"), RoundingMode.HALF_UP))
                .isEqualTo(Money.of(53, "EUR"));
        assertThat(Money.of(105, "EUR").times(new BigDecimal("0.5"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.of(52, "EUR"));
    }

    @Test
    void printsTheCurrencysOwnDigits() {
        assertThat(Money.of(12345, "EUR")).hasToString("123.45 EUR");
        assertThat(Money.of(12345, "JPY")).hasToString("12345 JPY");
        assertThat(Money.of(12345, "KWD")).hasToString("12.345 KWD");
    }
}

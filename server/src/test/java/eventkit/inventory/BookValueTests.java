package eventkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.catalogue.ProductId;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookValueTests {
    private static final LocalDate BOUGHT = LocalDate.of(2024, 1, 31);

    /** Bought on 31 January 2024; amounts in cents. */
    @ParameterizedTest(name = "{0} {1} → {2} over {3} or {4} % on {5}: {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // method          cost    residual life percent  date        value
                "NONE,              120000, -,      -,  -,       2040-01-01, 120000",
                "STRAIGHT_LINE,     120000, -,      60, -,       2024-01-31, 120000",
                "STRAIGHT_LINE,     120000, -,      60, -,       2024-02-28, 120000",
                "STRAIGHT_LINE,     120000, -,      60, -,       2024-02-29, 118000",
                "STRAIGHT_LINE,     120000, -,      60, -,       2025-01-31, 96000",
                "STRAIGHT_LINE,     120000, 20000,  60, -,       2026-07-31, 70000",
                "STRAIGHT_LINE,     120000, 20000,  60, -,       2029-01-30, 21667",
                "STRAIGHT_LINE,     120000, 20000,  60, -,       2029-01-31, 20000",
                "STRAIGHT_LINE,     120000, 20000,  60, -,       2199-01-31, 20000",
                "STRAIGHT_LINE,     100,    -,      36, -,       2024-02-29, 97",
                "DECLINING_BALANCE, 120000, -,      -,  25,      2024-07-31, 105000",
                "DECLINING_BALANCE, 120000, -,      -,  25,      2025-01-31, 90000",
                "DECLINING_BALANCE, 120000, -,      -,  25,      2026-01-31, 67500",
                "DECLINING_BALANCE, 120000, -,      -,  25,      2026-04-30, 63281",
                "DECLINING_BALANCE, 120000, 50000,  -,  25,      2030-01-31, 50000",
                "DECLINING_BALANCE, 120000, -,      -,  12.5,    2190-01-31, 0",
                "DECLINING_BALANCE, 120000, -,      -,  99.99,   2025-01-31, 12",
                "STRAIGHT_LINE,     120000, -,      60, -,       2024-01-30, -"
            })
    void isWhatTheMethodLeaves(
            Depreciation method,
            long cost,
            @Nullable Long residual,
            @Nullable Integer life,
            @Nullable BigDecimal percent,
            LocalDate on,
            @Nullable Long value) {
        var actual = BookValue.on(asset(method, cost, residual, life, percent), on, null);
        assertThat(actual == null ? null : actual.amountMinor()).isEqualTo(value);
    }

    @Test
    void neverRisesNorFallsBelowTheResidualValue() {
        for (var method : Depreciation.values()) {
            var asset = asset(method, 333_333, 4_444L, 77, new BigDecimal("33.33"));
            long before = Long.MAX_VALUE;
            for (int month = 0; month < 400; month++) {
                long now = java.util.Objects.requireNonNull(BookValue.on(asset, BOUGHT.plusMonths(month), null))
                        .amountMinor();
                assertThat(now).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(4_444);
                before = now;
            }
        }
    }

    @Test
    void isNothingOnceItIsGone() {
        var asset = asset(Depreciation.NONE, 1000, null, null, null);
        assertThat(BookValue.on(asset, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 2)))
                .isNotNull();
        assertThat(BookValue.on(asset, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 2)))
                .isNull();
    }

    private static Asset asset(
            Depreciation method,
            long cost,
            @Nullable Long residual,
            @Nullable Integer life,
            @Nullable BigDecimal percent) {
        var draft = new AssetDraft(new Asset(
                new AssetId(new UUID(0, 1)),
                new ProductId(new UUID(0, 2)),
                "A-1",
                null,
                AssetStatus.AVAILABLE,
                Instant.EPOCH,
                "GOOD",
                null,
                null,
                BOUGHT,
                null,
                Money.of(cost, "EUR"),
                null,
                method,
                life,
                residual == null ? null : Money.of(residual, "EUR"),
                percent,
                null,
                null,
                java.util.Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                Instant.EPOCH));
        return draft.done();
    }
}

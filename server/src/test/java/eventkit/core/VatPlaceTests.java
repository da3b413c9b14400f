package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatPlaceTests {
    @ParameterizedTest
    @CsvSource({
        "DE, DE, DE136695976, STANDARD",
        "DE, DE, , STANDARD",
        "DE, , , STANDARD",
        "DE, FR, FR40303265045, REVERSE_CHARGE",
        "DE, SE, SE556677889901, REVERSE_CHARGE",
        "DE, FR, , STANDARD",
        "DE, FR, '  ', STANDARD",
        "DE, GR, EL094019245, REVERSE_CHARGE",
        "DE, GB, GB220430231, OUTSIDE_SCOPE",
        "DE, CH, CHE-116.281.710 MWST, OUTSIDE_SCOPE",
        "DE, US, , STANDARD",
        "GB, DE, DE136695976, OUTSIDE_SCOPE",
        "GB, GB, GB220430231, STANDARD",
        "CH, AT, ATU13585627, OUTSIDE_SCOPE"
    })
    void aBusinessElsewhereOwesItsTaxItself(String seller, String buyer, String number, VatCategory expected) {
        var usual = VatRate.standard("19");
        var rate = VatPlace.rate(usual, seller, buyer, number);
        assertThat(rate.category()).isEqualTo(expected);
        assertThat(rate.percent()).isEqualTo(expected == VatCategory.STANDARD ? usual.percent() : BigDecimal.ZERO);
    }

    @Test
    void whoChargesNoneAtHomeChargesNoneAbroad() {
        var exempt = VatRate.free(VatCategory.EXEMPT);
        assertThat(VatPlace.rate(exempt, "DE", "FR", "FR40303265045")).isEqualTo(exempt);
    }
}

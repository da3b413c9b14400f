package eventkit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BG175074752",
                "CHE100155212MWST",
                "CZ25123891",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "ESJ99216582",
                "ES54362315K",
                "ESX2482300W",
                "FI20774740",
                "FR40303265045",
                "GB980780684",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE6433435OA",
                "IE8D79739I",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "MT11679112",
                "NL004495445B01",
                "NL123456789B13",
                "NO995525828MVA",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE123456789701",
                "SI50223054",
                "SK2022749619"
            })
    void countsTheCheckDigits(String number) {
        assertThat(VatNumber.read(number, null)).isEqualTo(new VatNumber(number, VatCheck.DIGITS_CHECKED));
    }

    @Test
    void readsThemAsPeopleWriteThem() {
        assertThat(VatNumber.read(" de 136.695-976 ", null).text()).isEqualTo("DE136695976");
        assertThat(VatNumber.read("136695976", "DE").text()).isEqualTo("DE136695976");
        assertThat(VatNumber.read("094259216", "GR").text()).isEqualTo("EL094259216");
        assertThat(VatNumber.read("CHE-100.155.212 MWST", "CH").check()).isEqualTo(VatCheck.DIGITS_CHECKED);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(VatNumber.read("LV40003521600", null).check()).isEqualTo(VatCheck.FORMAT_CHECKED);
        assertThat(VatNumber.read("12-3456789", "US")).isEqualTo(new VatNumber("12-3456789", VatCheck.NOT_CHECKED));
        assertThat(VatNumber.read("12-3456789", null).check()).isEqualTo(VatCheck.NOT_CHECKED);
    }

    @Test
    void refusesWhatCanNotBeOne() {
        for (var wrong :
                new String[] {"DE13669597", "DE1366959766", "ATU1358562", "FR4030326504X", "NL004495445", "GB12", "DE"})
            assertThat(VatNumber.read(wrong, null).check()).as(wrong).isEqualTo(VatCheck.WRONG);
    }

    /** The one mistake that check digits are made for. */
    @Test
    void noticesAnyOneWrongDigit() {
        var dice = new Random(20_261_122);
        for (var number : new String[] {
            "DE136695976",
            "ATU13585627",
            "BE0428759497",
            "IT00743110157",
            "PL8567346215",
            "FR40303265045",
            "SE123456789701"
        }) {
            for (int i = 0; i < 50; i++) {
                int at = 3 + dice.nextInt(number.length() - (number.startsWith("SE") ? 5 : 3));
                char other = (char) ('0' + dice.nextInt(10));
                if (other == number.charAt(at)) continue;
                var changed = number.substring(0, at) + other + number.substring(at + 1);
                assertThat(VatNumber.read(changed, null).check()).as(changed).isEqualTo(VatCheck.WRONG);
            }
        }
    }
}

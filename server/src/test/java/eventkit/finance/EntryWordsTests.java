package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.finance.EntryWords.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EntryWordsTests {
    /** As the files of the books have always said it. */
    @Test
    void sayWhatWasPosted() {
        assertThat(EntryWords.of(Kind.DEPOSIT_INVOICE, "R-2027-0001").text()).isEqualTo("Deposit invoice R-2027-0001");
        assertThat(EntryWords.of(Kind.REFUND, null).text()).isEqualTo("Refund");
        assertThat(EntryWords.of(Kind.EXCHANGE_DIFFERENCE, "R-2027-0001").text())
                .isEqualTo("Exchange difference of R-2027-0001");
        assertThat(EntryWords.because(Kind.COST_TAKEN_BACK, "Entered twice").text())
                .isEqualTo("Cost taken back: Entered twice");
        assertThat(new EntryWords(Kind.REVERSAL, "#12", "Wrong account").text())
                .isEqualTo("Reversal of #12: Wrong account");
    }

    /** What German readers see is what they find it by. */
    @Test
    void areFoundAsTheAppSaysThemInGerman() throws IOException {
        var words = Path.of("").toAbsolutePath().getParent().resolve("web/src/lib/i18n/de/finance.json");
        var said =
                JsonMapper.builder().build().readTree(Files.readString(words)).path("entryWords");
        for (var kind : Kind.values())
            assertThat(said.path(kind.name()).asString().replaceAll("[: ]*\\{\\{.*", ""))
                    .as("%s", kind)
                    .isEqualTo(kind.german());
        assertThat(EntryWords.saying("rechnung")).containsExactly(Kind.INVOICE, Kind.DEPOSIT_INVOICE);
        assertThat(EntryWords.saying("RÜCK")).contains(Kind.REFUND);
        assertThat(EntryWords.saying("R-2027-0001")).isEmpty();
    }
}

package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.finance.EntryWords.Kind;
import org.junit.jupiter.api.Test;

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
}

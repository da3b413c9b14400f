package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedRowsTests {
    /** {@code 3 × SM58 [code] (note)}; a question mark where the quantity is not clear. */
    private static List<String> read(String text) {
        return PastedText.rows(text).stream()
                .map(row ->
                        row.number() + ": " + row.quantity() + (row.unclear() == null ? "" : "?") + " × " + row.text()
                                + (row.code() == null ? "" : " [" + row.code() + "]")
                                + (row.note() == null ? "" : " (" + row.note() + ")"))
                .toList();
    }

    @Test
    void readsQuantitiesBeforeAndBehindAndNone() {
        assertThat(read("12\tSM58\r\nPAR 64\t6\n\n \t \n4 x Kit Wash\n3× Cable 10 m\nLadder\n2 SM57\n58SM\n6 xlr"))
                .containsExactly(
                        "1: 12 × SM58",
                        "2: 6 × PAR 64",
                        "5: 4 × Kit Wash",
                        "6: 3 × Cable 10 m",
                        "7: 1 × Ladder",
                        "8: 2 × SM57",
                        "9: 1 × 58SM",
                        "10: 6 × xlr");
    }

    @Test
    void readsQuantitiesAsSpreadsheetsWriteThem() {
        assertThat(read("1,200\tTie\n1.200\tTie\n12,00\tSM58\n4.0\tSM57\n2,5\tCable\n6 Stk.\tPar\n7 pcs\tPar\n8x\tPar"))
                .containsExactly(
                        "1: 1200 × Tie",
                        "2: 1200 × Tie",
                        "3: 12 × SM58",
                        "4: 4 × SM57",
                        "5: 3? × Cable",
                        "6: 6 × Par",
                        "7: 7 × Par",
                        "8: 8 × Par");
    }

    /** Nobody knows how many pieces three metres are, or a dozen of what is sold by the pair: that is asked, and what was written is shown. */
    @Test
    void asksWhereSomethingIsNotCountedInPieces() {
        var rows = "3 m\tCable\nSM58\t2 dozen\n1,5 kg\tGaffer\n2 Paar\tBoom arm\n4 pcs\tDI";
        assertThat(read(rows))
                .containsExactly("1: 3? × Cable", "2: 2? × SM58", "3: 1? × Gaffer", "4: 2? × Boom arm", "5: 4 × DI");
        assertThat(read("Menge\tBezeichnung\n3 m\tCable\nviele\tSM58\n\tLadder"))
                .containsExactly("2: 3? × Cable", "3: 1? × SM58", "4: 1 × Ladder");
        assertThat(PastedText.rows(rows).getFirst().pasted()).isEqualTo("3 m Cable");
        assertThat(read("Cable 10 m\t4")).containsExactly("1: 4 × Cable 10 m");
    }

    @Test
    void goesByTheHeadsOfTheColumns() {
        assertThat(
                        read(
                                "Pos.\tBezeichnung\tMenge\tPreis\tBemerkung\n1\tSM58\t12\t4,50\tmit Clip\n2\tSM57\t\t3,00\t\n\t\t\t99,00\t"))
                .containsExactly("2: 12 × SM58 (mit Clip)", "3: 1 × SM57");
        assertThat(read("Code;Item;Qty\nSM58;Vocal microphone;4\n;Ladder;2"))
                .containsExactly("2: 4 × Vocal microphone [SM58]", "3: 2 × Ladder");
        assertThat(read("Item\nSM58")).as("a head alone is no table").containsExactly("1: 1 × Item", "2: 1 × SM58");
    }

    @Test
    void leavesOutNumbersOfRowsWhereSomethingElseCounts() {
        assertThat(read("1\tSM58\t12\n2\tSM57\t8")).containsExactly("1: 12 × SM58", "2: 8 × SM57");
        assertThat(read("12\tSM58\t1\n2\tSM57\t8")).containsExactly("1: 12 × SM58", "2: 2 × SM57");
    }

    @Test
    void readsCsvWithItsQuotationMarks() {
        assertThat(read("\"Cable, 10 m\",4\n\"19\"\" rack\",2\nSM58,12"))
                .containsExactly("1: 4 × Cable, 10 m", "2: 2 × 19\" rack", "3: 12 × SM58");
        assertThat(read("4\t\"Two\nlines\"\n2\t\"Big\" lamp\n1\t\"open"))
                .containsExactly("1: 4 × Two lines", "3: 2 × \"Big\" lamp", "4: 1 × \"open");
        assertThat(read("Lamp, black\n4 x Lamp, white")).containsExactly("1: 1 × Lamp, black", "2: 4 × Lamp, white");
        assertThat(read("Cable 3G2,5")).containsExactly("1: 1 × Cable 3G2,5");
    }
}

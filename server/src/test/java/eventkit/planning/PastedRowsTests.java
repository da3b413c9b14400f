package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedRowsTests {
    @Test
    void readsQuantitiesBeforeAndBehindAndNone() {
        assertThat(PastedRows.rows("12\tSM58\r\nPAR 64\t6\n\n \t \n4 x Kit Wash\n3× Cable 10 m\nLadder\n2 SM57\n58SM"))
                .containsExactly(
                        new PastedRows.Row(1, "SM58", 12),
                        new PastedRows.Row(2, "PAR 64", 6),
                        new PastedRows.Row(5, "Kit Wash", 4),
                        new PastedRows.Row(6, "Cable 10 m", 3),
                        new PastedRows.Row(7, "Ladder", 1),
                        new PastedRows.Row(8, "SM57", 2),
                        new PastedRows.Row(9, "58SM", 1));
    }
}

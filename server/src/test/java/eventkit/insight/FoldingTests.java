package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@ServerTest
class FoldingTests {
    private final Folding folding;

    FoldingTests(Folding folding) {
        this.folding = folding;
    }

    @Test
    void foldsAsciiExactlyAsTheDatabaseDoes() {
        var random = new Random(7);
        var parts = new ArrayList<String>(List.of("SPIKA-00017", "zw/99-47", "O'Neill's", "a", "--", "X_y%z\\"));
        for (int n = 0; n < 300; n++) {
            var part = new StringBuilder();
            for (int i = random.nextInt(1, 12); i > 0; i--) part.append((char) random.nextInt(1, 128));
            parts.add(part.toString());
        }
        assertThat(folding.fold(parts)).isEqualTo(folding.byDatabase(parts));
    }

    @Test
    void leavesOtherLettersToTheDatabase() {
        assertThat(folding.fold(List.of("Größe-7"))).isEqualTo(folding.byDatabase(List.of("Größe-7")));
        assertThat(folding.fold(List.of("Façade")).getFirst().part().words()).containsExactly("facade");
    }
}

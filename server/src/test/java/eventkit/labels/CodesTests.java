package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.labels.Codes.Recovery;
import java.awt.Polygon;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodesTests {

    @Test
    void foretellsHowBigACodeBecomes() {
        for (int length = 1; length < 400; length += 3) {
            String text = "https://" + "a".repeat(length);
            for (Recovery recovery : Recovery.values()) {
                assertThat(Codes.qr(text, recovery).width()).isEqualTo(Codes.qrModules(text, recovery));
            }
        }
    }

    @Test
    void outlinesCoverExactlyTheDarkModules() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int width = random.nextInt(1, 12);
            int height = random.nextInt(1, 12);
            CodeMatrix code = new CodeMatrix(width, height, i -> random.nextBoolean());
            boolean[] inside = new boolean[width * height];
            for (int[] outline : code.outlines()) {
                Polygon polygon = new Polygon();
                for (int i = 0; i < outline.length; i += 2) {
                    polygon.addPoint(outline[i] * 2, outline[i + 1] * 2);
                }
                for (int i = 0; i < inside.length; i++) {
                    inside[i] ^= polygon.contains(i % width * 2 + 1, i / width * 2 + 1);
                }
            }
            for (int i = 0; i < inside.length; i++) {
                assertThat(inside[i])
                        .as("seed %d round %d module %d", seed, round, i)
                        .isEqualTo(code.dark(i % width, i / width));
            }
        }
    }

    @Test
    void refusesTextNoCodeHolds() {
        assertThatThrownBy(() -> Codes.qr("x".repeat(5000), Recovery.L)).isInstanceOf(IllegalArgumentException.class);
    }
}

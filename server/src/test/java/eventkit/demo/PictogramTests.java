package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictogramTests {
    @ParameterizedTest
    @EnumSource
    void drawsTheSamePictureEveryTimeWithinItsBoard(Pictogram one) throws IOException {
        var png = one.png();
        assertThat(one.png()).isEqualTo(png).hasSizeLessThan(40_000);
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        var colours = new HashSet<Integer>();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                colours.add(picture.getRGB(x, y));
                if (x < 16 || y < 16 || x >= picture.getWidth() - 16 || y >= picture.getHeight() - 16)
                    assertThat(picture.getRGB(x, y) & 0xFFFFFF)
                            .as("the rim at %d, %d", x, y)
                            .isEqualTo(0xEEF2F3);
            }
        }
        assertThat(colours).hasSizeGreaterThan(3);
        assertThat(one.caption()).startsWith("Pictogram: ");
        Files.write(Files.createDirectories(Path.of("target", "pictograms")).resolve(one.fileName()), png);
    }
}

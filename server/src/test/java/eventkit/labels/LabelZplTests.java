package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.labels.LabelZpl.Resolution;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelZplTests {

    private static final String URL = "https://hire.example.org/asset/0198c0de-0000-7000-8000-000000000001";

    @Test
    void readsLikeThis() {
        String zpl = LabelZpl.one(
                NamedSheet.ROLL_57X32.sheet(),
                Resolution.DPI_203,
                new LabelContent(URL, "LX-00123", "Robe MegaPointe", "Aurora"),
                2);
        assertThat(zpl).startsWith("^XA\n^CI28\n^LH0,0\n^PW456\n^LL256\n^FO").endsWith("^PQ2\n^XZ\n");
        assertThat(zpl).containsPattern("\\^BQN,2,[3-9]\\^FH_\\^FD[HQML]A,https://hire\\.example\\.org/asset/");
        assertThat(zpl).contains("^FH_^FDLX-00123^FS", "^FDRobe MegaPointe^FS", "^FDAurora^FS");
    }

    @ParameterizedTest
    @EnumSource
    void staysInsideTheLabel(Resolution resolution) {
        for (NamedSheet named : NamedSheet.values()) {
            for (LabelContent label : LabelFixtures.labels(28, 4)) {
                if (named == NamedSheet.ROLL_25X25 && label.url().length() > 90) {
                    continue;
                }
                String zpl = LabelZpl.one(named.sheet(), resolution, label, 1);
                int wide = resolution.dots(named.sheet().labelWidthMm());
                int high = resolution.dots(named.sheet().labelHeightMm());
                Matcher origin = Pattern.compile("\\^F[OT](\\d+),(\\d+)").matcher(zpl);
                while (origin.find()) {
                    assertThat(Integer.parseInt(origin.group(1))).isBetween(0, wide);
                    assertThat(Integer.parseInt(origin.group(2))).isBetween(0, high);
                }
                assertThat(fields(zpl)).first().asString().endsWith("A," + label.url());
            }
        }
    }

    @Test
    void keepsSteeringCharactersInTextHarmless() {
        String hostile = "^XZ~JA_5E\\^FS ü Ω";
        String escaped = LabelZpl.escaped(hostile);
        assertThat(escaped).doesNotContain("^", "~", "\\").isASCII();
        assertThat(unescaped(escaped)).isEqualTo(hostile);
        String zpl = LabelZpl.one(
                NamedSheet.ROLL_89X36.sheet(),
                Resolution.DPI_300,
                new LabelContent(URL + "?a=^_~", "N^1_~", "^XZ", "~DG"),
                1);
        assertThat(zpl.split("\\^XZ", -1)).hasSize(2);
        assertThat(fields(zpl)).containsExactly(fields(zpl).getFirst(), "N^1_~", "~DG", "^XZ");
        assertThat(fields(zpl).getFirst()).endsWith("A," + URL + "?a=^_~");
    }

    @Test
    void escapesAnyTextSoThatItComesBack() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                int character = random.nextBoolean() ? random.nextInt(0x20, 0x7F) : random.nextInt(0xA0, 0x2FFF);
                text.appendCodePoint(character);
            }
            assertThat(unescaped(LabelZpl.escaped(text.toString())))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void sendsLettersThePrinterLacksAsAPicture() {
        String zpl = LabelZpl.one(
                NamedSheet.ROLL_89X36.sheet(),
                Resolution.DPI_203,
                new LabelContent(URL, "LX-1", "舞台照明", "Größe & Söhne"),
                1);
        Matcher picture =
                Pattern.compile("\\^GFA,(\\d+),\\1,(\\d+),([0-9A-F]+)\\^FS").matcher(zpl);
        assertThat(picture.find()).isTrue();
        assertThat(picture.group(3)).hasSize(2 * Integer.parseInt(picture.group(1)));
        assertThat(picture.group(3)).containsPattern("[1-9A-F]");
        assertThat(zpl).contains("^FDGr_C3_B6_C3_9Fe & S_C3_B6hne^FS");
    }

    private static List<String> fields(String zpl) {
        List<String> fields = new ArrayList<>();
        Matcher field = Pattern.compile("\\^FH_\\^FD(.*?)\\^FS").matcher(zpl);
        while (field.find()) {
            fields.add(unescaped(field.group(1)));
        }
        return fields;
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '_') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import eventkit.labels.LabelZpl.Resolution;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
                null,
                2);
        assertThat(zpl).startsWith("^XA\n^CI28\n^LH0,0\n^PW456\n^LL256\n^FO").endsWith("^PQ2\n^XZ\n");
        assertThat(zpl).containsPattern("\\^BQN,2,[3-9]\\^FH_\\^FD[HQML]A,https://hire\\.example\\.org/asset/");
        assertThat(zpl).contains("^FH_^FDLX-00123^FS", "^FDRobe MegaPointe^FS", "^FDAurora^FS");
    }

    @ParameterizedTest
    @EnumSource
    void staysInsideTheLabel(Resolution resolution) throws IOException {
        var logo = LabelFixtures.logo();
        for (NamedSheet named : NamedSheet.values()) {
            for (LabelContent label : LabelFixtures.labels(28, 4)) {
                if (named == NamedSheet.ROLL_25X25 && label.url().length() > 90) {
                    continue;
                }
                String zpl = LabelZpl.one(named.sheet(), resolution, label, logo, 1);
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
                null,
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
                null,
                1);
        Matcher picture =
                Pattern.compile("\\^GFA,(\\d+),\\1,(\\d+),([0-9A-F]+)\\^FS").matcher(zpl);
        assertThat(picture.find()).isTrue();
        assertThat(picture.group(3)).hasSize(2 * Integer.parseInt(picture.group(1)));
        assertThat(picture.group(3)).containsPattern("[1-9A-F]");
        assertThat(zpl).contains("^FDGr_C3_B6_C3_9Fe & S_C3_B6hne^FS");
    }

    @Test
    void sendsTheLogoInDotsWithinItsBox() throws IOException {
        var content = new LabelContent(URL, "SM58-001", "Shure SM58", "Stagelight GmbH", "S/N 3AB1234567");
        var sheet = NamedSheet.ROLL_102X51.sheet();
        assertThat(LabelZpl.one(sheet, Resolution.DPI_203, content, null, 1)).doesNotContain("^GF");
        var zpl = LabelZpl.one(sheet, Resolution.DPI_203, content, LabelFixtures.logo(), 1);
        var box = LabelZpl.layout(sheet, Resolution.DPI_203, content, LabelFixtures.logo())
                .logoBox();
        assertThat(box).isNotNull();
        int wide = Resolution.DPI_203.dots(box.width());
        int high = Resolution.DPI_203.dots(box.height());
        var picture = Pattern.compile("\\^FO(\\d+),(\\d+)\\^GFA,(\\d+),\\3,(\\d+),([0-9A-F]+)\\^FS")
                .matcher(zpl);
        assertThat(picture.find()).isTrue();
        assertThat(Integer.parseInt(picture.group(1))).isEqualTo(Resolution.DPI_203.dots(box.x()));
        assertThat(Integer.parseInt(picture.group(2))).isEqualTo(Resolution.DPI_203.dots(box.y()));
        assertThat(Integer.parseInt(picture.group(4))).isEqualTo((wide + 7) / 8);
        assertThat(Integer.parseInt(picture.group(3))).isEqualTo((wide + 7) / 8 * high);
        assertThat(picture.group(5)).containsPattern("[1-9A-F]{20}");
    }

    /** White stays free of dots, black is full of them, and a grey is as dark from afar as it was. */
    @Test
    void keepsTheLightOfTheLogo() {
        var content = new LabelContent(URL, "SM58-001", "Shure SM58", "Stagelight GmbH");
        for (int grey : new int[] {0, 64, 128, 192, 255}) {
            var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.setColor(new Color(grey, grey, grey));
            pen.fillRect(0, 0, 64, 64);
            pen.dispose();
            var logo = LabelLogo.of(picture, "grey");
            var zpl = LabelZpl.one(NamedSheet.ROLL_102X51.sheet(), Resolution.DPI_203, content, logo, 1);
            var box = LabelZpl.layout(NamedSheet.ROLL_102X51.sheet(), Resolution.DPI_203, content, logo)
                    .logoBox();
            assertThat(box).isNotNull();
            var found =
                    Pattern.compile("\\^GFA,\\d+,\\d+,\\d+,([0-9A-F]+)\\^FS").matcher(zpl);
            assertThat(found.find()).isTrue();
            double dots = Resolution.DPI_203.dots(box.width()) * Resolution.DPI_203.dots(box.height());
            int dark = found.group(1)
                    .chars()
                    .map(c -> Integer.bitCount(Character.digit(c, 16)))
                    .sum();
            assertThat(dark / dots).as("grey %d", grey).isCloseTo(1 - grey / 255.0, offset(0.05));
        }
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

package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import eventkit.labels.LabelLayout.Line;
import eventkit.labels.LabelLayout.Role;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelLayoutTests {

    private static final String URL = "https://hire.example.org/asset/0198c0de-0000-7000-8000-000000000001";

    @ParameterizedTest
    @EnumSource
    void keepsNamedSheetsOnTheirPage(NamedSheet named) {
        assertThat(named.sheet().faults()).isEmpty();
        keepsItsPromises(named.sheet(), LabelFixtures.labels(60, 1));
    }

    @Test
    void keepsItsPromisesOnAnySheet() {
        long seed = 20261121;
        Random random = new Random(seed);
        int laidOut = 0;
        for (int round = 0; round < 400; round++) {
            double width = random.nextDouble(20, 120);
            double height = random.nextDouble(18, 120);
            LabelSheet sheet = new LabelSheet(
                    "round " + round + " of seed " + seed,
                    400,
                    400,
                    random.nextDouble(0, 10),
                    random.nextDouble(0, 10),
                    random.nextInt(1, 4),
                    random.nextInt(1, 4),
                    width + random.nextDouble(0, 5),
                    height + random.nextDouble(0, 5),
                    width,
                    height,
                    0,
                    random.nextDouble(0, 6),
                    false);
            if (!sheet.faults().isEmpty()) {
                continue;
            }
            try {
                keepsItsPromises(sheet, LabelFixtures.labels(6, round));
                laidOut++;
            } catch (CodeDoesNotFit small) {
                assertThat(Math.min(width, height)).as(sheet.name()).isLessThan(28);
            }
        }
        assertThat(laidOut).isGreaterThan(200);
    }

    private static void keepsItsPromises(LabelSheet sheet, List<LabelContent> labels) {
        Box label = new Box(0, 0, sheet.labelWidthMm(), sheet.labelHeightMm());
        Box page = new Box(0, 0, sheet.pageWidthMm() + 0.02, sheet.pageHeightMm() + 0.02);
        for (int k = 0; k < sheet.labels(); k++) {
            assertThat(page.contains(sheet.place(k)))
                    .as("place %d of %s", k, sheet.name())
                    .isTrue();
            for (int other = 0; other < k; other++) {
                assertThat(sheet.place(k).grown(-0.02).overlaps(sheet.place(other)))
                        .isFalse();
            }
        }
        for (LabelContent content : labels) {
            LabelLayout layout = LabelLayout.arrange(sheet, content, null);
            String what = sheet.name() + ": " + content;
            assertThat(layout.moduleMm()).as(what).isGreaterThanOrEqualTo(LabelLayout.MODULE_MM_MIN);
            assertThat(label.contains(layout.quietBox()))
                    .as("quiet zone on " + what)
                    .isTrue();
            assertThat(sheet.safe().grown(1e-6).contains(layout.codeBox()))
                    .as("code on " + what)
                    .isTrue();
            assertThat(layout.lines()).as(what).extracting(Line::role).contains(Role.NUMBER);
            for (Line line : layout.lines()) {
                assertThat(sheet.safe().grown(1e-3).contains(line.box()))
                        .as(line + " on " + what)
                        .isTrue();
                assertThat(line.box().overlaps(layout.quietBox()))
                        .as(line + " on " + what)
                        .isFalse();
                for (Line other : layout.lines()) {
                    assertThat(line != other && line.box().overlaps(other.box()))
                            .as("%s and %s on %s", line, other, what)
                            .isFalse();
                }
            }
        }
    }

    private static final List<LabelLogo> LOGOS = List.of(logo(0.2), logo(0.7), logo(1), logo(2.4), logo(8));

    @ParameterizedTest
    @EnumSource
    void setsTheLogoWhereNothingElseStands(NamedSheet named) {
        LabelSheet sheet = named.sheet();
        for (LabelContent content : LabelFixtures.labels(60, 2)) {
            LabelLayout without = LabelLayout.arrange(sheet, content, null);
            assertThat(without.logoBox()).isNull();
            for (LabelLogo logo : LOGOS) {
                double aspect = logo.aspect();
                LabelLayout with = LabelLayout.arrange(sheet, content, logo);
                String what = sheet.name() + ": " + content + " with a logo of " + aspect;
                assertThat(with.codeBox()).as(what).isEqualTo(without.codeBox());
                assertThat(with.lines()).as(what).isEqualTo(without.lines());
                Box box = with.logoBox();
                if (box == null) continue;
                assertThat(sheet.safe().grown(1e-6).contains(box)).as(what).isTrue();
                assertThat(box.overlaps(with.quietBox())).as(what).isFalse();
                assertThat(with.lines()).as(what).noneMatch(line -> line.box().overlaps(box));
                assertThat(box.width() / box.height()).as(what).isCloseTo(aspect, offset(0.02 * aspect));
                assertThat(Math.max(box.width(), box.height())).as(what).isBetween(5.0, 52.0);
            }
        }
    }

    @Test
    void leavesTheLogoOffWhereTheTextNeedsTheRoom() {
        LabelContent content = new LabelContent(URL, "SM58-001", "Shure SM58", "Stagelight GmbH", "S/N 3AB1234567");
        assertThat(LabelLayout.arrange(NamedSheet.A4_3X8.sheet(), content, logo(1))
                        .logoBox())
                .isNotNull();
        assertThat(LabelLayout.arrange(NamedSheet.ROLL_25X25.sheet(), content, logo(1))
                        .logoBox())
                .isNull();
        assertThat(LabelLayout.arrange(NamedSheet.A4_3X8.sheet(), LabelContent.blank(URL, "7F3A"), logo(1))
                        .logoBox())
                .as("labels printed ahead say only their code")
                .isNull();
    }

    private static LabelLogo logo(double aspect) {
        return LabelLogo.of(
                new BufferedImage((int) Math.round(300 * aspect), 300, BufferedImage.TYPE_INT_ARGB), "logo");
    }

    @Test
    void makesTheNumberTheBiggestText() {
        for (NamedSheet named : NamedSheet.values()) {
            LabelLayout layout = LabelLayout.arrange(
                    named.sheet(), new LabelContent(URL, "LX-00123", "Robe MegaPointe", "Aurora", "S/N 7"), null);
            double number = layout.lines().getFirst().sizeMm();
            assertThat(layout.lines()).extracting(Line::role).startsWith(Role.NUMBER);
            assertThat(layout.lines().stream().skip(1)).as(named.name()).allMatch(line -> line.sizeMm() < number);
        }
    }

    @Test
    void neverCutsANumberThatCanBeMadeToFit() {
        LabelLayout layout = LabelLayout.arrange(
                NamedSheet.A4_4X10.sheet(), new LabelContent(URL, "AUDIO-MIC-00123", "Shure SM58", "Aurora"), null);
        assertThat(layout.lines().getFirst().text()).isEqualTo("AUDIO-MIC-00123");
    }

    @Test
    void breaksTheProductAtWordsAndEndsItWithAnEllipsis() {
        LabelLayout layout = LabelLayout.arrange(
                NamedSheet.A4_3X8.sheet(),
                new LabelContent(
                        URL, "1", "Clay Paky Sharpy Plus Aqua with a very long cover and other things besides", "A"),
                null);
        List<String> product = layout.lines().stream()
                .filter(line -> line.role() == Role.PRODUCT)
                .map(Line::text)
                .toList();
        assertThat(product).hasSize(2);
        assertThat("Clay Paky Sharpy Plus Aqua with a very long cover").startsWith(product.getFirst() + " ");
        assertThat(product.getLast()).endsWith("…");
    }

    @Test
    void takesTheBestRecoveryWhoseModulesStayReadable() {
        LabelLayout big = LabelLayout.arrange(NamedSheet.A4_3X8.sheet(), LabelContent.blank(URL, "7F3A"), null);
        assertThat(big.recovery()).isEqualTo(Codes.Recovery.H);
        LabelLayout small = LabelLayout.arrange(NamedSheet.ROLL_25X25.sheet(), LabelContent.blank(URL, "7F3A"), null);
        assertThat(big.moduleMm()).isGreaterThan(0.5);
        assertThat(small.moduleMm()).isGreaterThanOrEqualTo(LabelLayout.MODULE_MM_MIN);
        assertThat(small.recovery()).isGreaterThan(Codes.Recovery.H);
    }

    @Test
    void refusesALabelTooSmallForItsAddress() {
        LabelSheet tiny = LabelSheet.roll("tiny", 14, 14, 0);
        LabelContent content = LabelContent.blank("https://" + "x".repeat(60) + "/asset/" + new UUID(1, 2), "1");
        assertThatThrownBy(() -> LabelLayout.arrange(tiny, content, null))
                .isInstanceOf(CodeDoesNotFit.class)
                .hasMessageContaining("14.0 × 14.0 mm");
    }

    @Test
    void namesEveryFaultOfACustomSheet() {
        LabelSheet overlapping = new LabelSheet("x", 210, 297, 8, 8, 4, 4, 40, 40, 48, 48, 0, 4, false);
        assertThat(overlapping.faults())
                .extracting(LabelSheet.Fault::field)
                .containsExactly("columnPitchMillimetres", "rowPitchMillimetres");
        LabelSheet leaving = new LabelSheet("x", 210, 297, 8, 8, 5, 9, 48, 48, 48, 48, 0, 4, false);
        assertThat(leaving.faults()).extracting(LabelSheet.Fault::field).containsExactly("columns", "rows");
        LabelSheet absurd = new LabelSheet("x", Double.NaN, -1, 8, 8, 0, 9, 48, 48, 48, 48, 0, 4, false);
        assertThat(absurd.faults())
                .extracting(LabelSheet.Fault::field)
                .containsExactly("pageWidthMillimetres", "pageHeightMillimetres", "columns");
    }

    @Test
    void showsABoxForWhatNoFontHas() {
        String text = "A\uD83C\uDFA4B";
        assertThat(LabelFonts.runs(text, LabelFonts.Face.MEDIUM).stream()
                        .map(LabelFonts.Run::text)
                        .reduce("", String::concat))
                .startsWith("A")
                .endsWith("B")
                .hasSizeGreaterThan(2);
    }

    @Test
    void dropsControlsAndInvisibleMarks() {
        LabelContent content = new LabelContent(URL, " 1\n2\u202E3 ", "a\u0000\u200Bb\t c", "\uD800x");
        assertThat(content.number()).isEqualTo("1 23");
        assertThat(content.product()).isEqualTo("ab c");
        assertThat(content.company()).isEqualTo("x");
    }
}

package eventkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Money;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints packing lists, reads their text, and has an independent decoder read their code. */
class PackingListPdfTests {
    private static final String LINK = "https://kit.stagelight.example/case/01890a5d-ac96-774b-bcce-b302099a8057";

    @TempDir
    Path folder;

    @Test
    void printsWhatIsInTheCaseAndACodeThatCanBeRead() throws Exception {
        var pdf = PackingListPdf.of(list("Dimmer <b>rack</b> & \"co\"", 3), LINK, reader("en"), null);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(
                            "Packing list",
                            "FC-0007",
                            "Dimmer <b>rack</b> & \"co\"",
                            "2 pieces of unknown weight",
                            "LAMP-001, LAMP-002",
                            "34.0 kg",
                            "Page 1 / 1");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Packing list FC-0007");
            assertThat(codeOn(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo(LINK);
        }
        Files.write(Path.of("target", "packing-list.pdf"), pdf);
    }

    @Test
    void showsTheLogoOfTheCompanyAndStillACodeThatCanBeRead() throws Exception {
        for (int[] size : new int[][] {{512, 512}, {900, 120}, {60, 400}}) {
            var logo = folder.resolve("logo.png");
            var picture = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_ARGB);
            var pen = picture.createGraphics();
            pen.setColor(Color.ORANGE);
            pen.fillOval(0, 0, size[0], size[1]);
            pen.dispose();
            ImageIO.write(picture, "png", logo.toFile());
            var pdf = PackingListPdf.of(list("Dimmer rack", 3), LINK, reader("en"), logo);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                var page = new PDFRenderer(document).renderImageWithDPI(0, 150);
                var ink = orange(page);
                double mm = 25.4 / 150;
                assertThat(ink.width * mm).as("wide").isBetween(2.0, 60.5);
                assertThat(ink.height * mm).as("high").isBetween(5.0, 16.5);
                assertThat(ink.x * mm).as("from the left").isBetween(15.5, 17.0);
                assertThat((double) ink.width / ink.height)
                        .isCloseTo((double) size[0] / size[1], Offset.offset(0.1 * size[0] / size[1]));
                assertThat(codeOn(page)).isEqualTo(LINK);
            }
            Files.write(Path.of("target", "packing-list-logo.pdf"), pdf);
        }
    }

    private static Rectangle orange(BufferedImage page) {
        var found = new Rectangle(-1, -1);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                var color = new Color(page.getRGB(x, y));
                if (color.getRed() > 200 && color.getBlue() < 100) found.add(new Rectangle(x, y, 1, 1));
            }
        }
        return found;
    }

    private String codeOn(BufferedImage page) throws Exception {
        var png = folder.resolve("page.png");
        ImageIO.write(page, "png", png.toFile());
        var decoder = new ProcessBuilder("zbarimg", "--nodbus", "-q", "--raw", png.toString())
                .redirectErrorStream(true)
                .start();
        return new String(decoder.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    @Test
    void flowsOverPagesAndRepeatsTheHeadings() throws Exception {
        try (var document = Loader.loadPDF(PackingListPdf.of(list("Trunk", 120), LINK, reader("de"), null))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("Inhalt", "Seite 2 / " + document.getNumberOfPages());
        }
    }

    @Test
    void printsNamesOfAnyAlphabetAndSurvivesWhatXmlCanNotHold() throws Exception {
        try (var document = Loader.loadPDF(
                PackingListPdf.of(list("Ящик 照明 조명 Łódź \uFFFE\uFFFF \\0022; }", 1), LINK, reader("xx"), null))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Ящик", "照明", "조명", "Łódź");
        }
    }

    private static PackingList list(String name, int lines) {
        var all = new ArrayList<PackingList.Line>();
        all.add(new PackingList.Line(
                PackingList.LineKind.ASSETS, 0, "Lamp", List.of("LAMP-001", "LAMP-002"), 2, 18_000L));
        IntStream.range(1, lines)
                .forEach(i -> all.add(
                        new PackingList.Line(PackingList.LineKind.STOCK, i % 3, "Cable " + i, List.of(), 10, null)));
        return new PackingList(
                new UUID(0, 7),
                "FC-0007",
                name,
                CaseStatus.OPEN,
                "Hall 1",
                "Stagelight GmbH",
                null,
                Instant.parse("2026-11-21T08:00:00Z"),
                new Measures(34_000, 2, 14_000, null, 400_000_000L, List.of(Money.of(1, "EUR")), 0),
                all);
    }

    private static Caller reader(String locale) {
        return new Caller(null, "Ana", Set.of(), Caller.Via.WEB, null, null, "Europe/Berlin", locale);
    }
}

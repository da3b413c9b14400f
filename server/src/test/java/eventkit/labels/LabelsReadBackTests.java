package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prints sheets, makes pictures of them as a printer would, and has an independent decoder read them. */
class LabelsReadBackTests {

    private static final double PLACEMENT_MM_MAX = 0.2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void readsBackEveryCodeOfAFullSheet(NamedSheet named) throws Exception {
        readsBack(named, null);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackEveryCodeBesideALogo(NamedSheet named) throws Exception {
        readsBack(named, LabelFixtures.logo());
    }

    private void readsBack(NamedSheet named, @Nullable LabelLogo logo) throws Exception {
        LabelSheet sheet = named.sheet();
        // A 25 mm label is for short addresses; every other one carries 120 characters.
        List<LabelContent> labels =
                LabelFixtures.labels(Math.max(3, sheet.labels()), named.name().length());
        byte[] pdf = print(PrintRun.on(sheet), logo, labels);
        for (int dpi : new int[] {300, 150}) {
            List<BufferedImage> pages = rasterised(pdf, dpi);
            List<String> read = new ArrayList<>();
            for (int page = 0; page < pages.size(); page++) {
                Path png = folder.resolve(named + (logo == null ? "-" : "-logo-") + dpi + "-" + page + ".png");
                ImageIO.write(pages.get(page), "png", png.toFile());
                read.addAll(decoded(png, "zbarimg", "--nodbus", "-q", "--raw"));
            }
            assertThat(read)
                    .as("%s at %d dpi", sheet.name(), dpi)
                    .containsExactlyInAnyOrderElementsOf(
                            labels.stream().map(LabelContent::url).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void placesEveryCodeWhereTheSheetSays(NamedSheet named) throws Exception {
        LabelSheet sheet = named.sheet();
        List<LabelContent> labels = LabelFixtures.labels(sheet.labels(), 5);
        int dpi = 600;
        double pixelMm = 25.4 / dpi;
        Raster page =
                rasterised(print(PrintRun.on(sheet), labels), dpi).getFirst().getRaster();
        for (int k = 0; k < labels.size(); k++) {
            Box code = LabelLayout.arrange(sheet, labels.get(k), null).codeBox();
            Box expected = code.shifted(sheet.place(k).x(), sheet.place(k).y());
            Box found = darkWithin(page, expected.grown(1), pixelMm);
            assertThat(new double[] {found.x(), found.y(), found.right(), found.bottom()})
                    .as("label %d of %s", k + 1, sheet.name())
                    .containsExactly(
                            new double[] {expected.x(), expected.y(), expected.right(), expected.bottom()},
                            org.assertj.core.data.Offset.offset(PLACEMENT_MM_MAX));
        }
    }

    @Test
    void startsAtTheFirstFreeLabelAndPrintsCopiesInARow() throws Exception {
        LabelSheet sheet = NamedSheet.A4_3X7.sheet();
        List<LabelContent> labels = LabelFixtures.labels(3, 11);
        byte[] pdf = print(new PrintRun(sheet, 20, 2), labels);
        List<BufferedImage> pages = rasterised(pdf, 300);
        assertThat(pages).hasSize(2);
        assertThat(inkedPlaces(pages.get(0), sheet)).containsExactly(19, 20);
        assertThat(inkedPlaces(pages.get(1), sheet)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void readsBackBlankLabels() throws Exception {
        List<LabelContent> blanks = LabelFixtures.labels(40, 3).stream()
                .map(label -> LabelContent.blank(
                        label.url(), label.url().substring(label.url().length() - 6)))
                .toList();
        BufferedImage page = rasterised(print(PrintRun.on(NamedSheet.A4_4X10.sheet()), blanks), 300)
                .getFirst();
        Path png = folder.resolve("blank.png");
        ImageIO.write(page, "png", png.toFile());
        assertThat(decoded(png, "zbarimg", "--nodbus", "-q", "--raw"))
                .containsExactlyInAnyOrderElementsOf(
                        blanks.stream().map(LabelContent::url).toList());
    }

    @Test
    void readsBackACustomSheetWithOutlines() throws Exception {
        LabelSheet sheet = new LabelSheet("own", 148, 210, 9, 12, 2, 4, 66, 47, 62, 44, 3, 5, true);
        List<LabelContent> labels = LabelFixtures.labels(8, 21);
        for (int dpi : new int[] {300, 150}) {
            Path png = folder.resolve("custom-" + dpi + ".png");
            ImageIO.write(rasterised(print(PrintRun.on(sheet), labels), dpi).getFirst(), "png", png.toFile());
            assertThat(decoded(png, "zbarimg", "--nodbus", "-q", "--raw"))
                    .containsExactlyInAnyOrderElementsOf(
                            labels.stream().map(LabelContent::url).toList());
        }
    }

    @Test
    void readsBackADataMatrix() throws Exception {
        String text = "https://hire.example.org/asset/0198c0de-0000-7000-8000-000000000001";
        Path png = folder.resolve("datamatrix.png");
        ImageIO.write(picture(Codes.dataMatrix(text), 1, 8, 4), "png", png.toFile());
        assertThat(decoded(png, "dmtxread", "-n", "-N1", "-m5000")).containsExactly(text);
    }

    @Test
    void readsBackACode128() throws Exception {
        Path png = folder.resolve("code128.png");
        ImageIO.write(picture(Codes.code128("LX-00123"), 60, 3, 10), "png", png.toFile());
        assertThat(decoded(png, "zbarimg", "--nodbus", "-q", "--raw")).containsExactly("LX-00123");
    }

    @Test
    void makesTheSameBytesFromTheSameInput() throws Exception {
        List<LabelContent> labels = LabelFixtures.labels(60, 9);
        byte[] first = print(PrintRun.on(NamedSheet.A4_3X8.sheet()), labels);
        assertThat(print(PrintRun.on(NamedSheet.A4_3X8.sheet()), labels)).isEqualTo(first);
        assertThat(print(new PrintRun(NamedSheet.A4_3X8.sheet(), 2, 1), labels)).isNotEqualTo(first);
    }

    @Test
    void keepsTheLogoOnceForAllLabels() throws Exception {
        List<LabelContent> labels = LabelFixtures.labels(48, 9);
        byte[] plain = print(PrintRun.on(NamedSheet.A4_3X8.sheet()), labels);
        byte[] pdf = print(PrintRun.on(NamedSheet.A4_3X8.sheet()), LabelFixtures.logo(), labels);
        assertThat(print(PrintRun.on(NamedSheet.A4_3X8.sheet()), LabelFixtures.logo(), labels))
                .isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (PDPage page : document.getPages())
                assertThat(page.getResources().getXObjectNames()).hasSize(1);
        }
        assertThat(pdf.length - plain.length).isLessThan(40_000);
    }

    @Test
    void saysItsTitleAndLanguageAndForbidsScaling() throws Exception {
        byte[] pdf = print(PrintRun.on(NamedSheet.A4_3X8.sheet()), LabelFixtures.labels(1, 1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Labels");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getViewerPreferences().getPrintScaling())
                    .isEqualTo("None");
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static byte[] print(PrintRun run, List<LabelContent> labels) throws IOException {
        return print(run, null, labels);
    }

    private static byte[] print(PrintRun run, @Nullable LabelLogo logo, List<LabelContent> labels) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        LabelPdf.write(run, logo, labels, "Labels", "en", pdf);
        return pdf.toByteArray();
    }

    private static List<BufferedImage> rasterised(byte[] pdf, int dpi) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
            }
        }
        return pages;
    }

    private static BufferedImage picture(CodeMatrix code, int rowPixels, int modulePixels, int quietModules) {
        int tall = Math.max(rowPixels, modulePixels);
        int width = (code.width() + 2 * quietModules) * modulePixels;
        int height = code.height() * tall + 2 * quietModules * modulePixels;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = Math.floorDiv(x, modulePixels) - quietModules;
                int row = Math.floorDiv(y - quietModules * modulePixels, tall);
                image.getRaster().setSample(x, y, 0, code.dark(column, row) ? 0 : 255);
            }
        }
        return image;
    }

    private static Box darkWithin(Raster page, Box window, double pixelMm) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        int lastColumn = Math.min(page.getWidth() - 1, (int) (window.right() / pixelMm));
        int lastRow = Math.min(page.getHeight() - 1, (int) (window.bottom() / pixelMm));
        for (int y = Math.max(0, (int) (window.y() / pixelMm)); y <= lastRow; y++) {
            for (int x = Math.max(0, (int) (window.x() / pixelMm)); x <= lastColumn; x++) {
                if (page.getSample(x, y, 0) < 128) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Box(left * pixelMm, top * pixelMm, (right - left) * pixelMm, (bottom - top) * pixelMm);
    }

    private static List<Integer> inkedPlaces(BufferedImage page, LabelSheet sheet) {
        List<Integer> inked = new ArrayList<>();
        for (int k = 0; k < sheet.labels(); k++) {
            if (darkWithin(page.getRaster(), sheet.place(k), 25.4 / 300).width() > 0) {
                inked.add(k);
            }
        }
        return inked;
    }

    private static List<String> decoded(Path png, String... command) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(Arrays.asList(command));
        call.add(png.toString());
        Process decoder;
        try {
            decoder = new ProcessBuilder(call)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(command[0] + " is missing: run ./eventkit doctor", e);
        }
        String out = new String(decoder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        decoder.waitFor();
        keep(png);
        return out.lines().filter(line -> !line.isEmpty()).toList();
    }

    /** Leaves the pictures beside the build, for people to look at. */
    private static void keep(Path png) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "labels"));
        Files.copy(png, target.resolve(png.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}

package eventkit.labels;

import eventkit.labels.LabelFonts.Face;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Labels as PDF. Codes are outlines, not images, on a raster of 1/150 inch of the page; viewers are told not to scale. The same
 * input gives the same bytes. Finished pages wait compressed, beyond 16 MB in a temporary file.
 */
final class LabelPdf {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final long MEMORY_BYTES_MAX = 16L << 20;

    private LabelPdf() {}

    /**
     * @param title shown by viewers instead of the file's name
     * @param language of the title and the texts, for example {@code de}
     * @return the pages written
     * @throws CodeDoesNotFit before anything is written
     */
    static int write(
            PrintRun run,
            @Nullable LabelLogo logo,
            Iterable<LabelContent> labels,
            String title,
            String language,
            OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY_BYTES_MAX).streamCache);
                Fonts fonts = new Fonts(document);
                Pages pages = new Pages(document, fonts, run, logo)) {
            CRC32 fingerprint = new CRC32();
            fingerprint.update((run + title + language).getBytes(StandardCharsets.UTF_8));
            if (logo != null) fingerprint.update(logo.mark().getBytes(StandardCharsets.UTF_8));
            for (LabelContent label : labels) {
                fingerprint.update(label.toString().getBytes(StandardCharsets.UTF_8));
                LabelLayout layout = LabelLayout.arrange(run.sheet(), label, logo);
                for (int copy = 0; copy < run.copies(); copy++) {
                    pages.draw(layout);
                }
            }
            pages.finish();
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("EventKit");
            document.getDocumentCatalog().setLanguage(language);
            PDViewerPreferences preferences =
                    new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
            preferences.setDisplayDocTitle(true);
            preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            document.setDocumentId(fingerprint.getValue());
            document.save(out);
            return document.getNumberOfPages();
        }
    }

    /** The page being filled, and the next free place on it. */
    private static final class Pages implements AutoCloseable {
        private final PDDocument document;
        private final Fonts fonts;
        private final LabelSheet sheet;
        private final @Nullable LabelLogo logo;
        private int position;
        private @Nullable PDImageXObject embedded;
        private @Nullable PDPageContentStream open;

        Pages(PDDocument document, Fonts fonts, PrintRun run, @Nullable LabelLogo logo) {
            this.document = document;
            this.fonts = fonts;
            this.sheet = run.sheet();
            this.logo = logo;
            this.position = run.startAt() - 1;
        }

        void draw(LabelLayout layout) throws IOException {
            if (position == sheet.labels()) {
                finish();
                position = 0;
            }
            PDPageContentStream page = open;
            if (page == null) {
                page = begin();
                open = page;
            }
            Box place = sheet.place(position++);
            if (sheet.outlined()) {
                edge(page, place);
            }
            code(page, layout, place);
            text(page, layout, place);
            logo(page, layout, place);
        }

        private PDPageContentStream begin() throws IOException {
            PDPage page = new PDPage(new PDRectangle(
                    (float) (sheet.pageWidthMm() * POINTS_PER_MM), (float) (sheet.pageHeightMm() * POINTS_PER_MM)));
            document.addPage(page);
            return new PDPageContentStream(document, page);
        }

        private void code(PDPageContentStream page, LabelLayout layout, Box place) throws IOException {
            float module = (float) (layout.moduleMm() * POINTS_PER_MM);
            page.saveGraphicsState();
            page.transform(new Matrix(
                    module,
                    0,
                    0,
                    -module,
                    (float) (snapped(place.x() + layout.codeBox().x()) * POINTS_PER_MM),
                    up(snapped(place.y() + layout.codeBox().y()))));
            for (int[] outline : layout.code().outlines()) {
                page.moveTo(outline[0], outline[1]);
                for (int i = 2; i < outline.length; i += 2) {
                    page.lineTo(outline[i], outline[i + 1]);
                }
                page.closePath();
            }
            page.fillEvenOdd();
            page.restoreGraphicsState();
        }

        private void text(PDPageContentStream page, LabelLayout layout, Box place) throws IOException {
            page.beginText();
            for (LabelLayout.Line line : layout.lines()) {
                float size = (float) (line.sizeMm() * POINTS_PER_MM);
                page.setTextMatrix(new Matrix(
                        1, 0, 0, 1, (float) ((place.x() + line.x()) * POINTS_PER_MM), up(place.y() + line.baseline())));
                for (LabelFonts.Run run : LabelFonts.runs(line.text(), line.face())) {
                    page.setFont(fonts.embedded(run.face()), size);
                    page.showText(run.text());
                }
            }
            page.endText();
        }

        /** One picture in the file, however many labels show it. */
        private void logo(PDPageContentStream page, LabelLayout layout, Box place) throws IOException {
            Box box = layout.logoBox();
            if (logo == null || box == null) return;
            PDImageXObject picture = embedded;
            if (picture == null) {
                picture = LosslessFactory.createFromImage(document, logo.image());
                embedded = picture;
            }
            page.drawImage(
                    picture,
                    (float) ((place.x() + box.x()) * POINTS_PER_MM),
                    up(place.y() + box.bottom()),
                    (float) (box.width() * POINTS_PER_MM),
                    (float) (box.height() * POINTS_PER_MM));
        }

        private void edge(PDPageContentStream page, Box place) throws IOException {
            float x = (float) (place.x() * POINTS_PER_MM);
            float y = up(place.bottom());
            float width = (float) (place.width() * POINTS_PER_MM);
            float height = (float) (place.height() * POINTS_PER_MM);
            float r = (float) (sheet.cornerRadiusMm() * POINTS_PER_MM);
            float k = r * 0.4477f;
            page.setLineWidth(0.25f);
            page.setStrokingColor(0.6f);
            if (r == 0) {
                page.addRect(x, y, width, height);
            } else {
                page.moveTo(x + r, y);
                page.lineTo(x + width - r, y);
                page.curveTo(x + width - k, y, x + width, y + k, x + width, y + r);
                page.lineTo(x + width, y + height - r);
                page.curveTo(x + width, y + height - k, x + width - k, y + height, x + width - r, y + height);
                page.lineTo(x + r, y + height);
                page.curveTo(x + k, y + height, x, y + height - k, x, y + height - r);
                page.lineTo(x, y + r);
                page.curveTo(x, y + k, x + k, y, x + r, y);
            }
            page.closeAndStroke();
        }

        private float up(double fromTopMm) {
            return (float) ((sheet.pageHeightMm() - fromTopMm) * POINTS_PER_MM);
        }

        private static double snapped(double mm) {
            double dot = LabelLayout.Raster.OFFICE.dotMm();
            return Math.rint(mm / dot) * dot;
        }

        @Override
        public void close() throws IOException {
            finish();
        }

        void finish() throws IOException {
            PDPageContentStream page = open;
            open = null;
            if (page != null) {
                page.close();
            }
        }
    }

    /** Fonts of one document, opened when first needed. */
    private static final class Fonts implements AutoCloseable {
        private final PDDocument document;
        private final Map<Face, TrueTypeFont> files = new EnumMap<>(Face.class);
        private final Map<Face, PDType0Font> embedded = new EnumMap<>(Face.class);

        Fonts(PDDocument document) {
            this.document = document;
        }

        PDType0Font embedded(Face face) throws IOException {
            PDType0Font font = embedded.get(face);
            if (font == null) {
                TrueTypeFont file = face.open();
                files.put(face, file);
                font = PDType0Font.load(document, file, true);
                embedded.put(face, font);
            }
            return font;
        }

        @Override
        public void close() throws IOException {
            for (TrueTypeFont file : files.values()) {
                file.close();
            }
        }
    }
}

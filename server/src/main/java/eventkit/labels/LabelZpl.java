package eventkit.labels;

import eventkit.labels.LabelLayout.Line;
import eventkit.labels.LabelLayout.Raster;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Labels for printers that speak ZPL II, in UTF-8. The printer makes the code and the letters itself, so that both are as
 * crisp as it can; lines beyond its own Latin letters are sent as pictures, because few printers carry fonts for them.
 */
final class LabelZpl {

    /** Resolutions label printers are sold with. */
    enum Resolution {
        DPI_203(8),
        DPI_300(12),
        DPI_600(24);

        /** Print heads are made in whole dots a millimetre, whatever the name says: 203.2, 304.8 and 609.6 dpi. */
        private final int dotsPerMm;

        Resolution(int dotsPerMm) {
            this.dotsPerMm = dotsPerMm;
        }

        int dots(double mm) {
            return (int) Math.rint(mm * dotsPerMm);
        }

        Raster raster() {
            return new Raster(1.0 / dotsPerMm, BQ_MAGNIFICATION_MAX);
        }
    }

    private static final int BQ_MAGNIFICATION_MAX = 10;
    /** The printer sets {@code ^BQ} this many dots below its field origin. */
    private static final int BQ_DOTS_BELOW_ORIGIN = 10;

    private static final int LATIN_LAST = 0x024F;

    private LabelZpl() {}

    static void write(
            LabelSheet sheet,
            Resolution resolution,
            @Nullable LabelLogo logo,
            Iterable<LabelContent> labels,
            int copies,
            Appendable out)
            throws IOException {
        for (LabelContent label : labels) {
            out.append(one(sheet, resolution, label, logo, copies));
        }
    }

    static String one(
            LabelSheet sheet, Resolution resolution, LabelContent label, @Nullable LabelLogo logo, int copies) {
        LabelLayout layout = layout(sheet, resolution, label, logo);
        StringBuilder zpl = new StringBuilder(512);
        zpl.append("^XA\n^CI28\n^LH0,0\n");
        zpl.append("^PW").append(resolution.dots(sheet.labelWidthMm())).append('\n');
        zpl.append("^LL").append(resolution.dots(sheet.labelHeightMm())).append('\n');
        zpl.append("^FO")
                .append(resolution.dots(layout.codeBox().x()))
                .append(',')
                .append(Math.max(0, resolution.dots(layout.codeBox().y()) - BQ_DOTS_BELOW_ORIGIN))
                .append("^BQN,2,")
                .append(resolution.dots(layout.moduleMm()))
                .append("^FH_^FD")
                .append(layout.recovery())
                .append("A,")
                .append(escaped(label.url()))
                .append("^FS\n");
        for (Line line : layout.lines()) {
            if (line.text().chars().allMatch(c -> c <= LATIN_LAST || c == '…')) {
                letters(zpl, resolution, line);
            } else {
                picture(zpl, resolution, line);
            }
        }
        if (logo != null && layout.logoBox() != null) {
            logo(zpl, resolution, logo, layout.logoBox());
        }
        zpl.append("^PQ").append(copies).append("\n^XZ\n");
        return zpl.toString();
    }

    static LabelLayout layout(LabelSheet sheet, Resolution resolution, LabelContent label, @Nullable LabelLogo logo) {
        return LabelLayout.arrange(single(sheet), label, logo, resolution.raster());
    }

    /** A label printer feeds one label at a time, so the sheet around it does not matter. */
    private static LabelSheet single(LabelSheet sheet) {
        return LabelSheet.roll(sheet.name(), sheet.labelWidthMm(), sheet.labelHeightMm(), sheet.cornerRadiusMm());
    }

    private static void letters(StringBuilder zpl, Resolution resolution, Line line) {
        int size = resolution.dots(line.sizeMm());
        zpl.append("^FT")
                .append(resolution.dots(line.x()))
                .append(',')
                .append(resolution.dots(line.baseline()))
                .append("^A0N,")
                .append(size)
                .append(',')
                .append(size)
                .append("^FH_^FD")
                .append(escaped(line.text().replace("…", "...")))
                .append("^FS\n");
    }

    private static void picture(StringBuilder zpl, Resolution resolution, Line line) {
        Box box = line.box();
        int width = Math.max(1, resolution.dots(box.width()) + 1);
        int height = Math.max(1, resolution.dots(box.height()) + 1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        double dotsPerEm = line.sizeMm() * resolution.dotsPerMm;
        double x = 0;
        for (LabelFonts.Run run : LabelFonts.runs(line.text(), line.face())) {
            int[] characters = run.text().codePoints().toArray();
            for (int character : characters) {
                Shape outline = LabelFonts.outline(character, run.face());
                if (outline != null) {
                    pen.fill(new AffineTransform(dotsPerEm, 0, 0, -dotsPerEm, x, LabelFonts.ASCENT_EM * dotsPerEm)
                            .createTransformedShape(outline));
                }
                x += LabelFonts.width(Character.toString(character), run.face()) * dotsPerEm;
            }
        }
        pen.dispose();
        graphic(
                zpl,
                resolution,
                box,
                width,
                height,
                (column, row) -> image.getRaster().getSample(column, row, 0) > 0);
    }

    private static void logo(StringBuilder zpl, Resolution resolution, LabelLogo logo, Box box) {
        int width = Math.max(1, resolution.dots(box.width()));
        int height = Math.max(1, resolution.dots(box.height()));
        boolean[][] dots = logo.dots(width, height);
        graphic(zpl, resolution, box, width, height, (column, row) -> dots[row][column]);
    }

    private interface Dots {
        boolean dark(int column, int row);
    }

    private static void graphic(StringBuilder zpl, Resolution resolution, Box box, int width, int height, Dots image) {
        int bytesPerRow = (width + 7) / 8;
        byte[] dots = new byte[bytesPerRow * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (image.dark(column, row)) {
                    dots[row * bytesPerRow + column / 8] |= (byte) (0x80 >> column % 8);
                }
            }
        }
        zpl.append("^FO")
                .append(resolution.dots(box.x()))
                .append(',')
                .append(Math.max(0, resolution.dots(box.y())))
                .append("^GFA,")
                .append(dots.length)
                .append(',')
                .append(dots.length)
                .append(',')
                .append(bytesPerRow)
                .append(',')
                .append(HexFormat.of().withUpperCase().formatHex(dots))
                .append("^FS\n");
    }

    /**
     * Text as {@code ^FH_} reads it back: the characters that steer the printer, and the UTF-8 bytes of all that is not
     * ASCII, become {@code _} and two hexadecimal digits. So no cable, spooler or code page on the way can change them.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(b);
            if (value < 0x20 || value >= 0x7F || value == '^' || value == '~' || value == '_' || value == '\\') {
                escaped.append('_').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                escaped.append((char) value);
            }
        }
        return escaped.toString();
    }
}

package eventkit.labels;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Measures text and says which font draws which part of it. Inter first; what it lacks comes from DejaVu (other alphabets,
 * symbols), from Droid Fallback (Chinese, Japanese) and from Nanum (Korean); what none has is a hollow box, never left out.
 */
final class LabelFonts {

    /** A font file. The first two are asked for, the others step in. */
    enum Face {
        BOLD("Inter-Bold.ttf"),
        MEDIUM("Inter-Medium.ttf"),
        WIDE("DejaVuSans.ttf"),
        HAN("DroidSansFallbackFull.ttf"),
        HANGUL("NanumGothic.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        /** A font of its own for every caller: embedding reads from it, and two documents must not share that. */
        TrueTypeFont open() {
            InputStream resource = LabelFonts.class.getResourceAsStream("fonts/" + file);
            if (resource == null) {
                throw new IllegalStateException("the font " + file + " is missing from the build");
            }
            try (resource) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource.readAllBytes()));
                font.setEnableGsub(false);
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Text that one font draws. */
    record Run(Face face, String text) {}

    /** Above the baseline, in ems: capitals, and everything including accents on capitals. */
    static final double CAPITAL_EM = 0.727;

    static final double ASCENT_EM = 0.97;
    static final double DESCENT_EM = 0.25;

    private static final int HOLLOW_BOX = 0x25A1;

    private static final int FIRST_OF_EAST_ASIA = 0x2E80;
    private static final Face[] ALPHABETS_FIRST = {Face.WIDE, Face.HAN, Face.HANGUL};
    private static final Face[] EAST_ASIAN_FIRST = {Face.HAN, Face.HANGUL, Face.WIDE};

    private LabelFonts() {}

    /** Width in ems. */
    static double width(String text, Face wanted) {
        double width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            Face face = faceFor(character, wanted);
            width += Metrics.of(face).width(drawn(character, face));
        }
        return width;
    }

    static List<Run> runs(String text, Face wanted) {
        List<Run> runs = new ArrayList<>(1);
        StringBuilder open = new StringBuilder();
        Face face = wanted;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            Face next = faceFor(character, wanted);
            if (next != face && !open.isEmpty()) {
                runs.add(new Run(face, open.toString()));
                open.setLength(0);
            }
            face = next;
            open.appendCodePoint(drawn(character, face));
        }
        if (!open.isEmpty()) {
            runs.add(new Run(face, open.toString()));
        }
        return runs;
    }

    /** What one character of a run looks like, in ems from its origin on the baseline, y upwards; null for a space. */
    static @Nullable Shape outline(int character, Face face) {
        return Metrics.of(face).outline(character);
    }

    private static int drawn(int character, Face face) {
        return Metrics.of(face).has(character) ? character : HOLLOW_BOX;
    }

    private static Face faceFor(int character, Face wanted) {
        if (Metrics.of(wanted).has(character)) {
            return wanted;
        }
        for (Face face : character >= FIRST_OF_EAST_ASIA ? EAST_ASIAN_FIRST : ALPHABETS_FIRST) {
            if (Metrics.of(face).has(character)) {
                return face;
            }
        }
        return Face.WIDE;
    }

    /** What measuring needs of a font, shared by all threads: read only once it is made. */
    private record Metrics(CmapLookup characters, TrueTypeFont font, double unitsPerEm) {

        private static final class Bold {
            static final Metrics IT = read(Face.BOLD);
        }

        private static final class Medium {
            static final Metrics IT = read(Face.MEDIUM);
        }

        private static final class Wide {
            static final Metrics IT = read(Face.WIDE);
        }

        private static final class Han {
            static final Metrics IT = read(Face.HAN);
        }

        private static final class Hangul {
            static final Metrics IT = read(Face.HANGUL);
        }

        static Metrics of(Face face) {
            return switch (face) {
                case BOLD -> Bold.IT;
                case MEDIUM -> Medium.IT;
                case WIDE -> Wide.IT;
                case HAN -> Han.IT;
                case HANGUL -> Hangul.IT;
            };
        }

        private static Metrics read(Face face) {
            try {
                TrueTypeFont font = face.open();
                font.getAdvanceWidth(0);
                return new Metrics(font.getUnicodeCmapLookup(), font, font.getUnitsPerEm());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Nullable
        Shape outline(int character) {
            try {
                GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
                return glyph == null
                        ? null
                        : AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm)
                                .createTransformedShape(glyph.getPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }

        double width(int character) {
            try {
                return font.getAdvanceWidth(characters.getGlyphId(character)) / unitsPerEm;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package eventkit.labels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Measures text and says which font draws which part of it. Inter first; what it lacks comes from DejaVu (other alphabets,
 * symbols), then from Droid Fallback (Chinese, Japanese, Korean); what none has is drawn as a hollow box, never left out.
 */
final class LabelFonts {

    /** A font file. The first two are asked for, the others step in. */
    enum Face {
        BOLD("Inter-Bold.ttf"),
        MEDIUM("Inter-Medium.ttf"),
        WIDE("DejaVuSans.ttf"),
        HAN("DroidSansFallbackFull.ttf");

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

    private static int drawn(int character, Face face) {
        return Metrics.of(face).has(character) ? character : HOLLOW_BOX;
    }

    private static Face faceFor(int character, Face wanted) {
        if (Metrics.of(wanted).has(character)) {
            return wanted;
        }
        // DejaVu's few Han-width signs look foreign beside real ones, so the Han font draws its own punctuation.
        boolean han = character >= 0x2E80;
        Face first = han ? Face.HAN : Face.WIDE;
        Face second = han ? Face.WIDE : Face.HAN;
        if (Metrics.of(first).has(character)) {
            return first;
        }
        return Metrics.of(second).has(character) ? second : Face.WIDE;
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

        static Metrics of(Face face) {
            return switch (face) {
                case BOLD -> Bold.IT;
                case MEDIUM -> Medium.IT;
                case WIDE -> Wide.IT;
                case HAN -> Han.IT;
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

package eventkit.labels;

import eventkit.labels.Codes.Recovery;
import eventkit.labels.LabelFonts.Face;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where everything on one label stands, in millimetres from the label's top left corner. The code stands left and the text
 * right of it, between the code's upper and lower edge; on labels about as high as wide the text stands below.
 */
record LabelLayout(
        Recovery recovery,
        CodeMatrix code,
        double moduleMm,
        Box codeBox,
        List<Line> lines,
        @Nullable Box logoBox) {

    enum Role {
        NUMBER,
        PRODUCT,
        DETAIL,
        COMPANY
    }

    /** One line of text; {@code sizeMm} is the em. */
    record Line(Role role, Face face, String text, double x, double baseline, double sizeMm, double widthMm) {

        /** All the ink the line may have, accents and descenders included. */
        Box box() {
            return new Box(
                    x,
                    baseline - LabelFonts.ASCENT_EM * sizeMm,
                    widthMm,
                    (LabelFonts.ASCENT_EM + LabelFonts.DESCENT_EM) * sizeMm);
        }
    }

    /**
     * The printer's own raster, which modules are whole multiples of so that all edges come out alike.
     *
     * @param dotsPerModuleMax the coarsest module the device can draw
     */
    record Raster(double dotMm, int dotsPerModuleMax) {
        /**
         * Whole pixels at 150, 300 and 600 dpi. Modules of a pixel and a fraction read well alone, but a decoder that
         * looks at a whole sheet loses codes: 44 of 240 with modules of 13/600 inch at 150 dpi, none with 12/600.
         */
        static final Raster OFFICE = new Raster(25.4 / 150, Integer.MAX_VALUE);
    }

    /** Below this phones no longer tell modules apart on an ordinary print. */
    static final double MODULE_MM_MIN = 0.33;
    /** Module sizes worth keeping, best first: from each on, recovery is worth more than still bigger modules. */
    private static final double[] MODULE_MM_WANTED = {0.5, 0.42, MODULE_MM_MIN};

    /** What looks lost before an ellipsis. */
    private static final Pattern TRAILING = Pattern.compile("[\\s,;:.·–-]+$");

    private static final double LINE_EM = 1.24;
    private static final double TEXT_MM_MIN = 1.75;
    private static final double COMPANY_MM_MIN = 1.6;

    private static final double LOGO_OF_ROOM = 0.34;
    private static final double LOGO_MM_MIN = 5;
    private static final double LOGO_SHORT_MM_MIN = 2.5;
    /** Between the text above and the logo. */
    private static final double LOGO_AIR_MM = 1;

    Box quietBox() {
        return codeBox.grown(Codes.QR_QUIET_MODULES * moduleMm);
    }

    static LabelLayout arrange(LabelSheet sheet, LabelContent content, @Nullable LabelLogo logo) {
        return arrange(sheet, content, logo, Raster.OFFICE);
    }

    static LabelLayout arrange(LabelSheet sheet, LabelContent content, @Nullable LabelLogo logo, Raster raster) {
        Box safe = sheet.safe();
        boolean beside = safe.width() >= 1.4 * safe.height();
        double room =
                beside ? Math.min(0.47 * safe.width(), safe.height()) : Math.min(safe.width(), 0.70 * safe.height());
        Choice choice = choose(sheet, content.url(), room, raster);
        CodeMatrix code = Codes.qr(content.url(), choice.recovery());
        double module = choice.moduleMm();
        double side = code.width() * module;
        double quiet = Codes.QR_QUIET_MODULES * module;
        List<Line> lines = new ArrayList<>();
        Box codeBox;
        Box free;
        if (beside) {
            codeBox = new Box(
                    Math.max(safe.x(), quiet),
                    middle(safe.y(), safe.bottom(), side, quiet, sheet.labelHeightMm()),
                    side,
                    side);
            double x = codeBox.right() + Math.max(quiet, 1.5);
            Column column = new Column(x, safe.right() - x, false, lines);
            free = column.beside(content, codeBox, safe, room);
        } else {
            codeBox = new Box(
                    middle(safe.x(), safe.right(), side, quiet, sheet.labelWidthMm()),
                    Math.max(safe.y(), quiet),
                    side,
                    side);
            double top = codeBox.bottom() + quiet;
            Column column = new Column(safe.x(), safe.width(), true, lines);
            free = column.below(content, new Box(safe.x(), top, safe.width(), safe.bottom() - top));
        }
        Box logoBox = logo == null || content.bare() ? null : logo(logo.aspect(), free, room, !beside);
        return new LabelLayout(choice.recovery(), code, module, codeBox, List.copyOf(lines), logoBox);
    }

    private static double middle(double from, double to, double side, double quiet, double whole) {
        return Math.clamp(from + (to - from - side) / 2, Math.max(from, quiet), Math.min(to, whole - quiet) - side);
    }

    /** At the lower edge of what the text left free, as large as suits the label; null where it would be too small to be known. */
    private static @Nullable Box logo(double aspect, Box free, double room, boolean centred) {
        double most = Math.clamp(LOGO_OF_ROOM * room, LOGO_MM_MIN, 20);
        double width = Math.min(free.width(), 2.6 * most);
        double height = Math.min(Math.min(most, free.height() - LOGO_AIR_MM), width / aspect);
        width = height * aspect;
        if (Math.max(width, height) < LOGO_MM_MIN || Math.min(width, height) < LOGO_SHORT_MM_MIN) {
            return null;
        }
        double x = centred ? free.x() + (free.width() - width) / 2 : free.x();
        return new Box(x, free.bottom() - height, width, height);
    }

    private record Choice(Recovery recovery, double moduleMm) {}

    /** The best recovery whose modules are as big as wanted; else the best whose modules can be read at all. */
    private static Choice choose(LabelSheet sheet, String url, double room, Raster raster) {
        Box safe = sheet.safe();
        double width = sheet.labelWidthMm();
        double height = sheet.labelHeightMm();
        for (double least : MODULE_MM_WANTED) {
            for (Recovery recovery : Recovery.values()) {
                int modules = Codes.qrModules(url, recovery);
                int withQuiet = modules + 2 * Codes.QR_QUIET_MODULES;
                double most = room / modules;
                // The quiet zone may reach past the printable part, but neither past the label nor into the code's
                // place.
                for (double edge : new double[] {safe.right(), safe.bottom(), width - safe.x(), height - safe.y()}) {
                    most = Math.min(most, edge / (modules + Codes.QR_QUIET_MODULES));
                }
                most = Math.min(most, Math.min(width, height) / withQuiet);
                int dots = Math.min((int) Math.floor(most / raster.dotMm() + 1e-6), raster.dotsPerModuleMax());
                if (dots * raster.dotMm() >= least) {
                    return new Choice(recovery, dots * raster.dotMm());
                }
            }
        }
        throw new CodeDoesNotFit(sheet, url);
    }

    /** Sets lines into a column of the label. */
    private record Column(double x, double width, boolean centred, List<Line> lines) {

        /**
         * Number at the code's upper edge, company on its lower edge, the product between them. Letters take their size
         * from the room for codes, not from the code, so that they are alike on all labels of a sheet. Answers what stays free.
         */
        Box beside(LabelContent content, Box code, Box safe, double room) {
            double height = code.height();
            double productSize = Math.clamp(0.118 * room, 2.0, 4.6);
            double smallSize = Math.clamp(0.088 * room, TEXT_MM_MIN, 3.4);
            double companySize =
                    fitting(content.company(), Face.MEDIUM, smallSize, Math.max(COMPANY_MM_MIN, 0.8 * smallSize));
            double numberSize = fitting(content.number(), Face.BOLD, Math.clamp(0.25 * room, 2.4, 12));
            // Accents on the number's capitals may rise above the code, but not off the printable part.
            double top = Math.max(code.y(), safe.y() + (LabelFonts.ASCENT_EM - LabelFonts.CAPITAL_EM) * numberSize);
            double numberBase = top + LabelFonts.CAPITAL_EM * numberSize;
            if (content.bare()) {
                numberBase = code.y() + (height + LabelFonts.CAPITAL_EM * numberSize) / 2;
            }
            set(Role.NUMBER, Face.BOLD, content.number(), numberBase, numberSize);
            double companyBase = Math.min(code.bottom(), safe.bottom() - LabelFonts.DESCENT_EM * companySize);
            double bottom = safe.bottom();
            double floor = Math.min(code.bottom(), bottom);
            if (!content.company().isEmpty()) {
                set(Role.COMPANY, Face.MEDIUM, content.company(), companyBase, companySize);
                bottom = companyBase - LabelFonts.ASCENT_EM * companySize;
                floor = bottom - 0.3 * companySize;
            }
            double from = numberBase + LabelFonts.DESCENT_EM * numberSize;
            double end = flow(content, from + 0.12 * productSize, bottom, productSize, smallSize);
            return new Box(x, end, width, Math.max(0, floor - end));
        }

        /** Number, product and company centred below the code. Answers what stays free. */
        Box below(LabelContent content, Box room) {
            double textEm = LabelFonts.ASCENT_EM + LabelFonts.DESCENT_EM;
            double productSize = Math.clamp(0.15 * room.height(), TEXT_MM_MIN, 6);
            double smallSize = Math.clamp(0.11 * room.height(), TEXT_MM_MIN, 4.2);
            double numberSize = fitting(
                    content.number(),
                    Face.BOLD,
                    Math.min(Math.clamp(0.36 * room.height(), 2.4, 16), room.height() / textEm));
            double numberBase = room.y() + LabelFonts.ASCENT_EM * numberSize;
            set(Role.NUMBER, Face.BOLD, content.number(), numberBase, numberSize);
            double from = numberBase + LabelFonts.DESCENT_EM * numberSize;
            double companyBase = room.bottom() - LabelFonts.DESCENT_EM * smallSize;
            double bottom = room.bottom();
            double productRoom = content.product().isEmpty() ? 0 : LINE_EM * productSize;
            if (!content.company().isEmpty() && companyBase - LabelFonts.ASCENT_EM * smallSize >= from + productRoom) {
                set(Role.COMPANY, Face.MEDIUM, content.company(), companyBase, smallSize);
                bottom = companyBase - LabelFonts.ASCENT_EM * smallSize;
            }
            double air = room.height() > 20 ? 0.4 * productSize : 0;
            double end = flow(content, from + air, bottom, productSize, smallSize);
            double floor = bottom - (bottom < room.bottom() ? 0.3 * smallSize : 0);
            return new Box(x, end, width, Math.max(0, floor - end));
        }

        /** The product's lines and the detail, as many as there is room for. Answers where the last one's ink ends. */
        private double flow(LabelContent content, double top, double bottom, double productSize, double smallSize) {
            double at = top;
            double end = top;
            double size = productSize;
            List<String> product = product(content.product(), size, bottom - at);
            // A little smaller beats an ellipsis, and beats a second line with a lonely word on it.
            double oneLine = width / Math.max(1e-9, LabelFonts.width(content.product(), Face.MEDIUM));
            if (product.size() > 1 && oneLine >= Math.max(TEXT_MM_MIN, 0.82 * size)) {
                size = oneLine;
                product = List.of(content.product());
            }
            while (cutShort(product) && 0.94 * size >= Math.max(TEXT_MM_MIN, 0.8 * productSize)) {
                size *= 0.94;
                product = product(content.product(), size, bottom - at);
            }
            for (String text : product) {
                set(Role.PRODUCT, Face.MEDIUM, text, at + LabelFonts.ASCENT_EM * size, size);
                end = at + (LabelFonts.ASCENT_EM + LabelFonts.DESCENT_EM) * size;
                at += LINE_EM * size;
            }
            at += Math.min(0.35 * smallSize, Math.max(0, bottom - at - LINE_EM * smallSize));
            String detail = content.detail();
            if (detail != null && at + LINE_EM * smallSize <= bottom + 1e-6) {
                set(Role.DETAIL, Face.MEDIUM, detail, at + LabelFonts.ASCENT_EM * smallSize, smallSize);
                end = at + (LabelFonts.ASCENT_EM + LabelFonts.DESCENT_EM) * smallSize;
            }
            return end;
        }

        private List<String> product(String text, double size, double height) {
            int room = (int) Math.floor(height / (LINE_EM * size) + 1e-6);
            return wrapped(text, Face.MEDIUM, size, Math.min(2, room));
        }

        private static boolean cutShort(List<String> wrapped) {
            return !wrapped.isEmpty() && wrapped.getLast().endsWith("…");
        }

        private double fitting(String text, Face face, double sizeMost) {
            return fitting(text, face, sizeMost, TEXT_MM_MIN);
        }

        private double fitting(String text, Face face, double sizeMost, double sizeLeast) {
            double em = LabelFonts.width(text, face);
            return em * sizeMost <= width ? sizeMost : Math.max(sizeLeast, width / em);
        }

        private void set(Role role, Face face, String text, double baseline, double size) {
            String cut = cut(text, face, size);
            if (!cut.isEmpty()) {
                double wide = LabelFonts.width(cut, face) * size;
                lines.add(new Line(role, face, cut, centred ? x + (width - wide) / 2 : x, baseline, size, wide));
            }
        }

        private List<String> wrapped(String text, Face face, double size, int linesMax) {
            List<String> wrapped = new ArrayList<>();
            String rest = text;
            while (!rest.isEmpty() && wrapped.size() < linesMax) {
                int end = wrapped.size() == linesMax - 1 ? rest.length() : lineEnd(rest, face, size);
                wrapped.add(cut(rest.substring(0, end).strip(), face, size));
                rest = rest.substring(end).strip();
            }
            return wrapped;
        }

        /** Where the first line ends: after the last word that fits, or inside a word that alone is too long. */
        private int lineEnd(String text, Face face, double size) {
            BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
            int end = lastFitting(words, text, "", face, size);
            if (end > 0) {
                return end;
            }
            return Math.max(1, lastFitting(BreakIterator.getCharacterInstance(Locale.ROOT), text, "", face, size));
        }

        private String cut(String text, Face face, double size) {
            if (LabelFonts.width(text, face) * size <= width + 1e-6) {
                return text;
            }
            int end = lastFitting(BreakIterator.getCharacterInstance(Locale.ROOT), text, "…", face, size);
            return end > 0 ? TRAILING.matcher(text.substring(0, end)).replaceFirst("") + "…" : "";
        }

        private int lastFitting(BreakIterator breaks, String text, String suffix, Face face, double size) {
            breaks.setText(text);
            int last = 0;
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                String head = text.substring(0, end).stripTrailing() + suffix;
                if (LabelFonts.width(head, face) * size > width + 1e-6) {
                    break;
                }
                last = end;
            }
            return last;
        }
    }
}

package eventkit.core;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Paper that flows over pages: PDF made from HTML in the fonts of the house, which are Inter, and Wide, Han and Hangul for what Inter has not. */
public final class Paper {
    private static final int FIRST_OF_EAST_ASIA = 0x2E80;
    private static final int PIXELS_PER_MODULE = 8;
    private static final String FONTS = "/eventkit/labels/fonts/";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Paper() {}

    /** @param html well-formed; what people wrote went through {@link #escape} */
    public static byte[] pdf(String html) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .withHtmlContent(html, null)
                .withProducer("EventKit")
                .toStream(out);
        font(builder, "Inter-Medium.ttf", "Inter", 400);
        font(builder, "Inter-Bold.ttf", "Inter", 700);
        font(builder, "DejaVuSans.ttf", "Wide", 400);
        if (html.codePoints().anyMatch(c -> c >= FIRST_OF_EAST_ASIA)) {
            font(builder, "DroidSansFallbackFull.ttf", "Han", 400);
            font(builder, "NanumGothic.ttf", "Hangul", 400);
        }
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An image of the class {@code logo}; nothing where there is none. @param picture a JPEG or PNG */
    public static String logo(@Nullable Path picture, @Nullable String company) {
        if (picture == null) return "";
        try {
            var type = picture.toString().endsWith(".png") ? "png" : "jpeg";
            return "<img class='logo' src='data:image/" + type + ";base64,"
                    + Base64.getEncoder().encodeToString(Files.readAllBytes(picture)) + "' alt='"
                    + escape(company == null ? "" : company) + "'/>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A QR code as the source of an image. Quiet zone included; medium recovery, for paper that gets dirty. */
    public static String code(String text) {
        try {
            var bits = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            var image = new BufferedImage(
                    bits.getWidth() * PIXELS_PER_MODULE,
                    bits.getHeight() * PIXELS_PER_MODULE,
                    BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    image.setRGB(x, y, bits.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE) ? 0 : 0xFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this address: " + text.length() + " characters", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        var stream = Paper.class.getResourceAsStream(FONTS + file);
        if (stream == null) throw new IllegalStateException("the font " + file + " is missing from the build");
        return stream;
    }

    /** For text and attributes; what XML can not hold is left out. */
    public static String escape(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(c -> {
                    switch (c) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }

    /** For a string in the style sheet: everything but letters, digits and blanks as its code point. */
    public static String css(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) && c < 128 || c == ' ') out.appendCodePoint(c);
            else out.append(String.format(Locale.ROOT, "\\%06X ", c));
        });
        return out.toString();
    }
}

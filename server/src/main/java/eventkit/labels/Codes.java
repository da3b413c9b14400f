package eventkit.labels;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Makes codes; how big and where they are drawn is the caller's business. */
public final class Codes {

    /** QR: light modules kept free on every side (ISO/IEC 18004). */
    public static final int QR_QUIET_MODULES = 4;

    /** How much of a QR code may be dirty or torn: about 30, 25, 15 and 7 percent. */
    public enum Recovery {
        H(ErrorCorrectionLevel.H),
        Q(ErrorCorrectionLevel.Q),
        M(ErrorCorrectionLevel.M),
        L(ErrorCorrectionLevel.L);

        private final ErrorCorrectionLevel level;

        Recovery(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    private Codes() {}

    public static CodeMatrix qr(String text, Recovery recovery) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (!latin1(text)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            ByteMatrix matrix = Encoder.encode(text, recovery.level, hints).getMatrix();
            int width = matrix.getWidth();
            return new CodeMatrix(width, matrix.getHeight(), i -> matrix.get(i % width, i / width) == 1);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds this text: " + text.length() + " characters", tooLong);
        }
    }

    public static CodeMatrix dataMatrix(String text) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE);
        if (!latin1(text)) {
            hints.put(EncodeHintType.DATA_MATRIX_COMPACT, true);
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        return matrix(new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0, hints));
    }

    /** One row of bars, to be stretched to the height wanted; ASCII only. */
    public static CodeMatrix code128(String text) {
        boolean[] bars = new Code128Writer().encode(text);
        return new CodeMatrix(bars.length, 1, i -> bars[i]);
    }

    /** Modules along one side of the QR code that {@link #qr} makes at most, without making it. */
    static int qrModules(String text, Recovery recovery) {
        boolean latin1 = latin1(text);
        int bytes = text.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8).length;
        for (int number = 1; number <= 40; number++) {
            Version version = Version.getVersionForNumber(number);
            int recoveryBytes = version.getECBlocksForLevel(recovery.level).getTotalECCodewords();
            int bits = 4 + (number < 10 ? 8 : 16) + (latin1 ? 0 : 12) + 8 * bytes;
            if (bits <= 8 * (version.getTotalCodewords() - recoveryBytes)) {
                return version.getDimensionForVersion();
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean latin1(String text) {
        return text.chars().allMatch(c -> c < 256);
    }

    private static CodeMatrix matrix(BitMatrix bits) {
        return new CodeMatrix(
                bits.getWidth(), bits.getHeight(), i -> bits.get(i % bits.getWidth(), i / bits.getWidth()));
    }
}

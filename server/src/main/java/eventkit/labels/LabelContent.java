package eventkit.labels;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What one label says.
 *
 * @param url what the code carries, exactly
 * @param number the biggest text, for people; never cut while it can be made to fit
 * @param product two lines at most, then an ellipsis; may be empty
 * @param company the owner's line; may be empty
 * @param detail one more line where there is room, for example a serial number
 */
public record LabelContent(
        String url,
        String number,
        String product,
        String company,
        @Nullable String detail) {

    private static final int URL_BYTES_MAX = 512;

    public LabelContent {
        if (url.isBlank() || url.length() > URL_BYTES_MAX) {
            throw new IllegalArgumentException("a label's code carries 1 to " + URL_BYTES_MAX + " characters");
        }
        number = printable(number);
        product = printable(product);
        company = printable(company);
        detail = detail == null || detail.isBlank() ? null : printable(detail);
    }

    public LabelContent(String url, String number, String product, String company) {
        this(url, number, product, company, null);
    }

    /** A label printed ahead: it says only its code, and is bound to a thing at its first scan. */
    public static LabelContent blank(String url, String shortCode) {
        return new LabelContent(url, shortCode, "", "", null);
    }

    /** Nothing but a number. */
    boolean bare() {
        return product.isEmpty() && company.isEmpty() && detail == null;
    }

    /** One line of visible characters: composed, spaces collapsed, no controls and no invisible direction marks. */
    private static String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Zs}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}]", "")
                .strip();
    }
}

package eventkit.einvoice;

import eventkit.core.VatCategory;
import org.jspecify.annotations.Nullable;

/** Why there is no tax: words for BT-120, codes of the list VATEX for BT-121. */
final class Reasons {
    private Reasons() {}

    static @Nullable String words(InvoiceDocument document, VatCategory category) {
        if (!category.needsReason()) return null;
        var given = document.exemptions().get(category);
        if (given != null && !given.isBlank()) return given;
        return switch (category) {
            case REVERSE_CHARGE -> "Reverse charge";
            case INTRA_COMMUNITY -> "Intra-Community supply";
            case EXPORT -> "Export outside the EU";
            case OUTSIDE_SCOPE -> "Not subject to VAT";
            case STANDARD, ZERO_RATED, EXEMPT -> null;
        };
    }

    static @Nullable String code(VatCategory category) {
        return switch (category) {
            case REVERSE_CHARGE -> "VATEX-EU-AE";
            case INTRA_COMMUNITY -> "VATEX-EU-IC";
            case EXPORT -> "VATEX-EU-G";
            case OUTSIDE_SCOPE -> "VATEX-EU-O";
            case STANDARD, ZERO_RATED, EXEMPT -> null;
        };
    }
}

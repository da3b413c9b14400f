package eventkit.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which VAT a service takes by where its seller and its buyer are: Directive 2006/112/EC, articles 44 (a business is served where it is), 45 (anybody else
 * where the seller is) and 196 (a business in another member state owes the tax itself). What a country asks beside that, as for immovable property or
 * admission, a person chooses.
 */
public final class VatPlace {
    /** By ISO 3166; the United Kingdom is outside, and its Northern Ireland inside for goods alone. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private VatPlace() {}

    /**
     * @param usual what the seller charges at home; a seller who charges no VAT there charges none abroad either
     * @param seller ISO 3166
     * @param buyer ISO 3166; at home where nobody said
     * @param vatNumber of the buyer: without one nothing shows that it is a business
     */
    public static VatRate rate(VatRate usual, String seller, @Nullable String buyer, @Nullable String vatNumber) {
        boolean business = vatNumber != null && !vatNumber.isBlank();
        if (usual.category() != VatCategory.STANDARD || buyer == null || buyer.equals(seller) || !business)
            return usual;
        return VatRate.free(
                UNION.contains(seller) && UNION.contains(buyer)
                        ? VatCategory.REVERSE_CHARGE
                        : VatCategory.OUTSIDE_SCOPE);
    }
}

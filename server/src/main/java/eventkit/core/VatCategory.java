package eventkit.core;

/** How a line is taxed: the categories of EN 16931-1 (BT-118, BT-151), codes of UNTDID 5305 as the standard restricts them. */
public enum VatCategory {
    STANDARD("S"),
    ZERO_RATED("Z"),
    EXEMPT("E"),
    REVERSE_CHARGE("AE"),
    INTRA_COMMUNITY("K"),
    EXPORT("G"),
    OUTSIDE_SCOPE("O");

    private final String code;

    VatCategory(String code) {
        this.code = code;
    }

    /** The code in documents. */
    public String code() {
        return code;
    }

    public static VatCategory ofCode(String code) {
        for (var category : values()) {
            if (category.code.equals(code)) return category;
        }
        throw new IllegalArgumentException("no VAT category has the code " + code);
    }

    /** Whether a document must say why there is no tax (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
    public boolean needsReason() {
        return this != STANDARD && this != ZERO_RATED;
    }

    /** Whether the client's VAT number must stand on the document (BR-AE-2, BR-IC-2). */
    public boolean needsClientsNumber() {
        return this == REVERSE_CHARGE || this == INTRA_COMMUNITY;
    }
}

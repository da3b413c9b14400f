package eventkit.quoting;

/** What a line of a quote offers. */
public enum LineKind {
    PRODUCT,
    KIT,
    CREW,
    TRANSPORT,
    CONSUMABLE,
    SUB_HIRE,
    /** What no register knows. */
    TEXT,
    /** So many per cent of other lines: insurance. */
    PERCENT;

    /** What is hired out, of ourselves or of others, and what is used up with it. */
    public boolean equipment() {
        return switch (this) {
            case PRODUCT, KIT, CONSUMABLE, SUB_HIRE -> true;
            case CREW, TRANSPORT, TEXT, PERCENT -> false;
        };
    }

    /** Whether a curve of a category says what several days cost; everything else costs each day the same. */
    boolean curved() {
        return this == PRODUCT || this == KIT;
    }
}

package eventkit.scanning;

/** What a code may stand for. */
public enum ThingKind {
    ASSET,
    CASE,
    /** Counted pieces. */
    PRODUCT,
    LOCATION,
    KIT,
    /** Printed ahead, and on nothing yet. */
    BLANK_LABEL
}

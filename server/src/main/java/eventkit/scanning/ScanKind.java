package eventkit.scanning;

/** What the person who scans is doing. */
public enum ScanKind {
    LOOK_UP,
    PREP,
    CHECK_OUT,
    CHECK_IN,
    MOVE,
    PACK,
    BIND,
    UNDO
}

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
    UNDO,
    /** Finds things at a place that is counted. */
    COUNT,
    /** Puts things on a transfer. */
    LOAD,
    /** Finds things of a transfer that arrives. */
    RECEIVE;

    /** What stands on a sheet, not what an event wants. */
    boolean ticksOff() {
        return switch (this) {
            case COUNT, LOAD, RECEIVE -> true;
            case LOOK_UP, PREP, CHECK_OUT, CHECK_IN, MOVE, PACK, BIND, UNDO -> false;
        };
    }
}

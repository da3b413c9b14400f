package eventkit.scanning;

/** How something comes back. */
public enum ScanCondition {
    GOOD,
    DAMAGED,
    MISSING
}

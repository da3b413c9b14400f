package eventkit.maintenance;

/** How bad a fault is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}

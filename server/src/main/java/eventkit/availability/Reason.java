package eventkit.availability;

/** Why stock is there, or is not. */
public enum Reason {
    OWNED,
    IN_REPAIR,
    DAMAGED,
    QUARANTINE,
    LOST,
    INSPECTION,
    OUT,
    IN_CASE,
    CASE_UNFIT,
    SUB_HIRE_IN,
    SUB_HIRE_OUT,
    TRANSFER_OUT,
    TRANSFER_IN,
    PLANNED
}

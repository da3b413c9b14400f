package eventkit.finance;

/** What own equipment costs the events that it is used on. */
public enum UseBasis {
    /** A share of what the piece would cost today, for each day. */
    OWNERSHIP,
    /** Its hire price for a day: what it could have earned elsewhere. */
    HIRE_PRICE
}

package eventkit.quoting;

/** What a list price is for: a day or a week that is charged, or the job as a whole. */
public enum ChargeUnit {
    DAY,
    WEEK,
    JOB
}

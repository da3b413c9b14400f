package eventkit.reports;

/** What the rows of a report are, or what its columns show. */
public enum By {
    EVENT,
    TOP,
    QUARTER,
    CLIENT_YEAR,
    CLIENT,
    PRODUCT,
    CATEGORY,
    /** Of accepted quotes. */
    LINE,
    WAREHOUSE,
    WEEK,
    MONTH,
    STAGE,
    REASON,
    OWNER,
    REVENUE,
    PROFIT,
    EVENTS
}

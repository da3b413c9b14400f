package eventkit.reports;

/** Makes the reports of one kind, for a caller of whom it is known that they may see it. */
interface Maker {
    /** More rows than that nobody reads; the files say so, too. */
    int ROWS_MAX = 5_000;

    ReportKind kind();

    Report make(Asked asked);
}

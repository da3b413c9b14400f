package eventkit.reports;

/** Makes the reports of one kind, for a caller of whom it is known that they may see it. */
interface Maker {
    ReportKind kind();

    Report make(Asked asked);
}

package eventkit.cases;

/** Whether the same things always belong in a case, or each job packs it anew. */
public enum ContentsKind {
    FIXED,
    PER_JOB
}

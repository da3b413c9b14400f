package eventkit.finance;

/** What an invoice bills. */
public enum InvoiceKind {
    /** In advance; what it takes is owed until the final invoice deducts it. */
    DEPOSIT,
    /** A part that was delivered. */
    PART,
    /** What remains, or all of it. */
    FINAL,
    /** Takes back what another one billed. */
    CREDIT_NOTE
}

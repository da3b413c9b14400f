package eventkit.papers;

/** What is sent to a client. */
public enum PaperKind {
    QUOTE,
    INVOICE,
    DEPOSIT_INVOICE,
    CREDIT_NOTE,
    REMINDER,
    STATEMENT
}

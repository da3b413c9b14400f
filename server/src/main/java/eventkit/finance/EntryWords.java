package eventkit.finance;

import org.jspecify.annotations.Nullable;

/**
 * What an entry that nobody wrote by hand says, to be told in the reader's language.
 *
 * @param of the number of the document or entry that it is about, or what a payment was for
 * @param reason as somebody gave it
 */
public record EntryWords(
        Kind kind, @Nullable String of, @Nullable String reason) {
    /** Each is told by its name in the app, and by these words in files. */
    public enum Kind {
        INVOICE("Invoice"),
        DEPOSIT_INVOICE("Deposit invoice"),
        CREDIT_NOTE("Credit note"),
        PAYMENT("Payment"),
        REFUND("Refund"),
        PAYMENT_CANCELLED("Payment cancelled"),
        EXCHANGE_DIFFERENCE("Exchange difference of"),
        EXCHANGE_TAKEN_BACK("Exchange difference taken back"),
        COST_TAKEN_BACK("Cost taken back"),
        COST_CHANGED("Cost changed"),
        COST_GONE("Cost fell away"),
        REVERSAL("Reversal of");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public static EntryWords of(Kind kind, @Nullable String of) {
        return new EntryWords(kind, of, null);
    }

    static EntryWords because(Kind kind, String reason) {
        return new EntryWords(kind, null, reason);
    }

    /** In English, as the books and their files keep it. */
    public String text() {
        return kind.words + (of == null ? "" : " " + of) + (reason == null ? "" : ": " + reason);
    }
}

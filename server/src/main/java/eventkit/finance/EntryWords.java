package eventkit.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an entry that nobody wrote by hand says, to be told in the reader's language.
 *
 * @param of the number of the document or entry that it is about, or what a payment was for
 * @param reason as somebody gave it
 */
public record EntryWords(
        Kind kind, @Nullable String of, @Nullable String reason) {
    /** Each is told by its name in the app, and by the English words in files; searched for by both. */
    public enum Kind {
        INVOICE("Invoice", "Rechnung"),
        DEPOSIT_INVOICE("Deposit invoice", "Anzahlungsrechnung"),
        CREDIT_NOTE("Credit note", "Gutschrift"),
        PAYMENT("Payment", "Zahlung"),
        REFUND("Refund", "Rückzahlung"),
        PAYMENT_CANCELLED("Payment cancelled", "Zahlung storniert"),
        EXCHANGE_DIFFERENCE("Exchange difference of", "Kursdifferenz zu"),
        EXCHANGE_TAKEN_BACK("Exchange difference taken back", "Kursdifferenz zurückgenommen"),
        COST_TAKEN_BACK("Cost taken back", "Kosten zurückgenommen"),
        COST_CHANGED("Cost changed", "Kosten geändert"),
        COST_GONE("Cost fell away", "Kosten entfallen"),
        REVERSAL("Reversal of", "Storno von");

        private final String words;
        private final String german;

        Kind(String words, String german) {
            this.words = words;
            this.german = german;
        }

        String german() {
            return german;
        }
    }

    /** Those that a German reader sees a word in. */
    static List<Kind> saying(String german) {
        var word = german.toLowerCase(Locale.GERMAN);
        return Arrays.stream(Kind.values())
                .filter(k -> k.german.toLowerCase(Locale.GERMAN).contains(word))
                .toList();
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

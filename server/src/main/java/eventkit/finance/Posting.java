package eventkit.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is about to be posted.
 *
 * @param words what it says where nobody wrote its text
 * @param sourceKind what it is posted for
 * @param reverses the entry that it takes back
 */
record Posting(
        LocalDate date,
        String text,
        @Nullable EntryWords words,
        String sourceKind,
        @Nullable UUID sourceId,
        @Nullable UUID reverses,
        List<Line> lines) {
    Posting(
            LocalDate date,
            EntryWords words,
            String sourceKind,
            @Nullable UUID sourceId,
            @Nullable UUID reverses,
            List<Line> lines) {
        this(date, words.text(), words, sourceKind, sourceId, reverses, lines);
    }

    /** What a line is about, beside its account. */
    record About(
            @Nullable UUID event,
            @Nullable UUID client,
            @Nullable UUID deal) {
        static final About NOTHING = new About(null, null, null);
    }

    /** @param amount in the minor unit of its currency; debit is positive @param own the same in the company's */
    record Line(
            UUID account,
            long amount,
            String currency,
            long own,
            About about,
            @Nullable String text) {}
}

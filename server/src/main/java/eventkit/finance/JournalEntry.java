package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was posted at once. It never changes; what was wrong is reversed.
 *
 * @param words what it says where nobody wrote its text, to be told in the reader's language; the text has it in English
 * @param number for people to find it by; running, but a refused posting may leave a gap
 * @param sourceKind what it was posted for: {@code invoice}, {@code payment}, {@code cost}, {@code hand}
 * @param sourceId of that; null where it was posted by hand
 * @param reversesId the entry that it takes back
 * @param reversedById the entry that takes it back
 */
public record JournalEntry(
        UUID id,
        long number,
        LocalDate date,
        String text,
        @Nullable EntryWords words,
        String sourceKind,
        @Nullable UUID sourceId,
        @Nullable UUID reversesId,
        @Nullable UUID reversedById,
        List<Line> lines,
        Instant postedAt,
        String postedByName) {
    /** Posted by a person, for nothing that has a page of its own. */
    public static final String BY_HAND = "hand";

    /**
     * @param amount debit is positive, credit negative
     * @param own the same in the company's currency
     */
    public record Line(
            int position,
            UUID accountId,
            String accountCode,
            String accountName,
            Money amount,
            Money own,
            @Nullable Named event,
            @Nullable Named client,
            @Nullable Named deal,
            @Nullable String text) {}

    Subject subject() {
        return new Subject(Books.KIND, id, "#" + number + " " + text);
    }
}

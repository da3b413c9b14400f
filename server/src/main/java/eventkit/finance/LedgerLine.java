package eventkit.finance;

import eventkit.core.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal by itself, with its entry's date and text.
 *
 * @param text of the entry, with that of the line where it has one
 * @param words what the entry says where nobody wrote its text, to be told in the reader's language
 * @param lineText of the line alone
 * @param amount debit is positive, credit negative
 * @param own the same in the company's currency
 */
public record LedgerLine(
        UUID id,
        UUID entryId,
        long entryNumber,
        LocalDate date,
        String text,
        @Nullable EntryWords words,
        @Nullable String lineText,
        String accountCode,
        String accountName,
        AccountClass accountClass,
        @Nullable ProfitGroup profitGroup,
        Money amount,
        Money own,
        @Nullable Named event,
        @Nullable Named client,
        @Nullable Named deal,
        String sourceKind,
        @Nullable UUID sourceId) {}

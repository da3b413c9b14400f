package eventkit.finance;

import eventkit.core.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal by itself, with its entry's date and text.
 *
 * @param amount debit is positive, credit negative
 * @param own the same in the company's currency
 */
public record LedgerLine(
        UUID id,
        UUID entryId,
        long entryNumber,
        LocalDate date,
        String text,
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

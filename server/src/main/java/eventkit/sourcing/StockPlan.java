package eventkit.sourcing;

import eventkit.core.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that are to be bought or sold (rule 5).
 *
 * @param number PL-0001
 * @param dueOn when they arrive, or leave, in the company's time zone
 * @param partner from whom, or to whom
 * @param unitCost what one costs, or brings
 */
public record StockPlan(
        UUID id,
        String number,
        Kind kind,
        State state,
        Named product,
        Named warehouse,
        int quantity,
        LocalDate dueOn,
        @Nullable Named partner,
        @Nullable Money unitCost,
        @Nullable String note,
        Instant createdAt,
        String createdByName,
        Instant changedAt,
        long version) {
    public enum Kind {
        PURCHASE,
        SALE
    }

    public enum State {
        /** It counts in availability from its day on. */
        PLANNED,
        /** The registers say what came of it: assets were registered, or sold. */
        DONE,
        CANCELLED
    }
}

package eventkit.availability;

import eventkit.core.Period;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is what it is.
 *
 * @param knownAt the moment whose belief this is
 * @param entries which touch the period, supply first; of very many the first
 * @param more how many entries there are besides; {@code free} counts them, too
 */
public record Explanation(StockKey stock, Period period, Instant knownAt, Free free, List<Entry> entries, int more) {
    public Explanation {
        entries = List.copyOf(entries);
    }

    /**
     * One plus or minus.
     *
     * @param reason {@code BOOKED} for what an owner holds or wants, else why stock is there or not
     * @param standing of what is booked
     * @param kind what the subject is: asset, product, case, transfer, event, sub-hire and the like
     * @param subject the asset, product, case or owner
     * @param from null: since always
     * @param to null: for good
     * @param late taken beyond its end until then, because it is not back; where nobody assumes a return, until planning ends
     * @param since known since then
     */
    public record Entry(
            String reason,
            @Nullable Standing standing,
            String kind,
            UUID subject,
            String label,
            int quantity,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant late,
            Instant since) {}
}

package eventkit.sourcing;

import eventkit.core.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that a partner lends us for a time, or we lend a partner (rule 6).
 *
 * @param number SH-0001
 * @param event only for this event; null: for everybody
 * @param cost for all pieces and the whole time: ours to pay for IN, theirs for OUT
 * @param next where its state may lead
 */
public record SubHire(
        UUID id,
        String number,
        Direction direction,
        SubHireState state,
        Named partner,
        Named product,
        Named warehouse,
        int quantity,
        Instant from,
        Instant to,
        @Nullable ForEvent event,
        @Nullable Money cost,
        @Nullable String note,
        Set<SubHireState> next,
        Instant createdAt,
        String createdByName,
        Instant changedAt,
        long version) {
    public enum Direction {
        /** From a partner to us. */
        IN,
        /** From us to a partner. */
        OUT
    }

    public record ForEvent(UUID id, @Nullable String number, String name) {}

    String label() {
        return number + " " + partner.name();
    }
}

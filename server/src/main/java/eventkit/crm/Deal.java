package eventkit.crm;

import eventkit.core.Money;
import eventkit.core.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may become a job.
 *
 * @param number D-0001
 * @param state as its stage says
 * @param probabilityPercent of its own; null: as its stage says
 * @param chancePercent of the two the one that counts
 * @param weighted value × chance, rounded half up to the minor unit
 * @param eventFrom first day of what it is for
 * @param eventTo its last day
 * @param competitor who else offers, or got it
 * @param lostReason only of lost ones
 * @param closedAt when it was won or lost
 */
public record Deal(
        UUID id,
        String number,
        String name,
        Named client,
        @Nullable Named contact,
        Named pipeline,
        Named stage,
        DealState state,
        Instant stageSince,
        @Nullable Money value,
        @Nullable Integer probabilityPercent,
        int chancePercent,
        @Nullable Money weighted,
        @Nullable LocalDate expectedClose,
        @Nullable LocalDate eventFrom,
        @Nullable LocalDate eventTo,
        @Nullable Named venue,
        @Nullable ForEvent event,
        @Nullable Named owner,
        @Nullable String competitor,
        @Nullable String lostReason,
        @Nullable String notes,
        @Nullable Instant closedAt,
        Instant createdAt,
        Instant changedAt,
        long version) {

    public record ForEvent(UUID id, @Nullable String number, String name) {}

    Subject subject() {
        return new Subject(Deals.KIND, id, number + " " + name);
    }
}

package eventkit.crm;

import eventkit.core.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asked for something.
 *
 * @param number L-0001
 * @param venue in their words
 * @param language they wrote in
 * @param discardReason only of discarded ones
 * @param client what it became, as deal: only of converted ones
 * @param closedAt when it was converted or discarded
 */
public record Lead(
        UUID id,
        String number,
        LeadState state,
        LeadSource source,
        String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String message,
        @Nullable LocalDate eventFrom,
        @Nullable LocalDate eventTo,
        @Nullable String venue,
        String language,
        @Nullable Named owner,
        @Nullable String discardReason,
        @Nullable Named client,
        Activity.@Nullable OfDeal deal,
        @Nullable Instant closedAt,
        Instant createdAt,
        String createdByName,
        Instant changedAt,
        long version) {

    Subject subject() {
        return new Subject(Leads.KIND, id, number + " " + called());
    }

    /** As one would say it on the phone. */
    String called() {
        return company == null ? name : company;
    }
}

package eventkit.portal;

import eventkit.availability.Shortage;
import eventkit.core.Money;
import eventkit.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's yes to one version of a quote, with its evidence.
 *
 * @param name who accepted, as they wrote it
 * @param contact who was signed in to the portal; null where it came by a link or otherwise
 * @param ip the address it came from; null where somebody of the company wrote it down
 * @param program the browser, likewise
 * @param witnessName who of the company wrote it down
 * @param chosen of optional lines and alternatives those that were taken
 * @param eventId what it became, or waits as
 * @param hindrance why it waits
 */
public record Acceptance(
        UUID id,
        UUID quoteId,
        UUID versionId,
        AcceptanceState state,
        Instant stateSince,
        String name,
        @Nullable String note,
        Instant at,
        @Nullable Contact contact,
        @Nullable String ip,
        @Nullable String program,
        @Nullable String witnessName,
        List<UUID> chosen,
        Money net,
        Money gross,
        @Nullable UUID eventId,
        @Nullable Hindrance hindrance,
        @Nullable Instant triedAt,
        @Nullable String withdrawnReason,
        long version) {

    /**
     * A contact as they were called and reached when they accepted.
     *
     * @param id null: the contact is no longer kept
     */
    public record Contact(@Nullable UUID id, String name, String email) {}

    /**
     * @param code of the refusal
     * @param shortages every product that lacks, where it is stock
     */
    public record Hindrance(String code, String message, List<Shortage> shortages) {
        public Hindrance {
            shortages = List.copyOf(shortages);
        }
    }

    Subject subject(String quote) {
        return new Subject(Acceptances.KIND, id, quote);
    }
}

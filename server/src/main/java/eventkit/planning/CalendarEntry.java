package eventkit.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar as programs of all makers take it.
 *
 * @param uid the same as long as the thing lives, in every feed
 * @param partOf the entry that this one belongs to
 * @param zone in which its people read the clock
 * @param busy whether it takes its people's time
 * @param sequence never falls; a program keeps the entry with the higher one
 */
record CalendarEntry(
        UUID uid,
        @Nullable UUID partOf,
        ZoneId zone,
        Instant from,
        Instant to,
        String summary,
        @Nullable String description,
        @Nullable String location,
        @Nullable String url,
        List<String> categories,
        Status status,
        boolean busy,
        long sequence,
        Instant createdAt,
        Instant changedAt) {
    enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED;

        static Status of(Phase phase) {
            return switch (phase) {
                case ENQUIRY, QUOTED -> TENTATIVE;
                case CONFIRMED, PREP, LOAD_OUT, ON_SITE, LOAD_IN, DE_PREP, CLOSED -> CONFIRMED;
                case CANCELLED -> CANCELLED;
            };
        }
    }
}

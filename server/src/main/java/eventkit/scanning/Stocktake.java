package eventkit.scanning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One count of a place.
 *
 * @param number ST-0001
 * @param below with what is below it
 * @param secondPerson somebody who did not count confirms
 * @param lines what was expected, in lines; {@code expected} in pieces, and {@code found} of them so far
 * @param unexpected pieces found besides
 * @param closedAt when it was applied or abandoned
 * @param reason why it was abandoned
 */
public record Stocktake(
        UUID id,
        String number,
        StocktakeState state,
        Place location,
        boolean below,
        boolean secondPerson,
        @Nullable String note,
        long lines,
        long expected,
        long found,
        long unexpected,
        List<String> countedBy,
        Instant startedAt,
        String startedByName,
        @Nullable Instant finishedAt,
        @Nullable String finishedByName,
        @Nullable Instant closedAt,
        @Nullable String closedByName,
        @Nullable String reason,
        long version) {
    public record Place(UUID id, String name) {}
}

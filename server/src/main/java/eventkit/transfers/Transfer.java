package eventkit.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One journey.
 *
 * @param number TR-0001
 * @param plannedOn when it is to leave
 * @param arrivesOn by the end of which day it is expected to be there
 * @param pending lines that have not arrived yet
 * @param differences lines that arrived otherwise than they left
 */
public record Transfer(
        UUID id,
        String number,
        TransferState state,
        Place from,
        Place to,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate arrivesOn,
        @Nullable String note,
        long lines,
        long pending,
        long differences,
        Instant createdAt,
        String createdByName,
        @Nullable Instant dispatchedAt,
        @Nullable String dispatchedByName,
        @Nullable Instant receivedAt,
        @Nullable String receivedByName,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        long version) {
    public record Place(UUID id, String name) {}
}

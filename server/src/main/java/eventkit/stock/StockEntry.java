package eventkit.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger; never changed, corrected by a reversal.
 *
 * @param delta pieces, negative where they went away; zero only for a count that found what was expected
 * @param resulting pieces at the location after it
 * @param operationId shared by everything that one person did at once
 * @param pairId shared by the two lines of one move
 * @param reversesId the entry that this one takes back
 * @param reversedById the entry that took this one back
 * @param ref what it was done for, such as a case that was packed
 */
public record StockEntry(
        UUID id,
        UUID productId,
        String productName,
        UUID locationId,
        String locationName,
        Kind kind,
        long delta,
        long resulting,
        @Nullable Reason reason,
        @Nullable String note,
        UUID operationId,
        @Nullable UUID pairId,
        @Nullable UUID reversesId,
        @Nullable UUID reversedById,
        @Nullable Ref ref,
        Instant at,
        @Nullable UUID byId,
        String byName) {

    public enum Kind {
        COUNT,
        ADJUSTMENT,
        RECEIPT,
        ISSUE,
        CONSUMED,
        MOVE,
        PACK,
        UNPACK,
        REVERSAL;

        /** Packing is undone by unpacking, issuing by its return, a reversal by doing the thing again. */
        boolean reversible() {
            return switch (this) {
                case COUNT, ADJUSTMENT, RECEIPT, CONSUMED, MOVE -> true;
                case ISSUE, PACK, UNPACK, REVERSAL -> false;
            };
        }
    }

    public enum Reason {
        OPENING,
        FOUND,
        LOST,
        STOLEN,
        DAMAGED,
        EXPIRED,
        CORRECTION,
        OTHER
    }

    /** @param kind singular resource name: {@code case}, {@code transfer} */
    public record Ref(String kind, UUID id, String label) {}
}

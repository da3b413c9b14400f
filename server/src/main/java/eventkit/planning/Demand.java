package eventkit.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one line wants, and from when until when it takes it: its time on site with prep, transit and turnaround.
 *
 * @param warehouseId whose stock; null where there is no warehouse
 */
record Demand(
        UUID lineId,
        UUID listId,
        @Nullable UUID warehouseId,
        PullLine.Kind kind,
        @Nullable UUID productId,
        @Nullable UUID kitId,
        @Nullable UUID caseId,
        @Nullable UUID assetId,
        long quantity,
        Instant from,
        Instant to) {
    /** What is left of it from a moment on that lies before its end. */
    Demand since(Instant moment) {
        if (!from.isBefore(moment)) return this;
        return new Demand(lineId, listId, warehouseId, kind, productId, kitId, caseId, assetId, quantity, moment, to);
    }
}

package eventkit.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one line wants, and from when until when it takes it: its time on site with prep, transit and turnaround. */
record Demand(
        UUID lineId,
        UUID listId,
        PullLine.Kind kind,
        @Nullable UUID productId,
        @Nullable UUID kitId,
        @Nullable UUID caseId,
        @Nullable UUID assetId,
        long quantity,
        Instant from,
        Instant to) {}

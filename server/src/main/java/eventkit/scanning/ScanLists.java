package eventkit.scanning;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal of everybody's scans. */
public interface ScanLists {
    /** Every part may be empty or null: not filtered by it. */
    record Filter(
            @Nullable UUID eventId,
            @Nullable UUID deviceId,
            @Nullable UUID byId,
            Set<ScanKind> kinds,
            ScanAnswer.@Nullable Result result,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Sorts: at. */
    @Needs(Permission.SCAN)
    Page<ScanLine> list(Filter filter, ListQuery query);
}

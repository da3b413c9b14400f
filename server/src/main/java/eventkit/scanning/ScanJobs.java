package eventkit.scanning;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.planning.Phase;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the warehouse works on them, for screens and for devices that take them along. */
public interface ScanJobs {
    /** What the warehouse has to do with an event, counted in pieces. */
    record Line(
            UUID eventId,
            String number,
            String name,
            Phase phase,
            @Nullable String clientName,
            @Nullable String venueName,
            Instant from,
            Instant to,
            @Nullable String warehouseName,
            long wanted,
            long picked,
            long out,
            long back,
            long missing) {}

    /** @param phases empty for those that the warehouse works on: CONFIRMED to DE_PREP */
    @Needs(Permission.SCAN)
    Page<Line> list(Set<Phase> phases, ListQuery query);

    /**
     * The whole job, or what changed.
     *
     * @param since a version told before; null, and too old a one, for the whole
     * @param sent scans of the caller of which he knows no answer: the job says which of them it holds
     */
    @Needs(Permission.SCAN)
    ScanJob get(UUID eventId, @Nullable String since, Set<UUID> sent, String origin);

    /** Whether somebody who made nothing ready is to look over it before anything leaves. */
    @Needs(Permission.EVENT_EDIT)
    void wantCheck(UUID eventId, boolean wanted);

    /**
     * What was made ready is right. Not by who made any of it ready.
     *
     * @param scans how many scans the job had had when it was looked over
     */
    @Needs(Permission.SCAN)
    void confirmPrep(UUID eventId, long scans);
}

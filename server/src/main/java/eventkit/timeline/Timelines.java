package eventkit.timeline;

import eventkit.availability.Reason;
import eventkit.availability.Standing;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.planning.Block;
import eventkit.planning.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The timeline: first its rows, then what is on those that somebody looks at. */
public interface Timelines {
    /** How many rows may be asked about at once. */
    int ROWS_MAX = 60;

    /** How long the time in one answer may be. */
    int DAYS_MAX = 1_100;

    /** What has a row each. */
    enum By {
        PRODUCT,
        CATEGORY,
        ASSET,
        EVENT,
        WAREHOUSE
    }

    /**
     * Empty or null: not filtered by it.
     *
     * @param period of events, those that occupy anything in it
     */
    record Filter(
            Set<UUID> warehouses,
            @Nullable UUID category,
            @Nullable Period period) {}

    /**
     * @param sub what stands below the name
     * @param group rows with the same stand together
     * @param depth how far below the top a category is
     */
    record Row(
            UUID id,
            String name,
            @Nullable String sub,
            @Nullable String group,
            int depth) {}

    /**
     * One bar of a row.
     *
     * @param reason why an asset can not be had; null for an event
     * @param eventId one of the answer's events
     * @param label whose it is where it is nobody's event
     * @param standing how it counts, an enquiry as nothing; null for what counts no more
     * @param from since when it is taken; null for since always
     * @param to null for good
     * @param out it left the house
     * @param late it is not back, though it should be
     * @param lacking so many pieces of it are not there; of an event, so many products
     */
    record Bar(
            @Nullable Reason reason,
            @Nullable UUID eventId,
            @Nullable String label,
            @Nullable Standing standing,
            @Nullable Long quantity,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant onSiteFrom,
            @Nullable Instant onSiteTo,
            boolean out,
            boolean late,
            int lacking) {}

    /**
     * From then on: so many pieces there are, so many are wanted for sure and so many more are optioned.
     *
     * @param lacking pieces that are wanted where they are not, although others may be free elsewhere
     */
    record Load(Instant from, int stock, int wanted, int optioned, int lacking) {}

    /**
     * What is on one row.
     *
     * @param more some bars were left out
     * @param load from now on, or from the beginning where that is later; empty for rows that are not counted
     */
    record Content(UUID id, List<Bar> bars, boolean more, List<Load> load) {}

    /** As much of an event as a bar needs. {@code version} is for moving it. */
    record EventFacts(
            UUID id,
            String number,
            String name,
            Phase phase,
            @Nullable String ownPhaseName,
            @Nullable Instant optionedUntil,
            @Nullable String clientName,
            @Nullable String venueName,
            @Nullable String colour,
            String timeZone,
            Instant from,
            Instant to,
            Instant occupiedFrom,
            Instant leavesAt,
            Instant backAt,
            Instant occupiedTo,
            List<Block> blocks,
            long version) {}

    /** @param events each of those that bars name, once */
    record Contents(List<Content> rows, List<EventFacts> events, Instant asOf) {}

    /** Needs {@link Permission#ASSET_READ} besides for all rows but events. */
    @Needs(Permission.EVENT_READ)
    Page<Row> rows(By by, Filter filter, ListQuery query);

    /** What is on those rows; at most {@link #ROWS_MAX} of them and {@link #DAYS_MAX} days. */
    @Needs(Permission.EVENT_READ)
    Contents contents(By by, List<UUID> ids, Set<UUID> warehouses, Period period);

    /** How much there is and is wanted of all pieces that have a number of their own, from now on: for sums rather than drawing. Not of assets and events. */
    @Needs(Permission.ASSET_READ)
    Map<UUID, List<Load>> loads(By by, List<UUID> ids, Set<UUID> warehouses, Period period);
}

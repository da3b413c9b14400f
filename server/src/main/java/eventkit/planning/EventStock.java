package eventkit.planning;

import eventkit.availability.AssetAvailability;
import eventkit.availability.Free;
import eventkit.availability.Reason;
import eventkit.availability.ShortStretches;
import eventkit.availability.Shortage;
import eventkit.availability.Standing;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How events and the stock that they want go together. */
public interface EventStock {
    /**
     * @param free for this line, without what the event itself holds; kits where it wants kits
     * @param lacking of {@code wanted}, with all other lines of the event
     */
    record LineStock(UUID lineId, int wanted, Free free, int lacking) {}

    /**
     * @param warehouseId whose stock it takes; null where there is no warehouse
     * @param held how the event counts at this stock
     * @param lines those that take stock
     */
    record ListStock(@Nullable UUID warehouseId, Standing held, List<LineStock> lines) {}

    /** @param shortage its lines are those of the event's pull lists */
    record EventShortage(
            UUID eventId,
            String number,
            String name,
            Phase phase,
            @Nullable String clientName,
            @Nullable String plannerName,
            Instant from,
            Shortage shortage) {}

    /** @param more what begins later than all of these and is not told; null where this is all */
    record Shortages(List<EventShortage> items, ShortStretches.@Nullable Untold more) {}

    @Needs(Permission.EVENT_READ)
    ListStock ofList(UUID listId);

    /** How many things may be asked about at once. */
    int THINGS_MAX = 200;

    /** What lines may be made of. */
    record Things(List<UUID> products, List<UUID> kits, List<UUID> cases, List<UUID> assets) {}

    /**
     * What is free of a thing for as long as a new line would take it: pieces of a product, complete kits, one or none of what there is one of.
     *
     * @param why what keeps an asset that is not free in any case
     * @param reason why it is unfit
     * @param holder who holds it
     */
    record ThingFree(
            UUID id,
            int firm,
            int worst,
            int expected,
            AssetAvailability.@Nullable Why why,
            @Nullable Reason reason,
            @Nullable String holder) {
        ThingFree(UUID id, Free free) {
            this(id, free.firm(), free.worst(), free.expected(), null, null, null);
        }

        static ThingFree of(AssetAvailability.AssetFree asset) {
            var free = asset.free();
            return new ThingFree(
                    asset.asset().value(),
                    free.firm(),
                    free.worst(),
                    free.expected(),
                    asset.why(),
                    asset.reason(),
                    asset.holder());
        }
    }

    /**
     * What is free for lines that are yet to be added: in the times of the list or the group, with what their categories say of prep and check-in. Empty
     * where there is no warehouse; kits and assets that there are not are left out.
     */
    @Needs(Permission.EVENT_READ)
    List<ThingFree> forNewLines(UUID listId, @Nullable UUID groupId, Things things);

    /** What the event lacks, or would lack were it confirmed now; on site in that period, or in its own. */
    @Needs(Permission.EVENT_READ)
    Shortages ofEvent(UUID eventId, @Nullable Instant from, @Nullable Instant to);

    /** @param before the confirmed event that comes after it from now on */
    record Precedence(UUID before, String reason) {}

    /** Where stock is short, the event comes before the other, and its planner is told of what that one loses (rule 4). Both are confirmed. */
    @Needs(Permission.OVERBOOK)
    void prioritise(UUID eventId, Precedence precedence);

    /** Sets the claim of every event anew, as it stands; what is lacking is held all the same. After events were written past this module. */
    @Needs(Permission.OVERBOOK)
    void holdAgain();

    /** What is promised to any event from now on and is not there; by when it is taken. */
    @Needs(Permission.EVENT_READ)
    Shortages all();
}

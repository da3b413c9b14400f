package eventkit.planning;

import eventkit.availability.Free;
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

    /** What is free of a product or a case for as long as a new line would take it. */
    record ThingFree(UUID id, int firm, int worst, int expected) {}

    /**
     * What is free for lines that are yet to be added: in the times of the list or the group, with what their categories say of prep and check-in. Empty
     * where there is no warehouse.
     */
    @Needs(Permission.EVENT_READ)
    List<ThingFree> forNewLines(UUID listId, @Nullable UUID groupId, List<UUID> products, List<UUID> cases);

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

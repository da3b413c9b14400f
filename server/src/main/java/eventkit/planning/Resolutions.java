package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done where an event lacks something: one menu, ranked by cost and risk (rule 13). */
public interface Resolutions {
    String KIND = "resolution";

    enum Remedy {
        /** Another product that the catalogue names as an alternative. */
        SUBSTITUTE,
        /** Loaded at another warehouse of ours, on a list that takes from there, with the way there and back. */
        OTHER_WAREHOUSE,
        /** Brought from another warehouse of ours, by a transfer that arrives in time; it stays where the list is loaded. */
        TRANSFER,
        /** The event some days earlier or later. */
        MOVE_EVENT,
        /** What is lacking comes later, or goes back earlier, within the event's time. */
        MOVE_LINES,
        /** Less time for preparing or for checking in, for the event's own lines or for those of who has it before or after. */
        SHORTEN_TURNAROUND,
        /** Asked of a partner. A request adds nothing before it is accepted. */
        SUB_HIRE,
        /** Bought, and there on the day. */
        BUY,
        /** Fewer of them. */
        REDUCE,
        /** Before another confirmed event, which then goes without. */
        PRIORITISE
    }

    enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Why a remedy is as risky as it is. */
    enum Because {
        /** The catalogue names it as an alternative. */
        COMPATIBLE,
        /** It has to come from another warehouse; {@code minutes} on the way. */
        COMES_FROM_AFAR,
        /** It would have to leave within a day; {@code minutes} from now. */
        LEAVES_SOON,
        /** Dates are not the company's alone. */
        CLIENT_MUST_AGREE,
        /** It is not there all the time; {@code minutes} less on site. */
        LESS_ON_SITE,
        /** {@code minutes} are left for preparing or checking in. */
        LITTLE_TIME,
        /** The client gets less than was wished. */
        CLIENT_GETS_LESS,
        /** Nobody has promised it; it is wanted in {@code minutes}. */
        UNANSWERED,
        /** It has to be delivered within {@code minutes}. */
        MUST_ARRIVE,
        /** Somebody else goes without. */
        HURTS_OTHERS,
        /** Nobody else goes without. */
        HURTS_NOBODY
    }

    /** Where what it costs is from. */
    enum CostBasis {
        /** It costs nothing by itself. */
        NONE,
        /** What a transfer between warehouses costs the company. */
        TRANSFER,
        /** What a partner asked for it the last time, by the day. */
        LAST_SUB_HIRE,
        /** An estimate: what it is hired out for. */
        HIRE_PRICE,
        /** An estimate: what it costs to replace. */
        REPLACEMENT_VALUE,
        /** Nobody said what it costs. */
        UNKNOWN
    }

    /** An event that would lack so much more of an item. */
    record Hurt(UUID eventId, String label, String item, int quantity) {}

    /** @param minutes what the reason counts, null where it counts nothing */
    record Risk(Level level, Because because, @Nullable Long minutes, List<Hurt> hurts) {}

    /**
     * What happens to a line.
     *
     * @param event whose list it is on
     * @param lineId null for a new line
     * @param before pieces, cases or kits; 0 for a new line
     * @param from since when it takes stock, as is {@code to}; null where that does not change
     */
    record LineChange(
            String event,
            String list,
            @Nullable UUID lineId,
            String name,
            long before,
            long after,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One thing that is done.
     *
     * @param covers how many of the pieces that are lacking
     * @param cost null where nobody knows
     * @param name of the other product, warehouse or event
     * @param days by how many the event moves, below zero to earlier
     * @param from when the event or what is lacking is on site then
     */
    record Part(
            Remedy remedy,
            int covers,
            @Nullable Money cost,
            CostBasis costBasis,
            Risk risk,
            @Nullable UUID otherId,
            @Nullable String name,
            @Nullable Integer days,
            @Nullable Instant from,
            @Nullable Instant to,
            List<LineChange> lines) {}

    /**
     * Something that can be chosen: one part, or several that go together.
     *
     * @param id stands for exactly this offer on exactly these lists; it is gone when either changes
     * @param rank from 1 on
     * @param margin what the event earns more or less by it; null where a cost or price is not known
     * @param risk that of its riskiest part
     * @param needsPartner whoever chooses it says who is asked
     * @param needsReason whoever chooses it says why, and needs {@link Permission#OVERBOOK}
     */
    record Offer(
            String id,
            int rank,
            int covers,
            @Nullable Money cost,
            @Nullable Money margin,
            Risk risk,
            boolean needsReason,
            boolean needsPartner,
            List<Part> parts) {}

    /** What a partner was asked for or has promised for the event, and has not brought. */
    record Asked(UUID subHireId, String number, String partner, int quantity, boolean accepted) {}

    /**
     * @param asked what is on its way to be there
     * @param shortage at its worst moment, from its first to its last: lines that overlap are lacking together, never one after the other
     * @param locked the lists are locked: offers that change lines come when they are unlocked
     * @param offers best first
     */
    record Menu(Shortage shortage, boolean locked, List<Asked> asked, List<Offer> offers) {}

    /** @param more shortages that were left out: ask for them by item and warehouse */
    record Offered(List<Menu> items, int more) {}

    /**
     * @param itemId what is lacking, with the warehouse, as the menu says
     * @param reason where the offer needs one
     * @param partnerId who is asked, where the offer names nobody
     */
    record Choice(
            UUID itemId,
            UUID warehouseId,
            String offer,
            @Nullable String reason,
            @Nullable UUID partnerId) {}

    /**
     * What was chosen.
     *
     * @param lacking of the item at that time
     * @param undoneAt null while it holds
     */
    record Resolution(
            UUID id,
            UUID eventId,
            UUID itemId,
            String item,
            UUID warehouseId,
            String warehouse,
            int lacking,
            int covers,
            @Nullable Money cost,
            @Nullable Money margin,
            List<Part> parts,
            @Nullable String reason,
            Instant appliedAt,
            String appliedByName,
            @Nullable Instant undoneAt,
            @Nullable String undoneByName) {}

    record Applied(List<Resolution> items) {}

    /** @param itemId with the warehouse: only what it lacks of that; null for everything */
    @Needs(Permission.EVENT_READ)
    Offered of(UUID eventId, @Nullable UUID itemId, @Nullable UUID warehouseId);

    /** The newest first, also those that were undone. */
    @Needs(Permission.EVENT_READ)
    Applied applied(UUID eventId);

    @Needs(Permission.EVENT_READ)
    Resolution get(UUID eventId, UUID id);

    /**
     * All of an offer or nothing. Throws {@link ResolutionStale} where it is not offered any more.
     */
    @Needs(Permission.EVENT_EDIT)
    Resolution apply(UUID eventId, Choice choice);

    /** Puts everything back as it was. Throws {@link ResolutionOvertaken} where something has changed since. */
    @Needs(Permission.EVENT_EDIT)
    Resolution undo(UUID eventId, UUID id);
}

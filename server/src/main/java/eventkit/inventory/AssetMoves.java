package eventkit.inventory;

import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where assets go and what becomes of them. Every method takes many, locks them in one order, does all or nothing, and throws
 * {@link AssetStatusForbids} naming the first that may not. Each writes the movement, the audit entry and the event.
 *
 * <p>{@code reference} says in the words of the calling module what it is for ({@code event:<uuid>}, {@code transfer:<uuid>}); null for none.
 */
public interface AssetMoves {
    record Movement(
            Instant at,
            String actorName,
            @Nullable LocationRef from,
            @Nullable LocationRef to,
            @Nullable AssetStatus fromStatus,
            AssetStatus toStatus,
            @Nullable String reason,
            @Nullable String reference) {}

    /** Puts them somewhere else; null: nobody knows where. Throws {@link LocationArchived}, {@link AssetHeld}. */
    @Needs(Permission.MOVE)
    void move(Collection<AssetId> ids, @Nullable LocationId to, @Nullable String reason, @Nullable String reference);

    @Needs(Permission.MOVE)
    void reserve(Collection<AssetId> ids, String reference);

    /** @param references by asset what it is for */
    @Needs(Permission.MOVE)
    void reserve(Map<AssetId, String> references);

    @Needs(Permission.MOVE)
    void releaseReservation(Collection<AssetId> ids, @Nullable String reason);

    /** @param to where they go, null leaves the location as it is. Throws {@link AssetNotFit}. */
    @Needs(Permission.MOVE)
    void checkOut(Collection<AssetId> ids, @Nullable LocationId to, String reference);

    /** Their locations stay as they are. @param references by asset what it is for. Throws {@link AssetNotFit}. */
    @Needs(Permission.MOVE)
    void checkOut(Map<AssetId, String> references);

    @Needs(Permission.MOVE)
    void arriveOnSite(Collection<AssetId> ids, @Nullable LocationId at);

    @Needs(Permission.MOVE)
    void checkIn(Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason);

    /** Back on the shelf, free again: after check-in. */
    @Needs(Permission.MOVE)
    void shelve(Collection<AssetId> ids, @Nullable LocationId at);

    /** @param condition one that is not usable; null: DAMAGED */
    @Needs(Permission.ASSET_EDIT)
    void reportDamaged(Collection<AssetId> ids, @Nullable String condition, String reason);

    /** Damaged after all it is not, or somebody mended it on the spot. @param condition one that is usable; null: GOOD */
    @Needs(Permission.ASSET_EDIT)
    void clearDamage(Collection<AssetId> ids, @Nullable String condition, @Nullable String reason);

    @Needs(Permission.MAINTENANCE_EDIT)
    void sendToRepair(
            Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason, @Nullable String reference);

    /** @param mended false: it comes back as damaged as it went. @param condition null: GOOD, or DAMAGED where not mended */
    @Needs(Permission.MAINTENANCE_EDIT)
    void returnFromRepair(
            Collection<AssetId> ids,
            boolean mended,
            @Nullable String condition,
            @Nullable LocationId at,
            @Nullable String reason,
            @Nullable String reference);

    @Needs(Permission.ASSET_EDIT)
    void reportLost(Collection<AssetId> ids, @Nullable String reason);

    @Needs(Permission.ASSET_EDIT)
    void reportFound(Collection<AssetId> ids, @Nullable LocationId at, boolean damaged, @Nullable String reason);

    /** @param writeOff sets the condition to WRITTEN_OFF */
    @Needs(Permission.ASSET_DISPOSE)
    void retire(Collection<AssetId> ids, boolean writeOff, @Nullable String reason);

    /** @param price of each */
    @Needs(Permission.ASSET_DISPOSE)
    void sell(Collection<AssetId> ids, String to, Money price, @Nullable String reason);

    @Needs(Permission.ASSET_DISPOSE)
    void transferOwnership(Collection<AssetId> ids, String to, @Nullable String reason);

    /** A retired asset is used again, a sale fell through. */
    @Needs(Permission.ASSET_DISPOSE)
    void reinstate(Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason);

    /** Newest first. */
    @Needs(Permission.ASSET_READ)
    Page<Movement> movements(AssetId id, ListQuery query);

    /** What may be done with it now by this caller, in the words of the API: {@code moves}, {@code damage}, {@code retirement}. */
    @Needs(Permission.ASSET_READ)
    List<String> nextActions(AssetId id);
}

package eventkit.stock;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The face of counted stock. Every change is a line of the ledger; all lines of one call are written or none is. Several callers at once never
 * take the same piece: levels are locked, always in the same order.
 */
public interface Stock {
    /** Every part may be empty or null: not filtered by it. Locations include what is inside them, categories their subcategories. */
    record Filter(
            Set<UUID> productIds,
            Set<UUID> locationIds,
            Set<UUID> warehouseIds,
            Set<UUID> categoryIds,
            Set<String> kinds,
            @Nullable Boolean empty) {
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null);
    }

    record EntryFilter(
            Set<UUID> productIds,
            Set<UUID> locationIds,
            Set<StockEntry.Kind> kinds,
            Set<StockEntry.Reason> reasons,
            @Nullable UUID byId,
            @Nullable UUID operationId,
            @Nullable UUID refId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** @param delta pieces to add, negative to take away */
    record Adjustment(UUID productId, UUID locationId, Long delta, StockEntry.Reason reason, String note) {}

    /** @param expectedQuantity what was read before counting; refused where that has changed, null to count regardless */
    record CountLine(
            UUID productId,
            UUID locationId,
            Long quantity,
            @Nullable Long expectedQuantity) {}

    record CountSheet(List<CountLine> lines, @Nullable String note) {}

    record Amount(UUID productId, UUID locationId, Long quantity) {}

    record Amounts(List<Amount> lines, @Nullable String note) {}

    record MoveLine(UUID productId, UUID fromLocationId, UUID toLocationId, Long quantity) {}

    record Moves(List<MoveLine> lines, @Nullable String note) {}

    record ReorderLevels(
            @Nullable Long parLevel,
            @Nullable Long reorderPoint,
            @Nullable Long reorderQuantity,
            @Nullable String supplier) {}

    int LINES_MAX = 1000;

    @Needs(Permission.ASSET_READ)
    Page<StockLevel> levels(Filter filter, ListQuery query);

    /** Throws {@link eventkit.core.NotFound}. */
    @Needs(Permission.ASSET_READ)
    StockLevel level(UUID id);

    @Needs(Permission.ASSET_READ)
    StockTotals totals(UUID productId);

    @Needs(Permission.ASSET_READ)
    Page<StockEntry> entries(EntryFilter filter, ListQuery query);

    @Needs(Permission.ASSET_READ)
    StockEntry entry(UUID id);

    /** Throws {@link StockTooLow}, {@link ProductNotCounted}, as does everything below that takes pieces. */
    @Needs(Permission.STOCK_ADJUST)
    StockEntry adjust(Adjustment adjustment);

    /** Sets what was counted; throws {@link StockChangedSince} naming each line whose expectation no longer holds. */
    @Needs(Permission.STOCK_ADJUST)
    List<StockEntry> count(CountSheet sheet);

    @Needs(Permission.STOCK_ADJUST)
    List<StockEntry> receive(Amounts amounts);

    @Needs(Permission.STOCK_ADJUST)
    List<StockEntry> consume(Amounts amounts);

    @Needs(Permission.MOVE)
    List<StockEntry> move(Moves moves, StockEntry.@Nullable Ref ref);

    /** Takes an entry back by its opposite, a move with both its lines. Throws {@link EntryAlreadyReversed}, {@link EntryNotReversible}. */
    @Needs(Permission.STOCK_ADJUST)
    List<StockEntry> reverse(UUID entryId, @Nullable String note);

    /** Loose pieces go into a case. */
    @Needs(Permission.CASE_EDIT)
    List<StockEntry> pack(List<Amount> amounts, StockEntry.Ref holder);

    /** Pieces come out of a case and lie loose. */
    @Needs(Permission.CASE_EDIT)
    List<StockEntry> unpack(List<Amount> amounts, StockEntry.Ref holder);

    /** @param low only what is to be ordered: at or below its reorder point, or gone */
    @Needs(Permission.ASSET_READ)
    Page<Consumable> consumables(
            Set<UUID> categoryIds, Set<Consumable.Status> statuses, @Nullable Boolean low, ListQuery query);

    @Needs(Permission.ASSET_READ)
    Consumable consumable(UUID productId);

    @Needs(Permission.STOCK_ADJUST)
    Consumable setLevels(UUID productId, ReorderLevels levels, IfMatch ifMatch);
}

package eventkit.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product that does not come back, with its stock and when to buy more.
 *
 * @param stock loose pieces at all locations; what is packed in cases is on its way to a job and not counted
 * @param parLevel what should be there after buying
 * @param toOrder the reorder quantity, or what is missing to the par level; null while the stock is fine
 * @param version of the reorder settings, 0 while there are none
 */
public record Consumable(
        UUID productId,
        String productName,
        @Nullable UUID categoryId,
        long stock,
        @Nullable Long parLevel,
        @Nullable Long reorderPoint,
        @Nullable Long reorderQuantity,
        @Nullable String supplier,
        Status status,
        @Nullable Long toOrder,
        @Nullable Instant lowSince,
        long version) {

    public enum Status {
        OK,
        LOW,
        OUT;

        static Status of(long stock, @Nullable Long reorderPoint) {
            if (stock == 0) return OUT;
            return reorderPoint != null && stock <= reorderPoint ? LOW : OK;
        }
    }

    static @Nullable Long toOrder(long stock, Status status, @Nullable Long parLevel, @Nullable Long reorderQuantity) {
        if (status == Status.OK) return null;
        long missing = parLevel == null ? 0 : Math.max(0, parLevel - stock);
        if (reorderQuantity == null) return parLevel == null ? null : missing;
        if (missing <= reorderQuantity) return reorderQuantity;
        // whole packs: nobody sells half a carton
        return Math.multiplyExact(Math.ceilDiv(missing, reorderQuantity), reorderQuantity);
    }
}

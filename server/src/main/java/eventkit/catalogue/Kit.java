package eventkit.catalogue;

import eventkit.core.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A logical set of products. */
public record Kit(
        KitId id,
        String code,
        String name,
        @Nullable String description,
        Mode mode,
        @Nullable Money hirePrice,
        List<Component> components,
        @Nullable Instant archivedAt,
        Instant createdAt,
        long version) {
    public enum Mode {
        ALL_OR_NOTHING,
        ITEM_BY_ITEM
    }

    /**
     * A product or a sub-kit, one of the two.
     *
     * @param name of the product or the sub-kit
     * @param quantity in each kit
     */
    public record Component(
            @Nullable ProductId productId, @Nullable KitId kitId, String name, int quantity, boolean optional) {}

    public record Line(
            @Nullable ProductId productId,
            @Nullable KitId kitId,
            int quantity,
            @Nullable Boolean optional) {
        public Line {
            optional = Boolean.TRUE.equals(optional);
        }
    }
}

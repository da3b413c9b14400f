package eventkit.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which assets; an empty or null part does not filter.
 *
 * @param categories with everything below them
 * @param locations with everything in them
 * @param warehouses everything in these roots
 * @param fit whether they may go on a job
 * @param q beginning of a number, serial or alias, or words of the product's name
 */
public record AssetFilter(
        List<UUID> product,
        List<UUID> category,
        List<AssetStatus> status,
        List<String> condition,
        List<UUID> location,
        List<UUID> warehouse,
        @Nullable Boolean fit,
        @Nullable Boolean quarantined,
        @Nullable LocalDate purchasedFrom,
        @Nullable LocalDate purchasedTo,
        @Nullable String q) {
    public static final AssetFilter NONE = new AssetFilter(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null);

    /** What a request leaves out does not filter. */
    public AssetFilter {
        product = orEmpty(product);
        category = orEmpty(category);
        status = orEmpty(status);
        condition = orEmpty(condition);
        location = orEmpty(location);
        warehouse = orEmpty(warehouse);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null
                ? List.of()
                : list.stream().filter(java.util.Objects::nonNull).toList();
    }
}

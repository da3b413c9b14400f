package eventkit.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where things can be.
 *
 * @param path names from the root down to it
 * @param warehouseId the root it stands in, or itself
 * @param position among its siblings, from 0
 * @param walkingOrder where it comes on a walk through the warehouse, for picking
 * @param assetsHere assets at it itself, @param assetsBeneath at it and everything in it
 * @param othersHere what other modules have at it: {@code {"cases": 3}}
 */
public record Location(
        LocationId id,
        @Nullable LocationId parentId,
        LocationKind kind,
        String name,
        @Nullable String code,
        @Nullable String address,
        List<String> path,
        LocationId warehouseId,
        int position,
        @Nullable Integer walkingOrder,
        @Nullable Instant archivedAt,
        long assetsHere,
        long assetsBeneath,
        Map<String, Long> othersHere,
        long version) {}

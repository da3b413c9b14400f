package eventkit.inventory;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The places: warehouses with their zones, shelves and bins; venues, trucks, repair shops and partners. */
public interface LocationTree {
    record Details(
            String name,
            @Nullable String code,
            @Nullable String address,
            @Nullable Integer walkingOrder) {
        public static Details of(Location l) {
            return new Details(l.name(), l.code(), l.address(), l.walkingOrder());
        }
    }

    record NewLocation(
            LocationKind kind,
            String name,
            @Nullable String code,
            @Nullable UUID parentId,
            @Nullable String address,
            @Nullable Integer walkingOrder) {}

    /** Every part may be null: not filtered by it. @param under at and beneath this one */
    record Filter(
            @Nullable Collection<LocationKind> kinds,
            @Nullable UUID parentId,
            @Nullable UUID under,
            @Nullable Boolean archived) {}

    record Node(
            LocationId id,
            LocationKind kind,
            String name,
            @Nullable String code,
            int position,
            @Nullable Integer walkingOrder,
            boolean archived,
            long assetsBeneath,
            long version,
            List<Node> children) {}

    @Needs(Permission.LOCATION_READ)
    Page<Location> list(ListQuery query, Filter filter);

    /** The roots with all that is in them, in order. */
    @Needs(Permission.LOCATION_READ)
    List<Node> tree(boolean archivedToo);

    @Needs(Permission.LOCATION_READ)
    Location get(LocationId id);

    /** As other pages name them; unknown ids are left out. */
    @Needs(Permission.LOCATION_READ)
    Map<LocationId, LocationRef> refs(Collection<LocationId> ids);

    /** By code or UUID or the address on a label, without regard to case. */
    @Needs(Permission.LOCATION_READ)
    Optional<LocationId> findByCode(String code);

    /** The ids of it and all beneath it. */
    @Needs(Permission.LOCATION_READ)
    List<LocationId> subtree(LocationId id);

    /** Throws {@link LocationNesting}, {@link LocationCodeTaken}, {@link LocationNameTaken}, {@link LocationArchived}. */
    @Needs(Permission.LOCATION_EDIT)
    Location create(NewLocation location);

    @Needs(Permission.LOCATION_EDIT)
    Location change(LocationId id, Details details, IfMatch ifMatch);

    /** Into another one, or by itself; at the end of its new siblings or at a position. Throws {@link LocationNesting}, {@link LocationCycle}. */
    @Needs(Permission.LOCATION_EDIT)
    Location move(LocationId id, @Nullable LocationId parent, @Nullable Integer position, IfMatch ifMatch);

    /** Throws {@link LocationInUse} while anything is at it or beneath it. Archives what is beneath it too. */
    @Needs(Permission.LOCATION_EDIT)
    Location archive(LocationId id, IfMatch ifMatch);

    @Needs(Permission.LOCATION_EDIT)
    Location restore(LocationId id, IfMatch ifMatch);
}

package eventkit.stock;

import static eventkit.stock.db.Tables.PLACE;

import eventkit.core.NotFound;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What stock needs to know of locations. */
@Component
class StockPlaces {
    /** The outermost location: a warehouse, a venue, a truck. */
    record Site(UUID id, String name, String kind) {}

    private final DSLContext db;

    StockPlaces(DSLContext db) {
        this.db = db;
    }

    /** Throws {@link NotFound} for the first that is not there. */
    Map<UUID, String> names(Collection<UUID> ids) {
        var names = db.select(PLACE.ID, PLACE.NAME)
                .from(PLACE)
                .where(PLACE.ID.in(ids))
                .fetchMap(PLACE.ID, PLACE.NAME);
        for (var id : ids) if (!names.containsKey(id)) throw new NotFound("location", id);
        return names;
    }

    /** Locations that nothing may be brought to any more. */
    Set<UUID> archived(Collection<UUID> ids) {
        return db.select(PLACE.ID)
                .from(PLACE)
                .where(PLACE.ID.in(ids))
                .and(PLACE.ARCHIVED)
                .fetchSet(PLACE.ID);
    }

    /** These and everything inside them. */
    Select<Record1<UUID>> under(Collection<UUID> ids) {
        return DSL.select(PLACE.ID)
                .from(PLACE)
                .where(DSL.condition("{0} && {1}", PLACE.PATH, DSL.val(ids.toArray(UUID[]::new))));
    }

    Map<UUID, Site> sites(Collection<UUID> ids) {
        return db.selectFrom(PLACE)
                .where(PLACE.ID.in(ids))
                .fetchMap(PLACE.ID, r -> new Site(r.getWarehouseId(), r.getWarehouseName(), r.getWarehouseKind()));
    }
}

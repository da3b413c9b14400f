package eventkit.cases;

import static eventkit.cases.db.Tables.PLACE;

import eventkit.core.NotFound;
import eventkit.inventory.LocationArchived;
import eventkit.inventory.LocationId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What cases need to know of locations. */
@Component
class Destinations {
    private final DSLContext db;

    Destinations(DSLContext db) {
        this.db = db;
    }

    /** The name of a location that something may be brought to. */
    String mustTake(UUID locationId) {
        var place = db.selectFrom(PLACE).where(PLACE.ID.eq(locationId)).fetchOne();
        if (place == null) throw new NotFound("location", locationId);
        if (place.getArchived()) throw new LocationArchived(new LocationId(locationId));
        return place.getName();
    }
}

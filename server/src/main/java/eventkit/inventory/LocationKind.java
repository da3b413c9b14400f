package eventkit.inventory;

import java.util.EnumSet;
import java.util.Set;

/** What sort of place it is, and so what it may stand in. */
public enum LocationKind {
    WAREHOUSE,
    ZONE,
    SHELF,
    BIN,
    VENUE,
    TRUCK,
    REPAIR_SHOP,
    PARTNER,
    /** On the way between two warehouses; transfers make these. */
    TRANSIT;

    /** Stands by itself. */
    public boolean root() {
        return switch (this) {
            case WAREHOUSE, VENUE, TRUCK, REPAIR_SHOP, PARTNER, TRANSIT -> true;
            case ZONE, SHELF, BIN -> false;
        };
    }

    /** Kinds it may stand in. */
    public Set<LocationKind> parents() {
        return switch (this) {
            case WAREHOUSE, PARTNER, VENUE, TRANSIT -> EnumSet.noneOf(LocationKind.class);
            case TRUCK -> EnumSet.of(WAREHOUSE, ZONE);
            case REPAIR_SHOP -> EnumSet.of(WAREHOUSE, ZONE);
            case ZONE -> EnumSet.of(WAREHOUSE, ZONE, VENUE, REPAIR_SHOP, PARTNER);
            case SHELF -> EnumSet.of(WAREHOUSE, ZONE, REPAIR_SHOP, TRUCK);
            case BIN -> EnumSet.of(WAREHOUSE, ZONE, SHELF, REPAIR_SHOP, TRUCK);
        };
    }
}

package eventkit.transfers;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.UUID;

/** Lists that are put together by product: whatever stands loose in a warehouse, is kept there by nobody, and is on no other list. */
public interface Gathering {
    /** So many of a product, to leave and to arrive on these days. */
    record Wanted(
            UUID fromId,
            UUID toId,
            UUID productId,
            long quantity,
            LocalDate plannedOn,
            LocalDate arrivesOn,
            String note) {}

    /** How many of a product could be put on a list now. */
    @Needs(Permission.ASSET_READ)
    long ready(UUID productId, UUID warehouseId);

    /** A draft with as many as are wanted, or as there are. */
    @Needs(Permission.MOVE)
    Transfer gather(Wanted wanted);
}

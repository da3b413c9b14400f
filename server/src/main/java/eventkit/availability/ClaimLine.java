package eventkit.availability;

import eventkit.catalogue.KitId;
import eventkit.catalogue.ProductId;
import eventkit.core.Period;
import eventkit.inventory.AssetId;
import java.util.UUID;

/**
 * What one line of a pull list takes.
 *
 * @param occupancy when it takes stock, with prep and transit before and check-in after (rule 1)
 */
public record ClaimLine(UUID id, What what, UUID warehouse, int quantity, Period occupancy) {
    /** A type, a set of types, this case as one unit, or this very asset (rule 8). */
    public sealed interface What {
        record OfProduct(ProductId id) implements What {}

        record OfKit(KitId id) implements What {}

        record OfCase(UUID id) implements What {}

        record OfAsset(AssetId id) implements What {}
    }
}

package eventkit.stock;

import java.util.List;
import java.util.UUID;

/**
 * How many pieces of a product the company has: loose on shelves and packed in cases, together and for each site.
 *
 * @param sites by outermost location: warehouses, and whatever lies at venues, in trucks, at partners
 */
public record StockTotals(UUID productId, String productName, long owned, long loose, long packed, List<Site> sites) {

    public record Site(UUID locationId, String locationName, String kind, long loose, long packed) {}
}

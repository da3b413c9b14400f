package eventkit.availability;

import java.util.UUID;

/**
 * A product, or a case of fixed contents as one unit, in a warehouse.
 *
 * @param item the product's id or the case's
 */
public record StockKey(Kind kind, UUID item, UUID warehouse) {
    public enum Kind {
        PRODUCT,
        CASE
    }

    public static StockKey product(UUID product, UUID warehouse) {
        return new StockKey(Kind.PRODUCT, product, warehouse);
    }

    public static StockKey unit(UUID flightCase, UUID warehouse) {
        return new StockKey(Kind.CASE, flightCase, warehouse);
    }
}

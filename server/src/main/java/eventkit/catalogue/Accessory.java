package eventkit.catalogue;

/**
 * What goes along with a product.
 *
 * @param quantity for each piece of the product
 */
public record Accessory(ProductId productId, String name, int quantity, Mode mode) {
    public enum Mode {
        /** Comes along without being asked for. */
        AUTOMATIC,
        /** Is offered. */
        OPTIONAL
    }

    public record Line(ProductId productId, int quantity, Mode mode) {}
}

package eventkit.catalogue;

/** How a product is kept: each piece known by itself, a counted quantity that comes back, or one that does not. */
public enum ProductKind {
    SERIALISED,
    BULK,
    CONSUMABLE
}

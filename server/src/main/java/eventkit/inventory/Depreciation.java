package eventkit.inventory;

/** How an asset loses value on the books. */
public enum Depreciation {
    NONE,
    STRAIGHT_LINE,
    DECLINING_BALANCE
}

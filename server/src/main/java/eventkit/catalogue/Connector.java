package eventkit.catalogue;

/**
 * What a product is plugged in by.
 *
 * @param type as the trade calls it: {@code CEE 16 A}, {@code XLR 5-pin}, {@code powerCON TRUE1}
 */
public record Connector(Kind kind, String type, int count) {
    public enum Kind {
        POWER_IN,
        POWER_OUT,
        SIGNAL_IN,
        SIGNAL_OUT,
        DATA
    }
}

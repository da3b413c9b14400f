package eventkit.inventory;

/** An asset just registered and the number it got. */
public record Registered(AssetId id, String number) {}

package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** Another module holds the asset where it is. */
public final class AssetHeld extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetHeld(AssetId id, String number, String why) {
        super("asset-held", Kind.CONFLICT, number + ": " + why, Map.of("id", id, "number", number, "why", why));
    }
}

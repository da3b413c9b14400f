package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The asset is retired, sold or somebody else's. */
public final class AssetGone extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetGone(AssetId id, String number, AssetStatus status) {
        super(
                "asset-gone",
                Kind.CONFLICT,
                number + " is " + status.words() + ". Reinstate it before you change it.",
                Map.of("id", id, "number", number, "status", status));
    }
}

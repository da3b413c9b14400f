package eventkit.availability;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** This very asset is promised to somebody else in that time. */
public final class AssetPromised extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetPromised(UUID asset, String number, String holder) {
        super(
                "asset-promised",
                Kind.CONFLICT,
                number + " is promised to " + holder
                        + " in that time. Take another one, or the type instead of this one.",
                Map.of("assetId", asset, "number", number, "holder", holder));
    }
}

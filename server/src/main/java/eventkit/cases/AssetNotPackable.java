package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** Lost, sold and retired assets are not there to be packed. */
public final class AssetNotPackable extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetNotPackable(String asset, UUID assetId, String status) {
        super(
                "asset-not-packable",
                Kind.CONFLICT,
                "%s is %s and can not be packed."
                        .formatted(
                                asset, status.toLowerCase(java.util.Locale.ROOT).replace("_", " ")),
                Map.of("assetId", assetId, "status", status));
    }
}

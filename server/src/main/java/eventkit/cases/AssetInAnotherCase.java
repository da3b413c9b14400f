package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** An asset is in at most one case. */
public final class AssetInAnotherCase extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetInAnotherCase(String asset, UUID assetId, UUID caseId, String number) {
        super(
                "asset-in-another-case",
                Kind.CONFLICT,
                "%s is packed in %s. Unpack it there first.".formatted(asset, number),
                Map.of("assetId", assetId, "caseId", caseId, "caseNumber", number));
    }

    private AssetInAnotherCase(String message) {
        super("asset-in-another-case", Kind.CONFLICT, message, Map.of());
    }

    /** Two packed the same asset at once, and the other was first. */
    static AssetInAnotherCase somewhere() {
        return new AssetInAnotherCase("Somebody has just packed this asset into another case. Look where it is.");
    }
}

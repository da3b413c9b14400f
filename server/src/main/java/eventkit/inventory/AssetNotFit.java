package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The asset must not go on a job. */
public final class AssetNotFit extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetNotFit(AssetId id, String number, java.util.List<UnfitReason> reasons) {
        super(
                "asset-not-fit",
                Kind.CONFLICT,
                number + " is not fit for a job: " + reasons.getFirst().text(),
                Map.of("id", id, "number", number, "reasons", reasons));
    }
}

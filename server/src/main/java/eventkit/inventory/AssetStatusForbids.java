package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The asset's status does not lead there. */
public final class AssetStatusForbids extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetStatusForbids(AssetId id, String number, AssetStatus status, AssetStatus wanted) {
        super(
                "asset-status-forbids",
                Kind.CONFLICT,
                number + " is " + status + " and can not become " + wanted + ". From here it can become: "
                        + status.successors() + ".",
                Map.of(
                        "id",
                        id,
                        "number",
                        number,
                        "status",
                        status,
                        "wanted",
                        wanted,
                        "possible",
                        status.successors()));
    }
}

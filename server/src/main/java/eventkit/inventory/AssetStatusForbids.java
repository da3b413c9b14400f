package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.stream.Collectors;

/** The asset's status does not lead there. */
public final class AssetStatusForbids extends Refusal {
    private static final long serialVersionUID = 1L;

    public AssetStatusForbids(AssetId id, String number, AssetStatus status, AssetStatus wanted) {
        super(
                "asset-status-forbids",
                Kind.CONFLICT,
                number + " is " + status.words() + " and can not become " + wanted.words()
                        + ". From here it can become: "
                        + status.successors().stream().map(AssetStatus::words).collect(Collectors.joining(", ")) + ".",
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

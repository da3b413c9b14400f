package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** One of many could not be done, so none was. */
public final class BulkRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    public BulkRefused(List<BulkAssets.Line> refused) {
        super(
                "bulk-refused",
                Kind.CONFLICT,
                refused.size()
                        + " of these can not be changed this way, so nothing was. Leave them out, or do what can be done.",
                Map.of("lines", refused.subList(0, Math.min(100, refused.size())), "refused", refused.size()));
    }
}

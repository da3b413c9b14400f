package eventkit.catalogue;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** One of many could not be done, so none was. */
public final class BulkRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    public BulkRefused(List<Products.BulkLine> refused) {
        super(
                "bulk-refused",
                Kind.CONFLICT,
                refused.size()
                        + " of these can not be changed this way, so nothing was. Leave them out, or do what can be done.",
                Map.of("lines", refused));
    }
}

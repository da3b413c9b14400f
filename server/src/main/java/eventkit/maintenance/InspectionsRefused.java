package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** One of many inspections can not be recorded, so none was. */
public final class InspectionsRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    public InspectionsRefused(List<Inspections.BulkLine> refused) {
        super(
                "inspections-refused",
                Kind.CONFLICT,
                refused.size()
                        + " of these can not be recorded, so none was. Leave them out, or record the others with mode EACH.",
                Map.of("lines", refused));
    }
}

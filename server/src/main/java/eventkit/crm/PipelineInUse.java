package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** The standard pipeline, or one with open deals, is not put away. */
public final class PipelineInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public PipelineInUse(String name, int openDeals) {
        super(
                "pipeline-in-use",
                Kind.CONFLICT,
                name
                        + " is the standard or has open deals. Make another one the standard, and close or move its deals first.",
                Map.of("name", name, "openDeals", openDeals));
    }
}

package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** Cases nest ten deep at most. */
public final class CaseTooDeep extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseTooDeep() {
        super(
                "case-too-deep",
                Kind.CONFLICT,
                "Cases nest at most " + CaseTree.DEPTH_MAX + " deep. Take one out first.",
                Map.of("most", CaseTree.DEPTH_MAX));
    }
}

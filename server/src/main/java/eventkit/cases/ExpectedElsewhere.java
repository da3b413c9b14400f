package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** One asset or case belongs to the fixed contents of one case. */
public final class ExpectedElsewhere extends Refusal {
    private static final long serialVersionUID = 1L;

    public ExpectedElsewhere() {
        super(
                "expected-elsewhere",
                Kind.CONFLICT,
                "One of these assets or cases belongs to the fixed contents of another case. Remove it there first.",
                Map.of());
    }
}

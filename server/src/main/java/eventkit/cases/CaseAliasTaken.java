package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** A barcode leads to one case. */
public final class CaseAliasTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseAliasTaken() {
        super(
                "case-alias-taken",
                Kind.CONFLICT,
                "Another case has one of these codes. A code leads to one case only.",
                Map.of());
    }
}

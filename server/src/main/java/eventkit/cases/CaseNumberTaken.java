package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** Case numbers are unique, whether in upper or lower case. */
public final class CaseNumberTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseNumberTaken() {
        super(
                "case-number-taken",
                Kind.CONFLICT,
                "Another case has this number. Choose a different one, or leave it out to get the next.",
                Map.of());
    }
}

package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** Something is in the case. */
public final class CaseNotEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseNotEmpty(String number) {
        super(
                "case-not-empty",
                Kind.CONFLICT,
                number + " is not empty. Take everything out first.",
                Map.of("number", number));
    }
}

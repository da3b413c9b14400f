package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** Only open cases are packed and unpacked. */
public final class CaseNotOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseNotOpen(String number, CaseStatus status) {
        super(
                "case-not-open",
                Kind.CONFLICT,
                "%s is %s. Open it first.".formatted(number, status.words()),
                Map.of("number", number, "status", status));
    }
}

package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** The status has no such successor. */
public final class IllegalCaseMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalCaseMove(String number, CaseStatus from, CaseStatus to) {
        super(
                "case-status-illegal",
                Kind.CONFLICT,
                "%s is %s and can not become %s.".formatted(number, from.words(), to.words()),
                Map.of("number", number, "from", from, "to", to, "possible", from.successors()));
    }
}

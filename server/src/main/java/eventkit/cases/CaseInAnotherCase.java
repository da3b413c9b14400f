package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** A case is in at most one other case. */
public final class CaseInAnotherCase extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseInAnotherCase(String inner, UUID caseId, String number) {
        super(
                "case-in-another-case",
                Kind.CONFLICT,
                "%s is packed in %s. Unpack it there first.".formatted(inner, number),
                Map.of("inner", inner, "caseId", caseId, "caseNumber", number));
    }
}

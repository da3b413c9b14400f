package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;
import java.util.UUID;

/** A case inside another goes where that one goes. */
public final class CaseNested extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseNested(String number, UUID parentId, String parent) {
        super(
                "case-nested",
                Kind.CONFLICT,
                "%s is packed in %s. Unpack it first, or use the outer case.".formatted(number, parent),
                Map.of("number", number, "caseId", parentId, "caseNumber", parent));
    }
}

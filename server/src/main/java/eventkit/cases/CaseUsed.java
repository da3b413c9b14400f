package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** A case that ever held something is part of history. */
public final class CaseUsed extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseUsed(String number) {
        super(
                "case-used",
                Kind.CONFLICT,
                number + " was in use and is part of the history. Retire it instead.",
                Map.of("number", number));
    }
}

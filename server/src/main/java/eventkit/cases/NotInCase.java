package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** It is not in this case, or not as often. */
public final class NotInCase extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotInCase(String label, String number, long there) {
        super(
                "not-in-case",
                Kind.CONFLICT,
                "%s: %d in %s. Look at what is in the case.".formatted(label, there, number),
                Map.of("label", label, "number", number, "there", there));
    }
}

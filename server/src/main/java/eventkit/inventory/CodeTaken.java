package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The number or alias belongs to another asset. */
public final class CodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public CodeTaken(String code) {
        super(
                "code-taken",
                Kind.CONFLICT,
                "The code " + code + " is the number or an alias of another asset. Use another one.",
                Map.of("code", code));
    }
}

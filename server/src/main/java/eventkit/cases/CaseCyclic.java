package eventkit.cases;

import eventkit.core.Refusal;
import java.util.Map;

/** No case is inside itself. */
public final class CaseCyclic extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseCyclic() {
        super(
                "case-cyclic",
                Kind.CONFLICT,
                "A case can not be packed into itself, nor into a case that it holds.",
                Map.of());
    }
}

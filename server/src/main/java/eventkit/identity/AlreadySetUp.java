package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** Setting up works once. */
public final class AlreadySetUp extends Refusal {
    private static final long serialVersionUID = 1L;

    public AlreadySetUp() {
        super("already-set-up", Kind.CONFLICT, "This instance has its company already. Sign in instead.", Map.of());
    }
}

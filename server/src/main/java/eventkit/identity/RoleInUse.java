package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** The role is held by somebody. */
public final class RoleInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleInUse() {
        super("role-in-use", Kind.CONFLICT, "People still hold this role. Give them another one first.", Map.of());
    }
}

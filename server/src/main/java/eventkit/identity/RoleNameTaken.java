package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** Role names are unique. */
public final class RoleNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleNameTaken() {
        super("role-name-taken", Kind.CONFLICT, "Another role has this name. Choose a different one.", Map.of());
    }
}

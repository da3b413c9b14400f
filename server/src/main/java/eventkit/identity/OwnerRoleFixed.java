package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** The Owner role can not be changed or removed. */
public final class OwnerRoleFixed extends Refusal {
    private static final long serialVersionUID = 1L;

    public OwnerRoleFixed() {
        super("owner-role-fixed", Kind.CONFLICT, "The Owner role always allows everything and stays.", Map.of());
    }
}

package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** Nobody hands out more than they hold. */
public final class RoleAboveYours extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleAboveYours(String role) {
        super(
                "role-above-yours",
                Kind.FORBIDDEN,
                "You can only give what you hold yourself: " + role + " allows more than your roles do.",
                Map.of("role", role));
    }
}

package eventkit.catalogue;

import eventkit.core.Refusal;

/** Codes of kits are unique, without regard to case. */
public final class KitCodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public KitCodeTaken() {
        super("kit-code-taken", Kind.CONFLICT, "Another kit has this code. Choose a different one.");
    }
}

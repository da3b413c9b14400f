package eventkit.portal;

import eventkit.core.Refusal;

/** A code that lets nobody in any more; it is not said why. */
public final class PortalCodeSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    PortalCodeSpent() {
        super(
                "portal-code-spent",
                Kind.CONFLICT,
                "This code is too old, was used already, or was typed wrongly too often. Ask for a new one.");
    }
}

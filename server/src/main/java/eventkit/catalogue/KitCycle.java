package eventkit.catalogue;

import eventkit.core.Refusal;

/** One of the sub-kits contains this kit, directly or further down. */
public final class KitCycle extends Refusal {
    private static final long serialVersionUID = 1L;

    public KitCycle() {
        super(
                "kit-cycle",
                Kind.CONFLICT,
                "A kit can not contain itself, not even through its sub-kits. Remove the sub-kit that leads back.");
    }
}

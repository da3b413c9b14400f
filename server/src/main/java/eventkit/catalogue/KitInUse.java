package eventkit.catalogue;

import eventkit.core.Refusal;

/** The kit is a sub-kit of another one, or wanted somewhere. */
public final class KitInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public KitInUse() {
        super(
                "kit-in-use",
                Kind.CONFLICT,
                "Other kits or pull lists name this kit. Remove it there first, or archive it.");
    }
}

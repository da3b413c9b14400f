package eventkit.catalogue;

import eventkit.core.Refusal;

/** Automatic accessories would lead back to the product itself. */
public final class AccessoryCycle extends Refusal {
    private static final long serialVersionUID = 1L;

    public AccessoryCycle() {
        super(
                "accessory-cycle",
                Kind.CONFLICT,
                "These accessories would bring each other along without end. Make one of them optional.");
    }
}

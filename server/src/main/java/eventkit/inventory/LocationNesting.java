package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** This kind of location does not stand there. */
public final class LocationNesting extends Refusal {
    private static final long serialVersionUID = 1L;

    public LocationNesting(LocationKind kind, @org.jspecify.annotations.Nullable LocationKind parent) {
        super(
                "location-nesting",
                Kind.CONFLICT,
                "A " + kind + (parent == null ? " can not stand by itself." : " can not stand in a " + parent + "."),
                Map.of("kind", kind, "possibleParents", kind.parents(), "mayStandAlone", kind.root()));
    }
}

package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** More assets than one call does. */
public final class TooManyAssets extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyAssets(int max) {
        super("too-many-assets", Kind.LIMIT, "Do this with at most " + max + " assets at once.", Map.of("max", max));
    }
}

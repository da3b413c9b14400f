package eventkit.scanning;

import eventkit.core.Refusal;
import java.util.Map;

/** Since it was shown something was moved, checked out or counted. */
public final class StocktakeChanged extends Refusal {
    private static final long serialVersionUID = 1L;

    public StocktakeChanged(String number) {
        super(
                "stocktake-changed",
                Kind.CONFLICT,
                "Something changed since you looked at " + number + ". Look at the lines again, then confirm.",
                Map.of("number", number));
    }
}

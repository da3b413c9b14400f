package eventkit.scanning;

import eventkit.core.Refusal;

/** Two counts of one place at once would correct each other. */
public final class StocktakeUnderWay extends Refusal {
    private static final long serialVersionUID = 1L;

    public StocktakeUnderWay() {
        super(
                "stocktake-under-way",
                Kind.CONFLICT,
                "This place is being counted already. Go on with that count, or abandon it first.");
    }
}

package eventkit.scanning;

import eventkit.core.Refusal;
import java.util.Map;

/** A count goes only the ways of docs/state-machines/stocktake.md. */
public final class IllegalStocktakeMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalStocktakeMove(String number, StocktakeState from, StocktakeState to) {
        super(
                "illegal-stocktake-move",
                Kind.CONFLICT,
                "Stocktake " + number + " is " + from + " and can not become " + to + ". Reload to see how far it is.",
                Map.of("number", number, "from", from.name(), "to", to.name()));
    }
}

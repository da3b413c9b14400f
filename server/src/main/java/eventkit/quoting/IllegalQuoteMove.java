package eventkit.quoting;

import eventkit.core.Refusal;
import java.util.Map;

/** A version of a quote can not come into this state from the one it is in. */
public final class IllegalQuoteMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalQuoteMove(String quote, QuoteState from, QuoteState to) {
        super(
                "illegal-quote-move",
                Kind.CONFLICT,
                quote + " can not go from " + from + " to " + to + ". Load it again and look what became of it.",
                Map.of("quote", quote, "from", from.name(), "to", to.name()));
    }
}

package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Only what a client accepted is billed by a quote. */
public final class QuoteNotAccepted extends Refusal {
    private static final long serialVersionUID = 1L;

    public QuoteNotAccepted(String quote) {
        super(
                "quote-not-accepted",
                Kind.CONFLICT,
                "The client has not accepted " + quote
                        + ". Write down the acceptance first, or write an invoice by hand.",
                Map.of("quote", quote));
    }
}

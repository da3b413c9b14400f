package eventkit.quoting;

import eventkit.core.Refusal;
import java.util.Map;

/** Something is missing without which a quote is not sent. */
public final class QuoteNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    public QuoteNotReady(Quote quote, String missing) {
        super(
                "quote-not-ready",
                Kind.CONFLICT,
                quote.titled() + " can not be sent: " + missing,
                Map.of("quote", quote.titled(), "missing", missing));
    }
}

package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Refusal;
import java.util.Map;

/** No more is billed of a quote than was accepted. */
public final class QuoteBilled extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param over how much more than the quote's net amount would be billed with this */
    public QuoteBilled(String quote, Money over) {
        super(
                "quote-billed",
                Kind.CONFLICT,
                "With this " + over + " more would be billed than was accepted by " + quote
                        + ". Bill less, or remove or credit what was billed before.",
                Map.of(
                        "quote",
                        quote,
                        "overMinor",
                        over.amountMinor(),
                        "currency",
                        over.currency().getCurrencyCode()));
    }
}

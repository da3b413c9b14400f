package eventkit.quoting;

import eventkit.core.Refusal;
import java.util.Map;

/** A version that was sent, or that waits for approval, stays as it is. */
public final class QuoteNotDraft extends Refusal {
    private static final long serialVersionUID = 1L;

    public QuoteNotDraft(Quote quote) {
        super(
                "quote-not-draft",
                Kind.CONFLICT,
                quote.titled()
                        + " is not a draft. Make a new version of it, or take it back from approval, and change that.",
                Map.of("quote", quote.titled(), "state", quote.current().state().name()));
    }
}

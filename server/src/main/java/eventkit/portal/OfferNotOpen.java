package eventkit.portal;

import eventkit.core.Refusal;
import java.util.Map;

/** It can not be answered, any more or yet; nothing was written down. */
public final class OfferNotOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    public enum Why {
        NOT_SENT("It was not sent yet. Send it first."),
        NEWER("A newer version was sent in the meantime. Load the page again and look at that one."),
        EXPIRED("It was valid until a day that is past. Ask for a new one."),
        ANSWERED("It was answered already."),
        DAYS_UNKNOWN("It does not say from when to when. Enter the days of the hire first.");

        private final String message;

        Why(String message) {
            this.message = message;
        }
    }

    public OfferNotOpen(Why why) {
        super("offer-not-open", Kind.CONFLICT, why.message, Map.of("why", why));
    }
}

package eventkit.quoting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a version of a quote has come. The legal moves are {@link #successors}; docs/state-machines/quote.md shows them. */
public enum QuoteState {
    DRAFT,
    IN_APPROVAL,
    SENT,
    VIEWED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    SUPERSEDED;

    public Set<QuoteState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case DRAFT -> EnumSet.of(IN_APPROVAL, SENT);
                    case IN_APPROVAL -> EnumSet.of(DRAFT, SENT);
                    case SENT -> EnumSet.of(VIEWED, ACCEPTED, DECLINED, EXPIRED, SUPERSEDED);
                    case VIEWED -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, SUPERSEDED);
                    case DECLINED, EXPIRED -> EnumSet.of(SUPERSEDED);
                    case ACCEPTED, SUPERSEDED -> EnumSet.noneOf(QuoteState.class);
                });
    }

    /** It stays as it was, and the client may have read it. */
    public boolean sent() {
        return switch (this) {
            case DRAFT, IN_APPROVAL -> false;
            case SENT, VIEWED, ACCEPTED, DECLINED, EXPIRED, SUPERSEDED -> true;
        };
    }

    /** The client may say yes or no. */
    public boolean open() {
        return this == SENT || this == VIEWED;
    }
}

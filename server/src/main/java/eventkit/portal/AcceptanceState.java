package eventkit.portal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a yes has come. The legal moves are {@link #successors}; docs/state-machines/acceptance.md shows them. */
public enum AcceptanceState {
    /** It is written down. */
    KEPT,
    /** Something it needs is not free any more; planning knows. Nobody has told the client that it is confirmed. */
    WAITING,
    /** The deal is won, the event confirmed, its stock held. */
    CONFIRMED,
    /** It was given up, with a reason. */
    WITHDRAWN;

    public Set<AcceptanceState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case KEPT -> EnumSet.of(WAITING, CONFIRMED, WITHDRAWN);
                    case WAITING -> EnumSet.of(CONFIRMED, WITHDRAWN);
                    case CONFIRMED, WITHDRAWN -> EnumSet.noneOf(AcceptanceState.class);
                });
    }

    public boolean open() {
        return this == KEPT || this == WAITING;
    }
}

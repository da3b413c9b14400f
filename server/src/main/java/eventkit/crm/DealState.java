package eventkit.crm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a stage means to every rule, whatever the company calls it. The legal moves are {@link #successors}; docs/state-machines/deal.md shows them. */
public enum DealState {
    OPEN,
    WON,
    LOST;

    /** From one open stage to another is a move, too. A closed deal is opened again before it is closed otherwise. */
    public Set<DealState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case OPEN -> EnumSet.of(OPEN, WON, LOST);
                    case WON, LOST -> EnumSet.of(OPEN);
                });
    }

    public boolean closed() {
        return this != OPEN;
    }
}

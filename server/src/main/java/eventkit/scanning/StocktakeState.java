package eventkit.scanning;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a count is. The legal moves are {@link #successors()} and nothing else; docs/state-machines/stocktake.md shows them. */
public enum StocktakeState {
    COUNTING,
    TO_CONFIRM,
    APPLIED,
    ABANDONED;

    public Set<StocktakeState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case COUNTING -> EnumSet.of(TO_CONFIRM, ABANDONED);
                    case TO_CONFIRM -> EnumSet.of(COUNTING, APPLIED, ABANDONED);
                    case APPLIED, ABANDONED -> EnumSet.noneOf(StocktakeState.class);
                });
    }
}

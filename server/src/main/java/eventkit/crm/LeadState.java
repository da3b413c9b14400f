package eventkit.crm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What became of an enquiry. The legal moves are {@link #successors}; docs/state-machines/lead.md shows them. */
public enum LeadState {
    NEW,
    QUALIFIED,
    CONVERTED,
    DISCARDED;

    public Set<LeadState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case NEW -> EnumSet.of(QUALIFIED, CONVERTED, DISCARDED);
                    case QUALIFIED -> EnumSet.of(NEW, CONVERTED, DISCARDED);
                    case DISCARDED -> EnumSet.of(NEW);
                    case CONVERTED -> EnumSet.noneOf(LeadState.class);
                });
    }

    public boolean closed() {
        return this == CONVERTED || this == DISCARDED;
    }
}

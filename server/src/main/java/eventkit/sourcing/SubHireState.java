package eventkit.sourcing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a sub-hire is. The legal moves are {@link #successors} and nothing else; docs/state-machines/sub-hire.md shows them. */
public enum SubHireState {
    REQUESTED,
    ACCEPTED,
    RECEIVED,
    RETURNED,
    DECLINED,
    CANCELLED;

    /** A step taken by mistake can be taken back; what went out of our house was scanned, and stays as it was. */
    public Set<SubHireState> successors(SubHire.Direction direction) {
        boolean in = direction == SubHire.Direction.IN;
        return Collections.unmodifiableSet(
                switch (this) {
                    case REQUESTED -> EnumSet.of(ACCEPTED, DECLINED, CANCELLED);
                    case ACCEPTED -> EnumSet.of(REQUESTED, RECEIVED, CANCELLED);
                    case RECEIVED -> in ? EnumSet.of(ACCEPTED, RETURNED) : EnumSet.of(RETURNED);
                    case RETURNED -> in ? EnumSet.of(RECEIVED) : EnumSet.noneOf(SubHireState.class);
                    case DECLINED, CANCELLED -> EnumSet.of(REQUESTED);
                });
    }

    /** Nothing follows that anybody has to do. */
    public boolean over() {
        return this == RETURNED || this == DECLINED || this == CANCELLED;
    }
}

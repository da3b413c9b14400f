package eventkit.transfers;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a transfer is. The legal moves are {@link #successors()} and nothing else; docs/state-machines/transfer.md shows them. */
public enum TransferState {
    DRAFT,
    IN_TRANSIT,
    RECEIVED,
    CANCELLED;

    /** What is on the way may turn back as long as nothing of it has arrived. */
    public Set<TransferState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case DRAFT -> EnumSet.of(IN_TRANSIT, CANCELLED);
                    case IN_TRANSIT -> EnumSet.of(RECEIVED, CANCELLED);
                    case RECEIVED, CANCELLED -> EnumSet.noneOf(TransferState.class);
                });
    }
}

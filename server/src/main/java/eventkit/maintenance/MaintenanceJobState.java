package eventkit.maintenance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a repair is. The legal moves are {@link #successors()} and nothing else; docs/state-machines/maintenance-job.md shows them. */
public enum MaintenanceJobState {
    REPORTED,
    IN_REPAIR,
    REPAIRED,
    RETURNED,
    CANCELLED,
    BEYOND_REPAIR;

    /** What was thought repaired may turn out not to be, until it is back on its shelf. */
    public Set<MaintenanceJobState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case REPORTED -> EnumSet.of(IN_REPAIR, CANCELLED, BEYOND_REPAIR);
                    case IN_REPAIR -> EnumSet.of(REPAIRED, CANCELLED, BEYOND_REPAIR);
                    case REPAIRED -> EnumSet.of(IN_REPAIR, RETURNED);
                    case RETURNED, CANCELLED, BEYOND_REPAIR -> EnumSet.noneOf(MaintenanceJobState.class);
                });
    }

    /** Somebody still has to do something. */
    public boolean open() {
        return switch (this) {
            case REPORTED, IN_REPAIR, REPAIRED -> true;
            case RETURNED, CANCELLED, BEYOND_REPAIR -> false;
        };
    }

    /** The thing is with whoever repairs it. */
    public boolean away() {
        return switch (this) {
            case IN_REPAIR, REPAIRED -> true;
            case REPORTED, RETURNED, CANCELLED, BEYOND_REPAIR -> false;
        };
    }
}

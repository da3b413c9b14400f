package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What really goes out and comes back, whatever was planned (rule 2). */
public interface Movements {
    /**
     * So many pieces of each line went out at a moment: taken from then on, and late when they are not back at the line's end. What is more than the
     * line holds goes out all the same, also for an owner that holds nothing: it is reality.
     *
     * @param dueBack when that is to be back, where the owner holds nothing else that says so
     */
    @Needs(Permission.RESERVE)
    void wentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack);

    /** They came back; free again at {@code readyAt}, which is the scan plus the turnaround. What never went out can not come back. */
    @Needs(Permission.RESERVE)
    void cameBack(UUID owner, Collection<Moved> moved, Instant readyAt);
}

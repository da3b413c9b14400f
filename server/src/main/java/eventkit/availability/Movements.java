package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What really goes out and comes back, whatever was planned (rule 2). Each happens once for each asset that is named: what is out does not go out again, and
 * what is back does not come back again.
 */
public interface Movements {
    /** What an owner's pieces did. */
    sealed interface Step {
        UUID ownerId();

        Collection<Moved> moved();
    }

    /**
     * So many pieces of each line went out at a moment: taken from then on, and late when they are not back at the line's end. What is more than the
     * line holds goes out all the same, also for an owner that holds nothing: it is reality.
     *
     * @param dueBack when that is to be back, where the owner holds nothing else that says so
     */
    record WentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack) implements Step {
        @Override
        public UUID ownerId() {
            return owner.id();
        }
    }

    /**
     * They came back; free again at {@code readyAt}, which is the scan plus the turnaround, or the scan itself where its register says from then on why it can
     * not be had. What never went out can not come back.
     */
    record CameBack(UUID ownerId, Collection<Moved> moved, Instant readyAt) implements Step {}

    /**
     * They did not go out after all: planned again as the lists have it now, as if nothing had happened; what no list wants is nobody's. Of pieces without a
     * name those that went out last. Throws {@link AssetPromised}.
     */
    record DidNotGoOut(Owner owner, Collection<Moved> moved) implements Step {
        @Override
        public UUID ownerId() {
            return owner.id();
        }
    }

    /** They did not come back after all: out as before. Of pieces without a name those that came back last. */
    record DidNotComeBack(UUID ownerId, Collection<Moved> moved) implements Step {}

    /** All of them or none, one after another. */
    @Needs(Permission.RESERVE)
    void happened(List<Step> steps);

    /** {@link WentOut}. */
    @Needs(Permission.RESERVE)
    void wentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack);

    /** {@link CameBack}. */
    @Needs(Permission.RESERVE)
    void cameBack(UUID owner, Collection<Moved> moved, Instant readyAt);

    /** {@link DidNotGoOut}. */
    @Needs(Permission.RESERVE)
    void undoWentOut(Owner owner, Collection<Moved> moved);

    /** {@link DidNotComeBack}. */
    @Needs(Permission.RESERVE)
    void undoCameBack(UUID owner, Collection<Moved> moved);

    /**
     * What is out and not back.
     *
     * @param item what people call it: the product, or the case with its number
     * @param numbered its pieces are assets: their registers tell of them, too
     */
    record Out(
            UUID line,
            StockKey stock,
            int quantity,
            @Nullable UUID asset,
            String item,
            boolean numbered) {}

    /** For an owner, by what it is called; without what is used up. */
    @Needs(Permission.ASSET_READ)
    List<Out> out(UUID owner);
}

package eventkit.availability;

import eventkit.catalogue.KitId;
import eventkit.core.Needs;
import eventkit.core.Period;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why so many of a kit are free: its parts are solved together (rules 7 and 10). */
public interface KitAvailability {
    /**
     * One product in the kit, with all that other kits in it bring of it.
     *
     * @param required pieces for one kit; optional ones do not count
     * @param pieces so many are free of it
     * @param kits so many kits these pieces are enough for
     */
    record Component(UUID product, String name, long required, Free pieces, Free kits) {}

    /**
     * @param itemByItem it goes out with what there is of it, and refuses nothing
     * @param free kits: for each number, of the component that has the fewest
     * @param components the tightest first
     */
    record Explanation(KitId kit, Period period, boolean itemByItem, Free free, List<Component> components) {
        public Explanation {
            components = List.copyOf(components);
        }
    }

    record Question(KitId kit, UUID warehouse, Period period) {}

    record KitFree(KitId kit, Free free) {}

    /** How many of each can be made up, all as of one moment, in the order of the questions; without kits that there are not. */
    @Needs(Permission.ASSET_READ)
    List<KitFree> free(List<Question> questions);

    /**
     * Over the whole period, from the stock of one warehouse. Throws {@link eventkit.core.NotFound}.
     *
     * @param knownAt what was free of the parts that the kit has today, as it was believed then; null for now
     */
    @Needs(Permission.ASSET_READ)
    Explanation explain(KitId kit, UUID warehouse, Period period, @Nullable Instant knownAt);
}

package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import org.jspecify.annotations.Nullable;

/** What holds for all events of the company. */
public interface Settings {
    /** {@code E-0001}: prefix and running number, at least {@code width} digits. */
    record Numbering(String prefix, Integer width, Long next) {}

    /**
     * The way from one of our warehouses to another.
     *
     * @param minutes one way
     * @param cost there and back; null where nobody said
     */
    record BetweenWarehouses(Integer minutes, @Nullable Money cost) {}

    /** @param occupancy of new events */
    record Current(
            Numbering events,
            Numbering projects,
            Occupancy occupancy,
            BetweenWarehouses betweenWarehouses,
            long version) {}

    /** @param betweenWarehouses null leaves it as it is */
    record Change(
            Numbering events,
            Numbering projects,
            Occupancy occupancy,
            @Nullable BetweenWarehouses betweenWarehouses) {}

    @Needs(Permission.EVENT_READ)
    Current current();

    @Needs(Permission.EVENT_CONFIRM)
    Current change(Change change, IfMatch ifMatch);
}

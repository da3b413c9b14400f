package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;

/** What holds for all events of the company. */
public interface Settings {
    /** {@code E-0001}: prefix and running number, at least {@code width} digits. */
    record Numbering(String prefix, Integer width, Long next) {}

    /** @param occupancy of new events */
    record Current(Numbering events, Numbering projects, Occupancy occupancy, long version) {}

    record Change(Numbering events, Numbering projects, Occupancy occupancy) {}

    @Needs(Permission.EVENT_READ)
    Current current();

    @Needs(Permission.EVENT_CONFIRM)
    Current change(Change change, IfMatch ifMatch);
}

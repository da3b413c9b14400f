package eventkit.inventory;

import java.util.Collection;
import java.util.Map;

/** What else is at locations: counted stock, cases. A bean of the module that owns it. */
public interface LocationUse {
    /** What people call it, plural: {@code cases}. */
    String what();

    /** How many are at each of them itself, not beneath; locations with none are left out. */
    Map<LocationId, Long> counts(Collection<LocationId> locations);
}

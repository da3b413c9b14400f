/**
 * Where events take place. Owns venues with their rooms, power and rigging points; promises that what belongs to a room belongs to its venue and that
 * a venue or room that something refers to is never deleted.
 */
@ApplicationModule(
        displayName = "Venues",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.venues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

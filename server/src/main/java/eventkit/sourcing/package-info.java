/**
 * Equipment that is not ours, or not ours yet: sub-hires from and to partners, planned purchases and sales. Promises that availability knows of each
 * in the same write, and that what is lent out is held like any other demand.
 */
@ApplicationModule(
        displayName = "Sourcing",
        allowedDependencies = {"core", "identity", "catalogue", "inventory", "clients", "availability"})
@NullMarked
package eventkit.sourcing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

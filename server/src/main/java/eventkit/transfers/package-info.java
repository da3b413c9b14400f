/**
 * Equipment on the way from one warehouse to another. Owns transfers and what was counted at their arrival. Promises that what is on the way is free
 * in neither warehouse, and that what did not arrive is on record.
 */
@ApplicationModule(
        displayName = "Transfers",
        allowedDependencies = {"core", "identity", "catalogue", "inventory", "stock", "cases"})
@NullMarked
package eventkit.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Keeping equipment safe and whole. Owns repairs with their costs, inspection plans, inspections and what is due when. Promises that an asset has
 * one open repair at most, that its status follows the repair, and that what failed or is overdue is unfit wherever it shows.
 */
@ApplicationModule(
        displayName = "Maintenance",
        allowedDependencies = {"core", "identity", "documents", "catalogue", "inventory", "stock"})
@NullMarked
package eventkit.maintenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Counted stock: cables, clamps, tape. Owns how many pieces of a product lie loose at each location, the ledger that says why, and when to buy
 * more. Promises that no quantity falls below zero and that every level is the sum of its entries.
 */
@ApplicationModule(
        displayName = "Stock",
        allowedDependencies = {"core", "identity", "catalogue", "inventory"})
@NullMarked
package eventkit.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

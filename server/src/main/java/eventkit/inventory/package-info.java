/**
 * Where a thing is. Owns locations, assets, their numbers, codes and movements; promises that a number belongs to one asset for ever and that an
 * asset only makes legal moves.
 */
@ApplicationModule(displayName = "Inventory", allowedDependencies = {"core", "identity", "catalogue"})
@NullMarked
package eventkit.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

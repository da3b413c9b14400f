/**
 * Which things there are and where. Owns locations, assets with their codes, conditions and movements; promises that a code means one asset,
 * that an asset makes legal moves only, and that everything it did stays on record. Other modules say through {@link FitnessSource},
 * {@link AssetUse} and {@link LocationUse} what they know; what lists need of products they read through views of this module's own schema.
 */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"core", "identity", "documents", "catalogue"})
@NullMarked
package eventkit.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

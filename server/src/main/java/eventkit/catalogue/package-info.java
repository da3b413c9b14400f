/**
 * What a thing is. Owns categories with their attributes, products, accessories, alternatives and kits; promises that nothing refers to
 * itself in a circle and that a product in use is archived, never deleted.
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

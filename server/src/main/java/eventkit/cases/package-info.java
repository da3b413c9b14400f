/**
 * Flight cases. Owns what each case is, what is packed in it and what belongs in it. Promises that an asset is in at most one case, that no case is
 * inside itself, and that everything in a case is where the case is.
 */
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {"core", "identity", "documents", "catalogue", "inventory", "stock"})
@NullMarked
package eventkit.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

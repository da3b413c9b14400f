/**
 * What things are hired for, and what was offered to whom. Owns price lists, factor curves, rates and quotes with their versions; promises that every price
 * says what it was made of, that a version that was sent never changes, and that its lines always add up to its total.
 */
@ApplicationModule(
        displayName = "Quotes",
        allowedDependencies = {"core", "identity", "papers", "catalogue", "availability", "clients", "planning", "crm"})
@NullMarked
package eventkit.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

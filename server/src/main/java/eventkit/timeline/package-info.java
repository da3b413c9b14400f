/**
 * What happens when, drawn row by row: products, categories, assets, events and warehouses with what takes them and how much of it there is. Owns
 * nothing and reads only; promises answers that are bounded however much is booked.
 */
@ApplicationModule(
        displayName = "Timeline",
        allowedDependencies = {"core", "availability", "planning"})
@NullMarked
package eventkit.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

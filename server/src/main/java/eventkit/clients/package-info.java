/**
 * The companies that events are for. Owns clients and who speaks for them; promises that a client that something refers to is archived, never
 * deleted.
 */
@ApplicationModule(
        displayName = "Clients",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

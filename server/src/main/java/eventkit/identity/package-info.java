/**
 * The company, its people and what they may do. Owns users, roles, sessions and invitations; promises that nobody is somebody without having
 * proved it, and that a role can not be given by who does not hold what it allows.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = "core")
@NullMarked
package eventkit.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What every module stands on. Owns the audit trail, idempotency keys, outgoing events, jobs and saved views; promises one
 * transaction a write, one shape of refusal and one clock.
 */
@ApplicationModule(displayName = "Core", type = ApplicationModule.Type.OPEN, allowedDependencies = "schema")
@NullMarked
package eventkit.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

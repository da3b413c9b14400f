/**
 * The process around the server: settings, the database it brings or is given, starting and ending, backup, restore, doctor.
 * Knows no business module; promises that a backup is one consistent moment and that a restore is all or nothing.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"postgres", "schema"})
@NullMarked
package eventkit.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

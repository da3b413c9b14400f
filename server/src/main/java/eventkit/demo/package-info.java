/**
 * The furnished company of {@code ./eventkit demo}: the same from the same seed, in seconds. It writes past years straight into the tables, which no
 * face of a module allows and none should; a test holds what it wrote against the rules of the modules.
 */
@ApplicationModule(
        displayName = "Demo company",
        allowedDependencies = {
            "core",
            "identity",
            "documents",
            "availability",
            "planning",
            "scanning",
            "sourcing",
            "finance"
        })
@NullMarked
package eventkit.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

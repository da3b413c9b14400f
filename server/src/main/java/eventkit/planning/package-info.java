/**
 * What the company does and when: projects, events, their phases and pull lists. Owns what events want; promises that a phase is entered only when
 * nothing is missing for it, that a list that the warehouse works from changes only with a reason, and that every line knows when it takes stock.
 */
@ApplicationModule(
        displayName = "Planning",
        allowedDependencies = {
            "core",
            "identity",
            "documents",
            "catalogue",
            "inventory",
            "cases",
            "availability",
            "sourcing",
            "transfers",
            "clients",
            "venues"
        })
@NullMarked
package eventkit.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

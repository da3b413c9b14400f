/**
 * What the warehouse does by scanning, with or without a network. Owns the journal of scans and what is made ready or out for which event; promises that
 * a scan counts once for good, that every line of a journal is answered, and that a thing is out for one event at most.
 */
@ApplicationModule(
        displayName = "Scanning",
        allowedDependencies = {
            "core",
            "identity",
            "documents",
            "catalogue",
            "inventory",
            "stock",
            "cases",
            "maintenance",
            "availability",
            "planning",
            "transfers",
            "labels"
        })
@NullMarked
package eventkit.scanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

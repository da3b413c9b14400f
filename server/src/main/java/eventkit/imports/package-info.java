/**
 * Files that people bring. Owns uploads, how their columns are read and the rows that could not be; promises that a bad row is named with its
 * line and reason, that all-or-nothing is just that, and that the same file brought twice creates nothing twice. What a row means is decided by
 * the module whose row it becomes.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "core",
            "identity",
            "catalogue",
            "inventory",
            "stock",
            "cases",
            "clients",
            "venues",
            "crm"
        })
@NullMarked
package eventkit.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

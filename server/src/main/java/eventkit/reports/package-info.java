/**
 * What the company earns, uses and could take on, told over time: profitability, clients' worth, return on equipment, seasons, capacity, pipeline, utilisation
 * and years side by side. Owns who gets which report by e-mail; promises that every number opens what it is made of, that nobody is shown what their
 * role may not read, and that a report that is due is mailed once. Reads only, is never called back.
 */
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {"core", "identity", "papers", "mail", "availability"})
@NullMarked
package eventkit.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * From the first enquiry to the won deal. Owns leads and the form that brings them, pipelines with the company's own stages, deals, and what was said, written and agreed with a client;
 * promises that a deal is open, won or lost as its stage says, that a lost one says why, and that sums and forecasts are those of the deals.
 */
@ApplicationModule(
        displayName = "Deals",
        allowedDependencies = {"core", "identity", "clients", "venues", "mail", "planning"})
@NullMarked
package eventkit.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

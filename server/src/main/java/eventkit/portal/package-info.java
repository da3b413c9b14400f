/**
 * What clients do with a quote: read it by a link, ask, choose, accept or decline. Owns links, remarks and acceptances; promises that a yes is kept with
 * who, when and from where, whatever happens to the stock, and that it is confirmed whole (deal won, event confirmed, stock held) or not at all.
 */
@ApplicationModule(
        displayName = "Client portal",
        allowedDependencies = {
            "core",
            "identity",
            "mail",
            "papers",
            "catalogue",
            "availability",
            "clients",
            "planning",
            "crm",
            "quoting"
        })
@NullMarked
package eventkit.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

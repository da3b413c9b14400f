/**
 * What clients do with a quote: read it by a link or signed in, ask, choose, accept or decline; and what they are billed. Owns links, remarks, acceptances,
 * and who of a client may sign in; promises that a yes is kept with who, when and from where, whatever happens to the stock, that it is confirmed whole
 * (deal won, event confirmed, stock held) or not at all, and that nobody sees what is another client's.
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
            "quoting",
            "finance"
        })
@NullMarked
package eventkit.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

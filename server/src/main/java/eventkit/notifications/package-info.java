/**
 * The notification centre: who is told what, on the screen and by e-mail, and the one stream a browser keeps open. Owns notifications and preferences; promises that each
 * thing is told once to everybody who may act on it, except to whoever did it. Listens, and is never called back.
 */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "core",
            "identity",
            "inventory",
            "stock",
            "maintenance",
            "transfers",
            "sourcing",
            "planning",
            "crm",
            "quoting",
            "portal",
            "finance",
            "imports",
            "mail"
        })
@NullMarked
package eventkit.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Money that was promised, billed, paid and spent. Owns the ledger, invoices, payments, and what events cost; promises that every entry sums to zero and
 * stays as it was posted, that numbers of invoices have no gaps, that an issued invoice never changes, and that every figure opens what made it.
 */
@ApplicationModule(
        displayName = "Finance",
        allowedDependencies = {
            "core",
            "identity",
            "mail",
            "papers",
            "einvoice",
            "clients",
            "sourcing",
            "planning",
            "crm",
            "quoting"
        })
@NullMarked
package eventkit.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

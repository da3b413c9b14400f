/**
 * Invoices that machines read: the semantic model of EN 16931-1 as records, and its two syntaxes, CII (Factur-X, XRechnung) and UBL (Peppol BIS Billing 3).
 *
 * <p>Owns which terms we fill and where each stands; promises that what it writes passes the official rules, that sums are those of {@link eventkit.core.VatTotals},
 * and that the same document gives the same bytes. Knows no table and no other module: who issues an invoice fills an {@link eventkit.einvoice.InvoiceDocument}.
 */
@ApplicationModule(
        displayName = "E-invoices",
        allowedDependencies = {"core"})
@NullMarked
package eventkit.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

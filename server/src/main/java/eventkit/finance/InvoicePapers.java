package eventkit.finance;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.Refusal.FieldError;
import java.util.List;
import java.util.UUID;

/** Invoices and credit notes as the client gets them: on paper with their data in it, and as data alone. */
public interface InvoicePapers {
    record Print(String fileName, String mediaType, byte[] content) {}

    /**
     * PDF/A-3 in the company's design; where nothing is missing for an e-invoice, a Factur-X. What was issued is the same file for ever; a draft says on each page
     * that it is one.
     */
    @Needs(Permission.INVOICE_READ)
    Print pdf(UUID id);

    /** UBL of an issued one. Throws {@link InvoiceNotIssued}, {@link eventkit.einvoice.EInvoiceIncomplete}. */
    @Needs(Permission.INVOICE_READ)
    Print ubl(UUID id);

    /** What keeps it from being an e-invoice; empty when nothing does. */
    @Needs(Permission.INVOICE_READ)
    List<FieldError> missing(UUID id);
}

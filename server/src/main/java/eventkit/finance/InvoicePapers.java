package eventkit.finance;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.UUID;

/** Invoices as clients get them: on paper, and for machines. The same file whenever it is asked for, once it was issued. */
public interface InvoicePapers {
    enum Form {
        /** PDF/A-3, with the invoice's data in it (Factur-X) where it says all that an e-invoice must. */
        PDF("application/pdf", "pdf"),
        /** Peppol BIS Billing 3. */
        UBL("application/xml", "xml");

        private final String mediaType;
        private final String suffix;

        Form(String mediaType, String suffix) {
            this.mediaType = mediaType;
            this.suffix = suffix;
        }

        public String mediaType() {
            return mediaType;
        }

        String suffix() {
            return suffix;
        }
    }

    record Print(String fileName, String mediaType, byte[] content) {}

    /** Throws {@link eventkit.einvoice.EInvoiceIncomplete} where UBL is asked for and something is missing, {@link InvoiceNotIssued} where it is a draft. */
    @Needs(Permission.INVOICE_READ)
    Print print(UUID invoice, Form form);
}

package eventkit.einvoice;

import eventkit.core.ArchivePaper;
import eventkit.core.Refusal.FieldError;
import java.util.List;

/** The syntaxes of an e-invoice. All of it is pure: the same document gives the same bytes. */
public final class EInvoices {
    private EInvoices() {}

    /** What still keeps a document from being an e-invoice; empty when nothing does. The fields are those of the document. */
    public static List<FieldError> missing(InvoiceDocument document) {
        return Completeness.of(document);
    }

    /**
     * CII as Factur-X takes it in its profile EN 16931, which a German authority takes too where it has the buyer's reference.
     *
     * @throws EInvoiceIncomplete when something is missing
     */
    public static byte[] cii(InvoiceDocument document) {
        complete(document);
        return new CiiWriter(document).bytes();
    }

    /**
     * UBL as Peppol BIS Billing 3 takes it, and as EN 16931 does where Peppol can not reach one of the two; a credit note is a
     * {@code CreditNote}.
     *
     * @throws EInvoiceIncomplete when something is missing
     */
    public static byte[] ubl(InvoiceDocument document) {
        complete(document);
        return new UblWriter(document).bytes();
    }

    /**
     * The CII for a PDF/A-3 that becomes a Factur-X by it.
     *
     * @throws EInvoiceIncomplete when something is missing
     */
    public static ArchivePaper.Attachment facturX(InvoiceDocument document) {
        return FacturX.attachment(cii(document));
    }

    /** Whether both have an address in Peppol: one they gave, or their VAT number. */
    public static boolean reachableByPeppol(InvoiceDocument document) {
        return Endpoint.peppol(document);
    }

    private static void complete(InvoiceDocument document) {
        var missing = missing(document);
        if (!missing.isEmpty()) throw new EInvoiceIncomplete(missing);
    }
}

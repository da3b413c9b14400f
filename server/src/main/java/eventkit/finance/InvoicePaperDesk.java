package eventkit.finance;

import static eventkit.finance.db.Tables.INVOICE;

import eventkit.core.ArchivePaper;
import eventkit.core.Money;
import eventkit.einvoice.EInvoices;
import eventkit.papers.Papers;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class InvoicePaperDesk implements InvoicePapers {
    private final Invoices invoices;
    private final Bookkeeping bookkeeping;
    private final Papers papers;
    private final DSLContext db;

    InvoicePaperDesk(Invoices invoices, Bookkeeping bookkeeping, Papers papers, DSLContext db) {
        this.invoices = invoices;
        this.bookkeeping = bookkeeping;
        this.papers = papers;
        this.db = db;
    }

    @Override
    public Print print(UUID id, Form form) {
        var document = invoices.document(id);
        var invoice = document.invoice();
        boolean draft = invoice.number() == null;
        if (form == Form.UBL && draft) throw new InvoiceNotIssued(invoice.label());
        var name = (invoice.number() == null ? "draft" : invoice.number().replaceAll("[^A-Za-z0-9._-]", "-")) + "."
                + form.suffix();
        return new Print(
                name,
                form.mediaType(),
                switch (form) {
                    case PDF -> pdf(document);
                    case UBL -> EInvoices.ubl(InvoicePaper.electronic(document, taxInBooks(invoice)));
                });
    }

    private byte[] pdf(InvoiceDocument document) {
        var invoice = document.invoice();
        var look = db.select(INVOICE.LOOK_ID)
                .from(INVOICE)
                .where(INVOICE.ID.eq(invoice.id()))
                .fetchOne(INVOICE.LOOK_ID);
        var attachments = List.<ArchivePaper.Attachment>of();
        if (invoice.number() != null) {
            var electronic = InvoicePaper.electronic(document, taxInBooks(invoice));
            if (EInvoices.missing(electronic).isEmpty()) attachments = List.of(EInvoices.facturX(electronic));
        }
        return papers.pdf(
                InvoicePaper.printed(document, bookkeeping.today()),
                look == null ? papers.lookNow() : look,
                attachments);
    }

    private @Nullable Money taxInBooks(Invoice invoice) {
        var own = bookkeeping.currency();
        return invoice.rate() == null
                        || Currency.getInstance(invoice.currency()).equals(own)
                ? null
                : bookkeeping.own(invoice.vat(), invoice.rate());
    }
}

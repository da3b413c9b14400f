package eventkit.finance;

import eventkit.core.ArchivePaper;
import eventkit.core.Refusal.FieldError;
import eventkit.einvoice.EInvoices;
import eventkit.identity.CompanyProfile;
import eventkit.papers.Papers;
import eventkit.papers.Papers.Form;
import eventkit.papers.Papers.Issued;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InvoicePaperDesk implements InvoicePapers {
    private final Invoices invoices;
    private final CompanyProfile companies;
    private final Papers papers;
    private final Bookkeeping bookkeeping;
    private final Clock clock;

    InvoicePaperDesk(Invoices invoices, CompanyProfile companies, Papers papers, Bookkeeping bookkeeping, Clock clock) {
        this.invoices = invoices;
        this.companies = companies;
        this.papers = papers;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Print pdf(UUID id) {
        var document = invoices.document(id);
        if (document.invoice().number() == null)
            return new Print("draft.pdf", Form.PDF.mediaType(), draw(document, List.of()));
        return kept(document, Form.PDF, ".pdf", () -> {
            var data = data(document);
            return draw(document, EInvoices.missing(data).isEmpty() ? List.of(EInvoices.facturX(data)) : List.of());
        });
    }

    private byte[] draw(InvoiceDocument document, List<ArchivePaper.Attachment> attachments) {
        var today = clock.instant().atZone(companies.zone()).toLocalDate();
        return papers.pdf(InvoicePaper.of(document, today), papers.lookNow(), attachments);
    }

    @Override
    @Transactional
    public Print ubl(UUID id) {
        var document = issued(id);
        return kept(document, Form.UBL, ".xml", () -> EInvoices.ubl(data(document)));
    }

    @Override
    public List<FieldError> missing(UUID id) {
        return EInvoices.missing(data(issued(id)));
    }

    /** With its tax in the currency of the books, where that is another one. */
    private eventkit.einvoice.InvoiceDocument data(InvoiceDocument document) {
        var invoice = document.invoice();
        var rate = invoice.rate();
        boolean foreign = !invoice.currency().equals(bookkeeping.currency().getCurrencyCode());
        return InvoiceData.of(document, foreign && rate != null ? bookkeeping.own(invoice.vat(), rate) : null);
    }

    private InvoiceDocument issued(UUID id) {
        var document = invoices.document(id);
        if (document.invoice().number() == null)
            throw new InvoiceNotIssued(document.invoice().label());
        return document;
    }

    private Print kept(InvoiceDocument document, Form form, String ending, Supplier<byte[]> made) {
        var id = document.invoice().id();
        var paper = papers.issued(Invoices.KIND, id, form)
                .orElseGet(() -> papers.keep(
                        Invoices.KIND, id, new Issued(form, document.invoice().label() + ending, made.get())));
        return new Print(paper.fileName(), form.mediaType(), paper.content());
    }
}

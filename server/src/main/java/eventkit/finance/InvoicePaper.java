package eventkit.finance;

import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.papers.PaperDocument;
import eventkit.papers.PaperDocument.Deposit;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Payment;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import eventkit.papers.PaperKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invoice as a paper. */
final class InvoicePaper {
    private InvoicePaper() {}

    /** @param today the day of a draft */
    static PaperDocument of(InvoiceDocument document, LocalDate today) {
        var invoice = document.invoice();
        var number = invoice.number();
        var issuedOn = invoice.issuedOn();
        return new PaperDocument(
                kind(invoice.kind()),
                invoice.language(),
                number == null ? "" : number,
                issuedOn == null ? today : issuedOn,
                invoice.title(),
                new Recipient(document.buyer().name(), document.buyer().lines()),
                facts(document),
                invoice.introduction(),
                invoice.closing(),
                List.of(new Group(null, lines(document), null)),
                new Sums(
                        null,
                        List.of(),
                        totals(document),
                        document.deductions().stream()
                                .map(d -> new Deposit(d.number(), d.issuedOn(), d.gross()))
                                .toList()),
                null,
                notes(document),
                payment(document),
                null,
                number == null);
    }

    /** Why there is no VAT, and who bills by which number: an invoice must say both. */
    private static List<String> notes(InvoiceDocument document) {
        var notes = new ArrayList<String>();
        document.vat().stream()
                .map(InvoiceDocument.VatSum::exemptionReason)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(notes::add);
        boolean german = document.invoice().language().equals("de");
        var seller = document.seller();
        var who = new ArrayList<String>();
        who.add(seller.name());
        who.addAll(seller.lines());
        if (seller.vatNumber() != null) who.add((german ? "USt-IdNr. " : "VAT number ") + seller.vatNumber());
        if (seller.taxNumber() != null) who.add((german ? "Steuernummer " : "Tax number ") + seller.taxNumber());
        if (seller.registerEntry() != null) who.add(seller.registerEntry());
        notes.add(String.join(" · ", who));
        return notes;
    }

    static VatTotals totals(InvoiceDocument document) {
        return VatTotals.of(
                Currency.getInstance(document.invoice().currency()),
                document.lines().stream()
                        .map(l -> new VatTotals.Line(rate(l), l.net()))
                        .toList());
    }

    static VatRate rate(InvoiceDocument.Line line) {
        return new VatRate(line.vatCategory(), line.vatPercent());
    }

    private static PaperKind kind(InvoiceKind kind) {
        return switch (kind) {
            case DEPOSIT -> PaperKind.DEPOSIT_INVOICE;
            case PART, FINAL -> PaperKind.INVOICE;
            case CREDIT_NOTE -> PaperKind.CREDIT_NOTE;
        };
    }

    private static List<Fact> facts(InvoiceDocument document) {
        var invoice = document.invoice();
        var facts = new ArrayList<Fact>();
        if (invoice.dueOn() != null && invoice.kind() != InvoiceKind.CREDIT_NOTE)
            facts.add(Fact.of(Topic.DUE, invoice.dueOn()));
        var corrects = document.corrects();
        if (corrects != null) facts.add(Fact.of(Topic.INVOICE, corrects.number()));
        if (document.buyer().vatNumber() != null)
            facts.add(Fact.of(Topic.CLIENT_VAT_NUMBER, document.buyer().vatNumber()));
        if (invoice.buyerReference() != null) facts.add(Fact.of(Topic.REFERENCE, invoice.buyerReference()));
        var from = invoice.suppliedFrom();
        var to = invoice.suppliedTo();
        if (from != null) facts.add(Fact.of(Topic.PERIOD, from, to == null ? from : to));
        var event = invoice.event();
        if (event != null) facts.add(Fact.of(Topic.EVENT, event.name()));
        return facts;
    }

    private static List<Line> lines(InvoiceDocument document) {
        return document.lines().stream()
                .map(l -> new Line(
                        "" + (l.position() + 1),
                        l.text(),
                        l.description(),
                        l.quantity(),
                        l.unit(),
                        null,
                        l.unitPrice(),
                        l.discountPercent().signum() == 0 ? null : l.discountPercent(),
                        l.net(),
                        rate(l),
                        Mark.NORMAL))
                .toList();
    }

    private static @Nullable Payment payment(InvoiceDocument document) {
        var invoice = document.invoice();
        var seller = document.seller();
        var iban = seller.iban();
        var number = invoice.number();
        if (iban == null
                || invoice.kind() == InvoiceKind.CREDIT_NOTE
                || invoice.due().amountMinor() <= 0) return null;
        return new Payment(
                seller.name(), iban, seller.bic(), seller.bankName(), number == null ? "" : number, invoice.due());
    }
}

package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.einvoice.PostalAddress;
import eventkit.papers.PaperDocument;
import eventkit.papers.PaperKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an invoice says, in the words of paper and of EN 16931. */
final class InvoicePaper {
    /** As people write units, and as machines read them (UN/ECE recommendation 20). */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("h", "HUR"),
            Map.entry("hour", "HUR"),
            Map.entry("std.", "HUR"),
            Map.entry("day", "DAY"),
            Map.entry("tag", "DAY"),
            Map.entry("week", "WEE"),
            Map.entry("woche", "WEE"),
            Map.entry("km", "KMT"),
            Map.entry("m", "MTR"),
            Map.entry("kg", "KGM"),
            Map.entry("l", "LTR"));

    private InvoicePaper() {}

    static PaperDocument printed(InvoiceDocument d, LocalDate today) {
        var i = d.invoice();
        var currency = Currency.getInstance(i.currency());
        var facts = new ArrayList<PaperDocument.Fact>();
        if (i.suppliedFrom() != null)
            facts.add(PaperDocument.Fact.of(
                    PaperDocument.Topic.PERIOD,
                    i.suppliedFrom(),
                    i.suppliedTo() == null ? i.suppliedFrom() : i.suppliedTo()));
        if (d.corrects() != null)
            facts.add(PaperDocument.Fact.of(
                    PaperDocument.Topic.INVOICE, d.corrects().number()));
        if (i.buyerReference() != null)
            facts.add(PaperDocument.Fact.of(PaperDocument.Topic.REFERENCE, i.buyerReference()));
        if (i.event() != null)
            facts.add(PaperDocument.Fact.of(PaperDocument.Topic.EVENT, i.event().name()));
        if (d.buyer().vatNumber() != null)
            facts.add(PaperDocument.Fact.of(
                    PaperDocument.Topic.CLIENT_VAT_NUMBER, d.buyer().vatNumber()));
        boolean credit = i.kind() == InvoiceKind.CREDIT_NOTE;
        if (!credit && i.dueOn() != null) facts.add(PaperDocument.Fact.of(PaperDocument.Topic.DUE, i.dueOn()));
        var lines = d.lines().stream()
                .map(l -> new PaperDocument.Line(
                        String.valueOf(l.position() + 1),
                        l.text(),
                        l.description(),
                        l.quantity().stripTrailingZeros(),
                        l.unit(),
                        null,
                        l.unitPrice(),
                        l.discountPercent().signum() == 0 ? null : l.discountPercent(),
                        l.net(),
                        new VatRate(l.vatCategory(), l.vatPercent()),
                        PaperDocument.Mark.NORMAL))
                .toList();
        var totals = VatTotals.of(
                currency,
                d.lines().stream()
                        .map(l -> new VatTotals.Line(new VatRate(l.vatCategory(), l.vatPercent()), l.net()))
                        .toList());
        var deposits = d.deductions().stream()
                .map(x -> new PaperDocument.Deposit(x.number(), x.issuedOn(), x.gross()))
                .toList();
        var number = i.number() == null ? "" : i.number();
        return new PaperDocument(
                switch (i.kind()) {
                    case DEPOSIT -> PaperKind.DEPOSIT_INVOICE;
                    case PART, FINAL -> PaperKind.INVOICE;
                    case CREDIT_NOTE -> PaperKind.CREDIT_NOTE;
                },
                i.language(),
                number,
                i.issuedOn() == null ? today : i.issuedOn(),
                i.title(),
                new PaperDocument.Recipient(d.buyer().name(), d.buyer().lines()),
                facts,
                i.introduction(),
                i.closing(),
                List.of(new PaperDocument.Group(null, lines, null)),
                new PaperDocument.Sums(null, List.of(), totals, deposits),
                null,
                d.vat().stream()
                        .map(InvoiceDocument.VatSum::exemptionReason)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                payment(d, number, credit),
                null,
                i.number() == null);
    }

    private static PaperDocument.@Nullable Payment payment(InvoiceDocument d, String number, boolean credit) {
        var due = d.invoice().due();
        if (credit || d.seller().iban() == null || due.amountMinor() <= 0 || number.isEmpty()) return null;
        return new PaperDocument.Payment(
                d.seller().name(),
                d.seller().iban(),
                d.seller().bic(),
                d.seller().bankName(),
                number,
                due);
    }

    /** @param taxInBooks where the books are in another currency */
    static eventkit.einvoice.InvoiceDocument electronic(InvoiceDocument d, @Nullable Money taxInBooks) {
        var i = d.invoice();
        var currency = Currency.getInstance(i.currency());
        boolean credit = i.kind() == InvoiceKind.CREDIT_NOTE;
        boolean german = i.language().equals("de");
        var exemptions = new EnumMap<VatCategory, String>(VatCategory.class);
        for (var sum : d.vat())
            if (sum.exemptionReason() != null) exemptions.putIfAbsent(sum.category(), sum.exemptionReason());
        var preceding = Stream.concat(
                        Stream.ofNullable(d.corrects())
                                .map(c -> new eventkit.einvoice.InvoiceDocument.Preceding(c.number(), c.issuedOn())),
                        d.deductions().stream()
                                .map(x -> new eventkit.einvoice.InvoiceDocument.Preceding(x.number(), x.issuedOn())))
                .toList();
        return new eventkit.einvoice.InvoiceDocument(
                switch (i.kind()) {
                    case DEPOSIT -> eventkit.einvoice.InvoiceDocument.Kind.DEPOSIT;
                    case PART, FINAL -> eventkit.einvoice.InvoiceDocument.Kind.INVOICE;
                    case CREDIT_NOTE -> eventkit.einvoice.InvoiceDocument.Kind.CREDIT_NOTE;
                },
                i.number() == null ? "" : i.number(),
                Objects.requireNonNull(i.issuedOn()),
                credit ? null : i.dueOn(),
                currency,
                taxInBooks,
                i.buyerReference(),
                null,
                null,
                party(d.seller()),
                party(d.buyer()),
                i.suppliedFrom() == null
                        ? null
                        : new eventkit.einvoice.InvoiceDocument.Delivery(
                                null,
                                i.suppliedFrom(),
                                i.suppliedTo() == null ? i.suppliedFrom() : i.suppliedTo(),
                                null,
                                address(d.buyer())),
                Stream.of(i.introduction(), i.closing())
                        .filter(Objects::nonNull)
                        .toList(),
                credit || i.dueOn() == null
                        ? null
                        : german
                                ? "Zahlbar bis " + i.dueOn() + " ohne Abzug."
                                : "Payable by " + i.dueOn() + " without deduction.",
                credit || d.seller().iban() == null
                        ? null
                        : new eventkit.einvoice.InvoiceDocument.Payment(
                                d.seller().iban(), d.seller().bic(), d.seller().name(), i.number()),
                preceding,
                d.lines().stream()
                        .map(l -> eventkit.einvoice.InvoiceDocument.Line.settled(
                                String.valueOf(l.position() + 1),
                                null,
                                l.text(),
                                l.description(),
                                l.quantity().stripTrailingZeros(),
                                UNITS.getOrDefault(l.unit().toLowerCase(Locale.ROOT), "C62"),
                                l.unitPrice().stripTrailingZeros(),
                                new VatRate(l.vatCategory(), l.vatPercent()),
                                l.net(),
                                german ? "Rabatt" : "Discount"))
                        .toList(),
                List.of(),
                i.deducted(),
                exemptions);
    }

    private static eventkit.einvoice.InvoiceDocument.Party party(Party p) {
        return new eventkit.einvoice.InvoiceDocument.Party(
                p.name(),
                address(p),
                p.vatNumber(),
                p.taxNumber(),
                p.registerEntry(),
                p.email() == null ? null : eventkit.einvoice.InvoiceDocument.ElectronicAddress.mail(p.email()),
                new eventkit.einvoice.InvoiceDocument.Contact(
                        p.contact() == null ? p.name() : p.contact(), p.phone(), p.email()));
    }

    private static PostalAddress address(Party p) {
        var country = p.country() == null ? "" : p.country();
        return p.street() != null && p.city() != null && p.postcode() != null
                ? new PostalAddress(List.of(p.street()), p.postcode(), p.city(), country)
                : PostalAddress.of(p.lines(), country);
    }
}

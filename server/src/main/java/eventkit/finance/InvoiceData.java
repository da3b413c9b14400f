package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.einvoice.InvoiceDocument.Contact;
import eventkit.einvoice.InvoiceDocument.Delivery;
import eventkit.einvoice.InvoiceDocument.ElectronicAddress;
import eventkit.einvoice.InvoiceDocument.Kind;
import eventkit.einvoice.InvoiceDocument.Line;
import eventkit.einvoice.InvoiceDocument.Party;
import eventkit.einvoice.InvoiceDocument.Payment;
import eventkit.einvoice.InvoiceDocument.Preceding;
import eventkit.einvoice.PostalAddress;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An issued invoice in the terms of EN 16931. */
final class InvoiceData {
    /** Of UN/ECE recommendation 20; what is not here is counted in pieces. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("day", "DAY"),
            Map.entry("days", "DAY"),
            Map.entry("tag", "DAY"),
            Map.entry("tage", "DAY"),
            Map.entry("h", "HUR"),
            Map.entry("hour", "HUR"),
            Map.entry("std", "HUR"),
            Map.entry("week", "WEE"),
            Map.entry("woche", "WEE"),
            Map.entry("month", "MON"),
            Map.entry("monat", "MON"),
            Map.entry("km", "KMT"),
            Map.entry("m", "MTR"),
            Map.entry("kg", "KGM"),
            Map.entry("l", "LTR"));

    private InvoiceData() {}

    /** @param taxInBooks in the currency of the books, where that is another one */
    static eventkit.einvoice.InvoiceDocument of(InvoiceDocument document, @Nullable Money taxInBooks) {
        var invoice = document.invoice();
        var seller = document.seller();
        var reasons = new EnumMap<VatCategory, String>(VatCategory.class);
        for (var sum : document.vat())
            if (sum.exemptionReason() != null) reasons.put(sum.category(), sum.exemptionReason());
        var iban = seller.iban();
        boolean numbered = document.lines().stream().noneMatch(l -> l.vatCategory() == VatCategory.OUTSIDE_SCOPE);
        return new eventkit.einvoice.InvoiceDocument(
                switch (invoice.kind()) {
                    case DEPOSIT -> Kind.DEPOSIT;
                    case PART, FINAL -> Kind.INVOICE;
                    case CREDIT_NOTE -> Kind.CREDIT_NOTE;
                },
                Objects.requireNonNullElse(invoice.number(), ""),
                Objects.requireNonNull(invoice.issuedOn()),
                invoice.dueOn(),
                Currency.getInstance(invoice.currency()),
                taxInBooks,
                invoice.buyerReference(),
                null,
                null,
                party(seller, numbered, new Contact(seller.name(), seller.phone(), seller.email())),
                party(document.buyer(), numbered, null),
                delivery(document),
                List.of(invoice.title()),
                invoice.closing(),
                iban == null ? null : new Payment(iban, seller.bic(), seller.name(), invoice.number()),
                preceding(document),
                document.lines().stream().map(l -> line(l, invoice.language())).toList(),
                List.of(),
                document.deductions().stream()
                        .map(InvoiceDocument.Deduction::gross)
                        .reduce(Money.zero(Currency.getInstance(invoice.currency())), Money::plus),
                reasons);
    }

    /** @param numbered false: what is not subject to VAT names no VAT number as such (BR-O-02); who has no other number is known by it all the same */
    private static Party party(eventkit.finance.Party party, boolean numbered, @Nullable Contact contact) {
        boolean otherwise = numbered || party.registerEntry() != null || party.taxNumber() != null;
        return new Party(
                party.name(),
                address(party),
                numbered ? party.vatNumber() : null,
                party.taxNumber(),
                otherwise ? party.registerEntry() : party.vatNumber(),
                party.email() == null ? null : ElectronicAddress.mail(party.email()),
                contact);
    }

    private static PostalAddress address(eventkit.finance.Party party) {
        var country = party.country() == null ? "" : party.country();
        var street = party.street();
        return street == null || party.city() == null
                ? PostalAddress.of(party.lines(), country)
                : new PostalAddress(List.of(street), party.postcode(), party.city(), country);
    }

    private static @Nullable Delivery delivery(InvoiceDocument document) {
        var invoice = document.invoice();
        if (invoice.suppliedFrom() == null) return null;
        var union = document.lines().stream().anyMatch(l -> l.vatCategory() == VatCategory.INTRA_COMMUNITY);
        return new Delivery(
                null, invoice.suppliedFrom(), invoice.suppliedTo(), null, union ? address(document.buyer()) : null);
    }

    private static List<Preceding> preceding(InvoiceDocument document) {
        var all = new ArrayList<Preceding>();
        var corrects = document.corrects();
        if (corrects != null) all.add(new Preceding(corrects.number(), corrects.issuedOn()));
        for (var deduction : document.deductions()) all.add(new Preceding(deduction.number(), deduction.issuedOn()));
        return all;
    }

    private static Line line(InvoiceDocument.Line line, String language) {
        return Line.settled(
                "" + (line.position() + 1),
                null,
                line.text(),
                line.description(),
                line.quantity(),
                UNITS.getOrDefault(line.unit().toLowerCase(Locale.ROOT).replace(".", ""), "C62"),
                line.unitPrice(),
                InvoicePaper.rate(line),
                line.net(),
                language.equals("de") ? "Rabatt" : "Discount");
    }
}

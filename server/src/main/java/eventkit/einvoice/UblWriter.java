package eventkit.einvoice;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.einvoice.InvoiceDocument.Line;
import eventkit.einvoice.InvoiceDocument.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** UBL 2.1 Invoice and CreditNote, as EN 16931-3-2 maps it and Peppol BIS Billing 3 narrows it. The order of elements is the schema's. */
final class UblWriter {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    /** BT-81, of UNTDID 4461. */
    private static final String TRANSFER = "30";

    private static final String UNDEFINED = "1";
    private final InvoiceDocument document;
    private final boolean credits;
    private final String currency;
    private final XmlText xml = new XmlText();

    UblWriter(InvoiceDocument document) {
        this.document = document;
        credits = document.credits();
        currency = document.currency().getCurrencyCode();
    }

    byte[] bytes() {
        var root = credits ? "CreditNote" : "Invoice";
        xml.open(
                "ubl:" + root,
                "xmlns:ubl",
                UBL + root + "-2",
                "xmlns:cac",
                UBL + "CommonAggregateComponents-2",
                "xmlns:cbc",
                UBL + "CommonBasicComponents-2");
        if (Endpoint.peppol(document))
            xml.text(
                            "cbc:CustomizationID",
                            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
                    .text("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
        else xml.text("cbc:CustomizationID", "urn:cen.eu:en16931:2017");
        xml.text("cbc:ID", document.number())
                .text("cbc:IssueDate", document.issuedOn().toString());
        if (!credits) xml.text("cbc:DueDate", day(document.dueOn()));
        xml.text(credits ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", document.typeCode())
                // Peppol takes one note (R002).
                .text("cbc:Note", String.join("\n", document.notes()))
                .text("cbc:DocumentCurrencyCode", currency);
        var books = document.taxInBooks();
        if (books != null) xml.text("cbc:TaxCurrencyCode", books.currency().getCurrencyCode());
        // Peppol asks for one of the two (R003).
        boolean referred =
                Completeness.filled(document.buyerReference()) || Completeness.filled(document.orderReference());
        xml.text("cbc:BuyerReference", referred ? document.buyerReference() : document.number());
        var delivery = document.delivery();
        if (delivery != null) period(delivery.from(), delivery.to());
        if (Completeness.filled(document.orderReference()))
            xml.open("cac:OrderReference")
                    .text("cbc:ID", document.orderReference())
                    .close();
        for (var each : document.preceding())
            xml.open("cac:BillingReference")
                    .open("cac:InvoiceDocumentReference")
                    .text("cbc:ID", each.number())
                    .text("cbc:IssueDate", day(each.issuedOn()))
                    .close()
                    .close();
        if (Completeness.filled(document.contractReference()))
            xml.open("cac:ContractDocumentReference")
                    .text("cbc:ID", document.contractReference())
                    .close();
        xml.open("cac:AccountingSupplierParty");
        party(document.seller(), true);
        xml.close().open("cac:AccountingCustomerParty");
        party(document.buyer(), false);
        xml.close();
        delivery();
        payment();
        document.adjustments().forEach(a -> {
            adjustment(a.charge(), a.reason(), a.amount());
            category("cac:TaxCategory", a.rate(), null);
            xml.close();
        });
        totals();
        document.lines().forEach(this::line);
        return xml.close().bytes();
    }

    private void party(Party party, boolean seller) {
        xml.open("cac:Party");
        var electronic = Endpoint.of(party);
        if (electronic != null) xml.text("cbc:EndpointID", electronic.value(), "schemeID", electronic.scheme());
        if (Completeness.filled(party.identifier()))
            xml.open("cac:PartyIdentification")
                    .text("cbc:ID", party.identifier())
                    .close();
        xml.open("cac:PartyName").text("cbc:Name", party.name()).close();
        address("cac:PostalAddress", party.address());
        taxScheme(party.vatNumber(), "VAT");
        if (seller) taxScheme(party.taxNumber(), "TAX");
        xml.open("cac:PartyLegalEntity")
                .text("cbc:RegistrationName", party.name())
                .text("cbc:CompanyID", party.registration())
                .close();
        var contact = party.contact();
        if (contact != null)
            xml.open("cac:Contact")
                    .text("cbc:Name", contact.name())
                    .text("cbc:Telephone", contact.phone())
                    .text("cbc:ElectronicMail", contact.email())
                    .close();
        xml.close();
    }

    private void taxScheme(@Nullable String number, String scheme) {
        if (!Completeness.filled(number)) return;
        xml.open("cac:PartyTaxScheme").text("cbc:CompanyID", number);
        scheme(scheme);
        xml.close();
    }

    private void scheme(String scheme) {
        xml.open("cac:TaxScheme").text("cbc:ID", scheme).close();
    }

    private void address(String name, PostalAddress address) {
        xml.open(name)
                .text("cbc:StreetName", address.line(0))
                .text("cbc:AdditionalStreetName", address.line(1))
                .text("cbc:CityName", address.city())
                .text("cbc:PostalZone", address.postCode());
        if (address.line(2) != null)
            xml.open("cac:AddressLine").text("cbc:Line", address.line(2)).close();
        xml.open("cac:Country")
                .text("cbc:IdentificationCode", address.country())
                .close()
                .close();
    }

    private void delivery() {
        var delivery = document.delivery();
        if (delivery == null || delivery.on() == null && delivery.place() == null) return;
        xml.open("cac:Delivery").text("cbc:ActualDeliveryDate", day(delivery.on()));
        var place = delivery.place();
        if (place != null) {
            xml.open("cac:DeliveryLocation");
            address("cac:Address", place);
            xml.close();
        }
        if (place != null && Completeness.filled(delivery.name()))
            xml.open("cac:DeliveryParty")
                    .open("cac:PartyName")
                    .text("cbc:Name", delivery.name())
                    .close()
                    .close();
        xml.close();
    }

    private void payment() {
        var payment = document.payment();
        xml.open("cac:PaymentMeans").text("cbc:PaymentMeansCode", payment == null ? UNDEFINED : TRANSFER);
        if (credits) xml.text("cbc:PaymentDueDate", day(document.dueOn()));
        if (payment != null) {
            xml.text("cbc:PaymentID", payment.reference());
            xml.open("cac:PayeeFinancialAccount").text("cbc:ID", payment.iban()).text("cbc:Name", payment.holder());
            if (Completeness.filled(payment.bic()))
                xml.open("cac:FinancialInstitutionBranch")
                        .text("cbc:ID", payment.bic())
                        .close();
            xml.close();
        }
        xml.close();
        if (Completeness.filled(document.terms()))
            xml.open("cac:PaymentTerms").text("cbc:Note", document.terms()).close();
    }

    private void adjustment(boolean charge, @Nullable String reason, Money amount) {
        xml.open("cac:AllowanceCharge")
                .text("cbc:ChargeIndicator", Boolean.toString(charge))
                .text("cbc:AllowanceChargeReason", reason);
        amount("cbc:Amount", amount);
    }

    private void totals() {
        var totals = document.totals();
        xml.open("cac:TaxTotal");
        amount("cbc:TaxAmount", totals.tax());
        for (var sum : totals.sums()) {
            xml.open("cac:TaxSubtotal");
            amount("cbc:TaxableAmount", sum.net());
            amount("cbc:TaxAmount", sum.tax());
            category(
                    "cac:TaxCategory",
                    sum.rate(),
                    Reasons.words(document, sum.rate().category()));
            xml.close();
        }
        xml.close();
        var books = document.taxInBooks();
        if (books != null) {
            xml.open("cac:TaxTotal");
            amount("cbc:TaxAmount", books);
            xml.close();
        }
        xml.open("cac:LegalMonetaryTotal");
        amount("cbc:LineExtensionAmount", document.linesNet());
        amount("cbc:TaxExclusiveAmount", totals.net());
        amount("cbc:TaxInclusiveAmount", totals.gross());
        amount("cbc:AllowanceTotalAmount", document.adjusted(false));
        amount("cbc:ChargeTotalAmount", document.adjusted(true));
        if (!document.prepaid().equals(Money.zero(document.currency())))
            amount("cbc:PrepaidAmount", document.prepaid());
        amount("cbc:PayableAmount", totals.due(document.prepaid()));
        xml.close();
    }

    private void line(Line line) {
        xml.open(credits ? "cac:CreditNoteLine" : "cac:InvoiceLine")
                .text("cbc:ID", line.id())
                .text(
                        credits ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                        XmlText.plain(line.quantity()),
                        "unitCode",
                        line.unit());
        amount("cbc:LineExtensionAmount", line.net());
        period(line.from(), line.to());
        line.adjustments().forEach(a -> {
            adjustment(a.charge(), a.reason(), a.amount());
            xml.close();
        });
        xml.open("cac:Item").text("cbc:Description", line.description()).text("cbc:Name", line.name());
        if (Completeness.filled(line.itemNumber()))
            xml.open("cac:SellersItemIdentification")
                    .text("cbc:ID", line.itemNumber())
                    .close();
        category("cac:ClassifiedTaxCategory", line.rate(), null);
        xml.close().open("cac:Price").text("cbc:PriceAmount", XmlText.plain(line.price()), "currencyID", currency);
        if (line.priceQuantity().compareTo(BigDecimal.ONE) != 0)
            xml.text("cbc:BaseQuantity", XmlText.plain(line.priceQuantity()), "unitCode", line.unit());
        xml.close().close();
    }

    /** @param reason given in the breakdown only */
    private void category(String name, VatRate rate, @Nullable String reason) {
        var category = rate.category();
        xml.open(name).text("cbc:ID", category.code());
        if (category != VatCategory.OUTSIDE_SCOPE) xml.text("cbc:Percent", XmlText.plain(rate.percent()));
        if (reason != null)
            xml.text("cbc:TaxExemptionReasonCode", Reasons.code(category)).text("cbc:TaxExemptionReason", reason);
        scheme("VAT");
        xml.close();
    }

    private void period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) return;
        xml.open("cac:InvoicePeriod")
                .text("cbc:StartDate", day(from))
                .text("cbc:EndDate", day(to))
                .close();
    }

    private void amount(String name, Money value) {
        xml.amount(name, value, "currencyID", value.currency().getCurrencyCode());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

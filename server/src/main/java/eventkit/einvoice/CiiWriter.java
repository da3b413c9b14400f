package eventkit.einvoice;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.einvoice.InvoiceDocument.Line;
import eventkit.einvoice.InvoiceDocument.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** UN/CEFACT Cross Industry Invoice, as EN 16931-3-3 maps it. The order of elements is the schema's. */
final class CiiWriter {
    /** BT-81, of UNTDID 4461. */
    private static final String TRANSFER = "58";

    private static final String UNDEFINED = "1";
    private final InvoiceDocument document;
    private final XmlText xml = new XmlText();

    CiiWriter(InvoiceDocument document) {
        this.document = document;
    }

    byte[] bytes() {
        xml.open(
                "rsm:CrossIndustryInvoice",
                "xmlns:rsm",
                "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
                "xmlns:ram",
                "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
                "xmlns:qdt",
                "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
                "xmlns:udt",
                "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");
        xml.open("rsm:ExchangedDocumentContext")
                .open("ram:GuidelineSpecifiedDocumentContextParameter")
                .text("ram:ID", "urn:cen.eu:en16931:2017")
                .close()
                .close();
        xml.open("rsm:ExchangedDocument").text("ram:ID", document.number()).text("ram:TypeCode", document.typeCode());
        day("ram:IssueDateTime", document.issuedOn());
        for (var note : document.notes())
            if (!note.isBlank())
                xml.open("ram:IncludedNote").text("ram:Content", note).close();
        if (document.preceding().size() > 1) {
            var all = document.preceding().stream()
                    .map(p -> p.issuedOn() == null ? p.number() : p.number() + " (" + p.issuedOn() + ")")
                    .collect(Collectors.joining(", "));
            xml.open("ram:IncludedNote").text("ram:Content", all).close();
        }
        xml.close();
        xml.open("rsm:SupplyChainTradeTransaction");
        document.lines().forEach(this::line);
        agreement();
        delivery();
        settlement();
        return xml.close().close().bytes();
    }

    private void line(Line line) {
        xml.open("ram:IncludedSupplyChainTradeLineItem");
        xml.open("ram:AssociatedDocumentLineDocument")
                .text("ram:LineID", line.id())
                .close();
        xml.open("ram:SpecifiedTradeProduct")
                .text("ram:SellerAssignedID", line.itemNumber())
                .text("ram:Name", line.name())
                .text("ram:Description", line.description())
                .close();
        xml.open("ram:SpecifiedLineTradeAgreement").open("ram:NetPriceProductTradePrice");
        xml.text("ram:ChargeAmount", XmlText.plain(line.price()));
        if (line.priceQuantity().compareTo(BigDecimal.ONE) != 0)
            xml.text("ram:BasisQuantity", XmlText.plain(line.priceQuantity()), "unitCode", line.unit());
        xml.close().close();
        xml.open("ram:SpecifiedLineTradeDelivery")
                .text("ram:BilledQuantity", XmlText.plain(line.quantity()), "unitCode", line.unit())
                .close();
        xml.open("ram:SpecifiedLineTradeSettlement");
        tax("ram:ApplicableTradeTax", line.rate());
        period(line.from(), line.to());
        for (var each : line.adjustments()) {
            xml.open("ram:SpecifiedTradeAllowanceCharge");
            indicator(each.charge());
            xml.amount("ram:ActualAmount", each.amount())
                    .text("ram:Reason", each.reason())
                    .close();
        }
        xml.open("ram:SpecifiedTradeSettlementLineMonetarySummation")
                .amount("ram:LineTotalAmount", line.net())
                .close()
                .close()
                .close();
    }

    private void agreement() {
        xml.open("ram:ApplicableHeaderTradeAgreement").text("ram:BuyerReference", document.buyerReference());
        party("ram:SellerTradeParty", document.seller());
        party("ram:BuyerTradeParty", document.buyer());
        reference("ram:BuyerOrderReferencedDocument", document.orderReference());
        reference("ram:ContractReferencedDocument", document.contractReference());
        xml.close();
    }

    private void reference(String name, @Nullable String number) {
        if (number != null && !number.isBlank())
            xml.open(name).text("ram:IssuerAssignedID", number).close();
    }

    private void party(String name, Party party) {
        xml.open(name).text("ram:ID", party.identifier()).text("ram:Name", party.name());
        if (Completeness.filled(party.registration()))
            xml.open("ram:SpecifiedLegalOrganization")
                    .text("ram:ID", party.registration())
                    .close();
        var contact = party.contact();
        if (contact != null) {
            xml.open("ram:DefinedTradeContact").text("ram:PersonName", contact.name());
            if (Completeness.filled(contact.phone()))
                xml.open("ram:TelephoneUniversalCommunication")
                        .text("ram:CompleteNumber", contact.phone())
                        .close();
            if (Completeness.filled(contact.email()))
                xml.open("ram:EmailURIUniversalCommunication")
                        .text("ram:URIID", contact.email())
                        .close();
            xml.close();
        }
        address(party.address());
        var electronic = party.electronic();
        if (electronic != null)
            xml.open("ram:URIUniversalCommunication")
                    .text("ram:URIID", electronic.value(), "schemeID", electronic.scheme())
                    .close();
        registration(party.taxNumber(), "FC");
        registration(party.vatNumber(), "VA");
        xml.close();
    }

    private void registration(@Nullable String number, String scheme) {
        if (Completeness.filled(number))
            xml.open("ram:SpecifiedTaxRegistration")
                    .text("ram:ID", number, "schemeID", scheme)
                    .close();
    }

    private void address(PostalAddress address) {
        xml.open("ram:PostalTradeAddress")
                .text("ram:PostcodeCode", address.postCode())
                .text("ram:LineOne", address.line(0))
                .text("ram:LineTwo", address.line(1))
                .text("ram:LineThree", address.line(2))
                .text("ram:CityName", address.city())
                .text("ram:CountryID", address.country())
                .close();
    }

    private void delivery() {
        var delivery = document.delivery();
        var place = delivery == null ? null : delivery.place();
        var on = delivery == null ? null : delivery.on();
        xml.open("ram:ApplicableHeaderTradeDelivery");
        if (delivery != null && place != null) {
            xml.open("ram:ShipToTradeParty").text("ram:Name", delivery.name());
            address(place);
            xml.close();
        }
        if (on != null) {
            xml.open("ram:ActualDeliverySupplyChainEvent");
            day("ram:OccurrenceDateTime", on);
            xml.close();
        }
        xml.close();
    }

    private void settlement() {
        var totals = document.totals();
        var payment = document.payment();
        var currency = document.currency().getCurrencyCode();
        var books = document.taxInBooks();
        xml.open("ram:ApplicableHeaderTradeSettlement");
        if (payment != null) xml.text("ram:PaymentReference", payment.reference());
        if (books != null) xml.text("ram:TaxCurrencyCode", books.currency().getCurrencyCode());
        xml.text("ram:InvoiceCurrencyCode", currency);
        xml.open("ram:SpecifiedTradeSettlementPaymentMeans")
                .text("ram:TypeCode", payment == null ? UNDEFINED : TRANSFER);
        if (payment != null) {
            xml.open("ram:PayeePartyCreditorFinancialAccount")
                    .text("ram:IBANID", payment.iban())
                    .text("ram:AccountName", payment.holder())
                    .close();
            if (Completeness.filled(payment.bic()))
                xml.open("ram:PayeeSpecifiedCreditorFinancialInstitution")
                        .text("ram:BICID", payment.bic())
                        .close();
        }
        xml.close();
        for (var sum : totals.sums()) {
            var category = sum.rate().category();
            xml.open("ram:ApplicableTradeTax")
                    .amount("ram:CalculatedAmount", sum.tax())
                    .text("ram:TypeCode", "VAT")
                    .text("ram:ExemptionReason", Reasons.words(document, category))
                    .amount("ram:BasisAmount", sum.net())
                    .text("ram:CategoryCode", category.code())
                    .text("ram:ExemptionReasonCode", Reasons.code(category));
            percent(sum.rate());
            xml.close();
        }
        var delivery = document.delivery();
        if (delivery != null) period(delivery.from(), delivery.to());
        for (var each : document.adjustments()) {
            xml.open("ram:SpecifiedTradeAllowanceCharge");
            indicator(each.charge());
            xml.amount("ram:ActualAmount", each.amount()).text("ram:Reason", each.reason());
            tax("ram:CategoryTradeTax", each.rate());
            xml.close();
        }
        if (document.dueOn() != null || Completeness.filled(document.terms())) {
            xml.open("ram:SpecifiedTradePaymentTerms").text("ram:Description", document.terms());
            if (document.dueOn() != null) day("ram:DueDateDateTime", document.dueOn());
            xml.close();
        }
        xml.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation")
                .amount("ram:LineTotalAmount", document.linesNet())
                .amount("ram:ChargeTotalAmount", document.adjusted(true))
                .amount("ram:AllowanceTotalAmount", document.adjusted(false))
                .amount("ram:TaxBasisTotalAmount", totals.net())
                .amount("ram:TaxTotalAmount", totals.tax(), "currencyID", currency);
        if (books != null)
            xml.amount(
                    "ram:TaxTotalAmount", books, "currencyID", books.currency().getCurrencyCode());
        xml.amount("ram:GrandTotalAmount", totals.gross());
        if (!document.prepaid().equals(Money.zero(document.currency())))
            xml.amount("ram:TotalPrepaidAmount", document.prepaid());
        xml.amount("ram:DuePayableAmount", totals.due(document.prepaid())).close();
        // The schema has room for one; several are told in a note.
        if (document.preceding().size() == 1) {
            var each = document.preceding().getFirst();
            xml.open("ram:InvoiceReferencedDocument").text("ram:IssuerAssignedID", each.number());
            var on = each.issuedOn();
            if (on != null)
                xml.open("ram:FormattedIssueDateTime")
                        .text("qdt:DateTimeString", compact(on), "format", "102")
                        .close();
            xml.close();
        }
        xml.close();
    }

    private void tax(String name, VatRate rate) {
        xml.open(name)
                .text("ram:TypeCode", "VAT")
                .text("ram:CategoryCode", rate.category().code());
        percent(rate);
        xml.close();
    }

    /** What is not subject to VAT has no rate, not a rate of zero (BR-O-05). */
    private void percent(VatRate rate) {
        if (rate.category() != VatCategory.OUTSIDE_SCOPE)
            xml.text("ram:RateApplicablePercent", XmlText.plain(rate.percent()));
    }

    private void indicator(boolean charge) {
        xml.open("ram:ChargeIndicator")
                .text("udt:Indicator", Boolean.toString(charge))
                .close();
    }

    private void period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) return;
        xml.open("ram:BillingSpecifiedPeriod");
        if (from != null) day("ram:StartDateTime", from);
        if (to != null) day("ram:EndDateTime", to);
        xml.close();
    }

    private void day(String name, LocalDate day) {
        xml.open(name).text("udt:DateTimeString", compact(day), "format", "102").close();
    }

    private static String compact(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}

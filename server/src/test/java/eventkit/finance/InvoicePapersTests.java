package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** An invoice from the rows to the paper and to the data in it. */
@ServerTest
class InvoicePapersTests {
    private final Till till;

    InvoicePapersTests(Till till) {
        this.till = till;
    }

    @Test
    void isAFacturXOnceIssuedAndStaysAsItWas() throws IOException {
        var draft = till.draft(till.invoice(
                till.client(),
                "FINAL",
                List.of(Till.line("Moving <light>", 4, "120.00"), Till.line("Cable by the metre", 250, "0.125"))));
        var id = draft.path("id").asString();
        assertThat(text(pdf(id))).contains("Moving <light>");
        till.api.get("/invoices/" + id + "/ubl").expect(409);

        var issued = till.issue(id, Map.of()).expect(200).json();
        var number = issued.path("number").asString();
        var paper = pdf(id);
        assertThat(text(paper))
                .contains(
                        number,
                        "Moving <light>",
                        "Summer stage",
                        "10245 Berlin",
                        "VAT number",
                        "DE136695976",
                        "DE89 3704 0044 0532 0130 00");
        try (var document = Loader.loadPDF(paper)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml");
            var data = new String(
                    java.util.Objects.requireNonNull(files.get("factur-x.xml"))
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            assertThat(data).contains("<ram:ID>" + number + "</ram:ID>", "Moving &lt;light&gt;", "DE136695976");
        }
        var ubl = ubl(id);
        assertThat(ubl).contains("<cbc:ID>" + number + "</cbc:ID>", "<cbc:PayableAmount currencyID=\"EUR\">608.39<");
        assertThat(till.get("/invoices/" + id + "/e-invoice").path("complete").asBoolean())
                .isTrue();

        var company = till.api.get("/company").expect(200);
        till.api
                .patch("/company", Map.of("phone", "+49 30 13579"), company.etag())
                .expect(200);
        assertThat(pdf(id)).isEqualTo(paper);
        assertThat(ubl(id)).isEqualTo(ubl);
    }

    @Test
    void saysWhatItLacksToBeAnEInvoice() {
        var nowhere = till.client(Map.of("addressLines", List.of("Ufer 1")));
        var id = till.issued(nowhere, "100.00").path("id").asString();
        assertThat(pdf(id)).as("the paper is there all the same").isNotEmpty();
        var missing = till.get("/invoices/" + id + "/e-invoice").path("missing");
        assertThat(missing.path(0).path("field").asString()).isEqualTo("buyer.address.country");
        assertThat(till.api
                        .get("/invoices/" + id + "/ubl")
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("e-invoice-incomplete");
    }

    @Test
    void aCreditNoteNamesWhatItCredits() throws IOException {
        var invoice = till.issued(till.client(), "100.00");
        var note = till.credited(invoice.path("id").asString());
        var id = note.path("id").asString();
        assertThat(text(pdf(id)))
                .contains(note.path("number").asString(), invoice.path("number").asString());
        assertThat(ubl(id))
                .contains("<ubl:CreditNote", "<cbc:ID>" + invoice.path("number").asString() + "</cbc:ID>");
    }

    @Test
    void deductsDeposits() throws IOException {
        var client = till.client();
        var deposit = till.issued(till.invoice(client, "DEPOSIT", List.of(Till.line("Deposit", 1, "30.00"))));
        var last = till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, "100.00")));
        last.put("deposits", List.of(deposit.path("id").asString()));
        var id = till.issued(last).path("id").asString();
        assertThat(text(pdf(id))).contains(deposit.path("number").asString(), "83.30");
        assertThat(ubl(id)).contains(">35.70</cbc:PrepaidAmount>", ">83.30</cbc:PayableAmount>");
    }

    @Test
    void saysTheTaxInTheCurrencyOfTheBooksToo() {
        var body = till.invoice(till.client(), "FINAL", List.of(Till.line("Sound", 1, "100.00")));
        body.put("currency", "USD");
        var id = till.draft(body).path("id").asString();
        till.issue(id, Map.of("rate", Till.number("0.9"))).expect(200);
        assertThat(ubl(id))
                .contains("<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>")
                .contains("<cbc:TaxAmount currencyID=\"EUR\">17.10</cbc:TaxAmount>")
                .contains("<cbc:TaxAmount currencyID=\"USD\">19.00</cbc:TaxAmount>");
    }

    @Test
    void whatIsNotSubjectToVatNamesNoVatNumber() {
        var client = till.client(Map.of(
                "country", "GB", "vatNumber", "GB980780684", "addressLines", List.of("1 High Street", "London")));
        var issued = till.issued(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, "100.00"))));
        var id = issued.path("id").asString();
        assertThat(till.get("/invoices/" + id + "/e-invoice").path("missing").toString())
                .isEqualTo("[]");
        assertThat(ubl(id))
                .contains("<cbc:ID>O</cbc:ID>", ">GB980780684</cbc:CompanyID>")
                .doesNotContain("PartyTaxScheme");
    }

    private byte[] pdf(String id) {
        return file(id, "pdf", "application/pdf").bytes();
    }

    private String ubl(String id) {
        return new String(file(id, "ubl", "application/xml").bytes(), StandardCharsets.UTF_8);
    }

    private Api.Answer file(String id, String form, String type) {
        var answer = till.api.get("/invoices/" + id + "/" + form).expect(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        return answer;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        }
    }
}

package eventkit.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Money;
import eventkit.core.Refusal.FieldError;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.einvoice.InvoiceDocument.ElectronicAddress;
import eventkit.einvoice.InvoiceDocument.Kind;
import eventkit.einvoice.InvoiceDocument.Line;
import eventkit.einvoice.InvoiceDocument.Party;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The official rules are in einvoice-rules; here it is what they do not say. */
class WritingAnEInvoiceTests {
    private static final VatRate S19 = VatRate.standard("19");
    private static final VatRate REVERSE = VatRate.free(VatCategory.REVERSE_CHARGE);

    @Test
    void givesTheSameBytesAgain() {
        assertThat(EInvoices.cii(hire(S19))).isEqualTo(EInvoices.cii(hire(S19)));
        assertThat(EInvoices.ubl(hire(S19))).isEqualTo(EInvoices.ubl(hire(S19)));
    }

    @Test
    void saysWhatIsMissingBeforeAnybodyElseDoes() {
        assertThatThrownBy(() -> EInvoices.cii(hire(REVERSE))).isInstanceOfSatisfying(EInvoiceIncomplete.class, e -> {
            assertThat(e.code()).isEqualTo("e-invoice-incomplete");
            assertThat(e.errors()).extracting(FieldError::field).containsExactly("buyer.vatNumber");
        });
    }

    @Test
    void namesEachThingThatIsMissingAtOnce() {
        var nobody = new Party("", PostalAddress.of(List.of(), ""), null, null, null, null, null);
        var empty = document("", "KWD", null, nobody, nobody, List.of());
        assertThat(EInvoices.missing(empty))
                .extracting(FieldError::field)
                .containsExactly(
                        "number",
                        "lines",
                        "currency",
                        "seller.name",
                        "seller.address.country",
                        "buyer.name",
                        "buyer.address.country",
                        "seller.vatNumber");
    }

    @Test
    void doesNotPutWhatIsNotSubjectToVatBesideAnythingElse() {
        var both = document(
                "R-1",
                "EUR",
                LocalDate.of(2027, 1, 1),
                seller(),
                buyer(),
                List.of(line("1", S19), line("2", VatRate.free(VatCategory.OUTSIDE_SCOPE))));
        assertThat(EInvoices.missing(both)).extracting(FieldError::code).contains("not-together");
    }

    @Test
    void turnsTheDifferenceOfASettledLineIntoAnAllowanceOrACharge() {
        var less = Line.settled(
                "1",
                null,
                "Console",
                null,
                new BigDecimal("3"),
                "C62",
                new BigDecimal("33.333"),
                S19,
                Money.of(9_000, "EUR"),
                "Discount");
        assertThat(less.adjustments())
                .containsExactly(new InvoiceDocument.LineAdjustment(false, Money.of(1_000, "EUR"), "Discount"));
        var more = Line.settled(
                "1",
                null,
                "Console",
                null,
                BigDecimal.ONE,
                "C62",
                new BigDecimal("-10"),
                S19,
                Money.of(-900, "EUR"),
                "Less");
        assertThat(more.price()).isEqualByComparingTo("10");
        assertThat(more.quantity()).isEqualByComparingTo("-1");
        assertThat(more.adjustments())
                .containsExactly(new InvoiceDocument.LineAdjustment(true, Money.of(100, "EUR"), "Less"));
    }

    @Test
    void findsTownAndPostCodeInTheLastLineOfAnAddress() {
        assertThat(town("20457 Hamburg", "DE")).isEqualTo("20457/Hamburg");
        assertThat(town("D-20457 Hamburg", "DE")).isEqualTo("20457/Hamburg");
        assertThat(town("1011 AB Amsterdam", "NL")).isEqualTo("1011 AB/Amsterdam");
        assertThat(town("114 55 Stockholm", "SE")).isEqualTo("114 55/Stockholm");
        assertThat(town("00-950 Warszawa", "PL")).isEqualTo("00-950/Warszawa");
        assertThat(town("Bristol BS1 6XN", "GB")).isEqualTo("BS1 6XN/Bristol");
        assertThat(town("Springfield, IL 62704", "US")).isEqualTo("IL 62704/Springfield");
        assertThat(town("Dubai", "AE")).isEqualTo("null/Dubai");
    }

    @Test
    void goesByPeppolWhereBothCanBeReachedThere() {
        assertThat(EInvoices.reachableByPeppol(hire(S19))).isFalse();
        assertThat(ubl(hire(S19))).contains(">urn:cen.eu:en16931:2017<").doesNotContain("ProfileID");
        var known = new Party(
                "Klang BV",
                PostalAddress.of(List.of("Havenstraat 3", "1011 AB Amsterdam"), "NL"),
                "NL001234567B01",
                null,
                null,
                ElectronicAddress.mail("a@b.example"),
                null);
        var peppol = document("R-1", "EUR", LocalDate.of(2027, 1, 1), seller(), known, List.of(line("1", REVERSE)));
        assertThat(ubl(peppol)).contains("poacc:billing:3.0", "schemeID=\"9944\">NL001234567B01");
    }

    private static String ubl(InvoiceDocument document) {
        return new String(EInvoices.ubl(document), StandardCharsets.UTF_8);
    }

    private static String town(String line, String country) {
        var address = PostalAddress.of(List.of("Street 1", line), country);
        return address.postCode() + "/" + address.city();
    }

    private static InvoiceDocument hire(VatRate rate) {
        return document("R-1", "EUR", LocalDate.of(2027, 1, 1), seller(), buyer(), List.of(line("1", rate)));
    }

    private static Line line(String id, VatRate rate) {
        return Line.settled(
                id,
                null,
                "Console",
                null,
                BigDecimal.ONE,
                "C62",
                BigDecimal.TEN,
                rate,
                Money.of(1_000, "EUR"),
                "Discount");
    }

    private static Party seller() {
        return new Party(
                "Aurora GmbH",
                PostalAddress.of(List.of("Hafenstraße 12", "20457 Hamburg"), "DE"),
                "DE123456788",
                null,
                null,
                null,
                null);
    }

    private static Party buyer() {
        return new Party(
                "Klang e. V.",
                PostalAddress.of(List.of("Parkallee 5", "28209 Bremen"), "DE"),
                null,
                null,
                null,
                null,
                null);
    }

    private static InvoiceDocument document(
            String number, String currency, @Nullable LocalDate due, Party seller, Party buyer, List<Line> lines) {
        return new InvoiceDocument(
                Kind.INVOICE,
                number,
                LocalDate.of(2026, 12, 1),
                due,
                Currency.getInstance(currency),
                null,
                null,
                null,
                null,
                seller,
                buyer,
                null,
                List.of(),
                null,
                null,
                List.of(),
                lines,
                List.of(),
                Money.zero(Currency.getInstance(currency)),
                Map.of());
    }
}

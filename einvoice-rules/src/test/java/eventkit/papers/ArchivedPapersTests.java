package eventkit.papers;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.einvoice.EInvoices;
import eventkit.einvoice.InvoiceCases;
import eventkit.einvoice.OfficialRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Papers as a client's archive takes them: PDF/A-3 by veraPDF. */
class ArchivedPapersTests {
    private static final Look LOOK = new Look(
            PaperDesign.standard(),
            new Letterhead("Aurora GmbH", List.of("Hafenstraße 12", "20457 Hamburg"), "+49 40 1234", null, null),
            null);

    static Stream<PaperKind> kinds() {
        return Arrays.stream(PaperKind.values());
    }

    /** Every eighth: the data is checked case by case elsewhere, here it is how it lies in the paper. */
    static Stream<InvoiceCases.Case> invoices() {
        var all = InvoiceCases.all().toList();
        return IntStream.range(0, all.size()).filter(i -> i % 8 == 0).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepTheRulesOfPdfA(PaperKind kind) {
        var pdf = PaperPage.pdf(Samples.of(kind, "de", "EUR", "Aurora GmbH"), LOOK, List.of());
        assertThat(OfficialRules.ofPdfA(pdf)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void carryTheInvoiceAsData(InvoiceCases.Case each) {
        var pdf = PaperPage.pdf(
                Samples.of(PaperKind.INVOICE, "de", "EUR", "Aurora GmbH"),
                LOOK,
                List.of(EInvoices.facturX(each.document())));
        assertThat(OfficialRules.ofFacturX(pdf)).isEmpty();
    }
}

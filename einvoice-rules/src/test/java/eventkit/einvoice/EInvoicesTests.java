package eventkit.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case in both syntaxes, without an error by the official rules. */
class EInvoicesTests {
    static Stream<InvoiceCases.Case> cases() {
        return InvoiceCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void keepTheRulesOfEn16931AsCii(InvoiceCases.Case each) {
        var xml = EInvoices.cii(each.document());
        assertThat(OfficialRules.ofEn16931Cii(xml)).isEmpty();
        assertThat(OfficialRules.ofFacturXXml(xml)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void keepTheRulesOfPeppolAsUbl(InvoiceCases.Case each) {
        var document = each.document();
        var xml = EInvoices.ubl(document);
        assertThat(OfficialRules.ofEn16931Ubl(xml, document.credits())).isEmpty();
        if (EInvoices.reachableByPeppol(document))
            assertThat(OfficialRules.ofPeppol(xml, document.credits())).isEmpty();
    }
}

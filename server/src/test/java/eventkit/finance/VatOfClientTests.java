package eventkit.finance;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is elsewhere is charged by the rule of {@link eventkit.core.VatPlace}, in quotes and invoices alike, unless a person says otherwise. */
@ServerTest
class VatOfClientTests {
    private final Till till;

    VatOfClientTests(Till till) {
        this.till = till;
    }

    private String french() {
        return till.client(Map.of(
                "country",
                "FR",
                "vatNumber",
                "FR40303265045",
                "addressLines",
                List.of("12 rue de la Halle", "59000 Lille")));
    }

    private String british() {
        return till.client(Map.of(
                "country", "GB", "vatNumber", "GB980780684", "addressLines", List.of("1 High Street", "London")));
    }

    private JsonNode quote(Map<String, ?> body) {
        return till.api.post("/quotes", body).expect(201).json();
    }

    private JsonNode change(JsonNode quote, Map<String, ?> changes) {
        return till.api
                .patch("/quotes/" + quote.path("id").asString(), changes, "*")
                .expect(200)
                .json();
    }

    private static String category(JsonNode quote) {
        return quote.path("current").path("vat").path("category").asString();
    }

    @Test
    void aQuoteFollowsItsClient() {
        var abroad = quote(Map.of("name", "Tour", "clientId", french()));
        assertThat(category(abroad)).isEqualTo("REVERSE_CHARGE");
        assertThat(abroad.path("vatOfClient").path("category").asString()).isEqualTo("REVERSE_CHARGE");
        assertThat(category(quote(Map.of("name", "Tour", "clientId", british()))))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(category(quote(Map.of("name", "Tour", "clientId", till.client(Map.of("country", "FR"))))))
                .isEqualTo("STANDARD");

        var home = change(abroad, Map.of("clientId", till.client()));
        assertThat(category(home)).isEqualTo("STANDARD");
        assertThat(home.path("current").path("vat").path("percent").asInt()).isEqualTo(19);
        assertThat(category(change(home, Map.of("clientId", british())))).isEqualTo("OUTSIDE_SCOPE");
    }

    @Test
    void whatAPersonChoseStays() {
        var chosen = change(
                quote(Map.of("name", "Fair stand", "clientId", french())),
                Map.of("vat", Map.of("category", "STANDARD", "percent", 7)));
        assertThat(category(chosen)).isEqualTo("STANDARD");
        assertThat(chosen.path("vatOfClient").path("category").asString()).isEqualTo("REVERSE_CHARGE");
        assertThat(category(change(chosen, Map.of("clientId", till.client())))).isEqualTo("STANDARD");
        var again = till.get("/quotes/" + chosen.path("id").asString());
        assertThat(again.path("current").path("vat").path("percent").asInt()).isEqualTo(7);
    }

    @Test
    void aCopyForSomebodyElseIsTaxedAnew() {
        var abroad = quote(Map.of("name", "Tour", "clientId", french()));
        var id = abroad.path("id").asString();
        assertThat(category(quote(Map.of("copyOf", id)))).isEqualTo("REVERSE_CHARGE");
        assertThat(category(quote(Map.of("copyOf", id, "clientId", till.client()))))
                .isEqualTo("STANDARD");
        assertThat(category(quote(Map.of("copyOf", id, "clientId", british())))).isEqualTo("OUTSIDE_SCOPE");
        var template = quote(Map.of("template", true, "name", "Small PA"));
        assertThat(category(template)).isEqualTo("STANDARD");
        var of = Map.of("copyOf", template.path("id").asString(), "clientId", french());
        assertThat(category(quote(of))).isEqualTo("REVERSE_CHARGE");
    }

    @Test
    void anInvoiceSaysWhyThereIsNone() {
        var client = french();
        assertThat(till.get("/clients/" + client + "/vat-rate")
                        .path("exemptionReason")
                        .asString())
                .isEqualTo("Reverse charge");
        var issued = till.issued(till.invoice(client, "FINAL", List.of(Till.line("Sound", 1, 100))));
        assertThat(Till.minor(issued.path("gross"))).isEqualTo(10_000);
        var document = till.get("/invoices/" + issued.path("id").asString() + "/document");
        var vat = document.path("vat").get(0);
        assertThat(vat.path("category").asString()).isEqualTo("REVERSE_CHARGE");
        assertThat(vat.path("exemptionReason").asString()).isEqualTo("Reverse charge");
        assertThat(document.path("buyer").path("vatNumber").asString()).isEqualTo("FR40303265045");
    }

    @Test
    void billsGoToTheAddressForThem() {
        var client = french();
        till.api
                .patch(
                        "/clients/" + client,
                        Map.of(
                                "addresses",
                                List.of(Map.of(
                                        "kind",
                                        "BILLING",
                                        "lines",
                                        List.of("Ufer 1", "20095 Hamburg"),
                                        "country",
                                        "DE"))),
                        "*")
                .expect(200);
        var rate = till.get("/clients/" + client + "/vat-rate");
        assertThat(rate.path("category").asString()).isEqualTo("STANDARD");
        assertThat(rate.path("percent").asInt()).isEqualTo(19);
        assertThat(category(quote(Map.of("name", "Tour", "clientId", client)))).isEqualTo("STANDARD");
    }
}

package eventkit.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A quote from the rows to the paper. */
@ServerTest
class QuotePapersTests {
    private final Api api;

    QuotePapersTests(Company company) {
        api = company.owner();
    }

    @Test
    void saysWhatIsOfferedAndStaysAsItWasSent() throws IOException {
        var client = api.post(
                        "/clients",
                        Map.of(
                                "name",
                                "Riverside <b>Arts</b>",
                                "code",
                                "RIV-PAPER",
                                "addressLines",
                                List.of("14 Quay Street", "Bristol BS1 6XN")))
                .expect(201)
                .id();
        var made = api.post("/quotes", Map.of("name", "Summer Stage", "clientId", client))
                .expect(201)
                .json();
        var quote = api.patch(
                        "/quotes/" + made.path("id").asString(),
                        Map.of(
                                "chargedDays",
                                3,
                                "language",
                                "en",
                                "intro",
                                "As discussed by phone:",
                                "discountPercent",
                                10,
                                "groups",
                                List.of(
                                        Map.of(
                                                "name",
                                                "Sound",
                                                "lines",
                                                List.of(
                                                        line("Sound system", 250, 2, false),
                                                        line("Spare amplifier", 80, 1, true))),
                                        Map.of("name", "Crew", "lines", List.of(line("Engineer", 420, 1, false))))),
                        "\"" + made.path("version").asLong() + "\"")
                .expect(200)
                .json();
        var draft = text(pdf(quote));
        assertThat(draft)
                .contains(
                        "Quote " + quote.path("number").asString(),
                        "Summer Stage",
                        "Riverside <b>Arts</b>",
                        "14 Quay Street",
                        "RIV-PAPER",
                        "As discussed by phone:",
                        "Sound system",
                        "(optional, not in the total)",
                        "Total of Sound 500.00",
                        "Sum of the lines €920.00",
                        "Discount -€92.00",
                        "Net amount €828.00")
                .contains("DRAFT");
        var path = "/quotes/" + quote.path("id").asString();
        var inAdvance = Map.of("language", "de", "depositPercent", new BigDecimal("37.5"));
        assertThat(text(pdf(api.patch(path, inAdvance, "*").expect(200).json())))
                .as("in figures of its language")
                .containsPattern("Anzahlung bei Auftrag: 37,5 %, \\d{3},\\d{2} €");
        api.patch(path, Map.of("language", "en"), "*").expect(200);
        api.send("POST", "/quotes/" + quote.path("id").asString() + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        var sent = pdf(quote);
        assertThat(text(sent)).doesNotContain("DRAFT");
        api.patch("/company", Map.of("phone", "+49 30 987654"), "*").expect(200);
        assertThat(pdf(quote)).isEqualTo(sent);
    }

    private byte[] pdf(JsonNode quote) {
        var answer = api.get(
                        "/quotes/versions/" + quote.path("current").path("id").asString() + "/pdf")
                .expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        return answer.bytes();
    }

    private static Map<String, Object> line(String name, int price, int quantity, boolean optional) {
        return Map.of(
                "kind",
                "TEXT",
                "name",
                name,
                "quantity",
                quantity,
                "listPrice",
                price,
                "unit",
                "JOB",
                "optional",
                optional);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            // In the order in which it is written: the mark of a draft lies across the lines.
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}

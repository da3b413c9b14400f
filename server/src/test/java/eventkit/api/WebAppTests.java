package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class WebAppTests {
    private final Company company;

    WebAppTests(Company company) {
        this.company = company;
    }

    @Test
    void servesTheAppAtEveryPageAndNothingAtMissingFiles() {
        for (var page : List.of("/", "/sign-in", "/assets/0190-some-id", "/asset/0190")) {
            var answer = company.nobody().raw("GET", "page:" + page, null, Map.of());
            assertThat(answer.expect(200).text()).as(page).contains("<div id=\"root\">");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        company.nobody().raw("GET", "page:/bundle/missing.js", null, Map.of()).expect(404);
        company.nobody().raw("GET", "page:/missing.png", null, Map.of()).expect(404);
        company.nobody()
                .raw("GET", "page:/..%2f..%2fetc/passwd", null, Map.of())
                .expect(400);
    }

    @Test
    void explainsEveryProblemAtItsAddress() {
        var problem = company.nobody().get("/me");
        var page = company.nobody()
                .raw("GET", "page:" + problem.json().path("type").asString(), null, Map.of());
        assertThat(page.expect(200).text()).contains("sign-in-required");
    }

    @Test
    void saysThatItIsWellAndWhatItMeasured() {
        assertThat(company.nobody()
                        .raw("GET", "/actuator/health", null, Map.of())
                        .expect(200)
                        .text())
                .contains("UP");
        company.owner().get("/me").expect(200);
        assertThat(company.owner()
                        .raw("GET", "/actuator/prometheus", null, Map.of())
                        .expect(200)
                        .text())
                .contains("eventkit_http_seconds");
    }

    @Test
    void answersAnUnknownApiAddressWithAProblem() {
        assertThat(company.owner().get("/nothing-here").refusal(404)).isEqualTo("not-found");
    }

    @Test
    void answersAnewThoughTheVersionIsStillTheSame() {
        var first = company.owner().get("/company").expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        var again = company.owner().send("GET", "/company", null, Map.of("If-None-Match", first.etag()));
        assertThat(again.expect(200).etag()).isEqualTo(first.etag());
    }
}

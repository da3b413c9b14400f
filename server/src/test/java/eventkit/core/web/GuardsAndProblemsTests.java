package eventkit.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What can not be provoked from outside: where a request comes from, and what a database says when it is in trouble. */
class GuardsAndProblemsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ProblemAdvice advice = new ProblemAdvice();

    private MockHttpServletResponse metrics(String from, Map<String, String> headers) throws Exception {
        var guard = new MetricsGuard("of-the-scraper", new Refuses(advice, JSON));
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(from);
        headers.forEach(request::addHeader);
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void showsMetricsToThisMachineAndToTheToken() throws Exception {
        assertThat(metrics("127.0.0.1", Map.of()).getStatus()).isEqualTo(200);
        assertThat(metrics("192.168.1.7", Map.of("Authorization", "Bearer of-the-scraper"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void showsMetricsToNobodyElse() throws Exception {
        assertRefused(metrics("192.168.1.7", Map.of()));
        assertRefused(metrics("192.168.1.7", Map.of("Authorization", "Bearer wrong")));
        assertRefused(metrics("127.0.0.1", Map.of("X-Forwarded-Proto", "https")));
        assertRefused(metrics("127.0.0.1", Map.of("X-Forwarded-For", "127.0.0.1")));
    }

    private static void assertRefused(MockHttpServletResponse response) throws IOException {
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(JSON.readTree(response.getContentAsByteArray()).path("code").asString())
                .isEqualTo("metrics-closed");
    }

    @ParameterizedTest
    @CsvSource({
        "53100, database-full, 503",
        "53300, database-full, 503",
        "40P01, busy, 503",
        "55P03, busy, 503",
        "22021, invalid, 400",
        "22008, invalid, 400",
        "XX000, internal, 500"
    })
    void saysWhatADatabaseInTroubleMeans(String state, String code, int status) {
        var error = new org.jooq.exception.DataAccessException(
                "", new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Msecret inside\0")));
        var problem = advice.problem(error, new MockHttpServletRequest("GET", "/api/v1/assets"));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).doesNotContain("secret inside");
    }
}

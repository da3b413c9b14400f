package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no browser sends and no client library would: refused in the same form, before any of our rules is asked. */
@ServerTest
class GarbledRequestsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Company company;
    private final int port;

    GarbledRequestsTests(Company company, WebServerApplicationContext server) {
        this.company = company;
        this.port = server.getWebServer().getPort();
    }

    @Test
    void refusesEveryGarbledRequestWithAProblem() throws IOException {
        company.owner();
        for (var line : List.of(
                "GET /api/v1/search?q=%zz",
                "GET /api/v1/search?q=<a>",
                "GET /api/v1/assets?q=%00",
                "GET /api/v1/assets?status=%C3%28",
                "GET /api/v1/assets/%C3%28",
                "GET /api/v1/assets/..%2f..%2fetc",
                "GET /api/v1/assets/%00",
                "GET /api/v1/assets;jsessionid=1",
                "GET /api/v1//assets",
                "GET /api/v1/../../etc/passwd",
                "GET /api/v1/assets/\u0001",
                "GET \\..\\x",
                "FOO /api/v1/assets",
                "TRACE /api/v1/assets",
                "CONNECT /api/v1/assets",
                "POST /api/v1/assets?q=%zz",
                "DELETE /actuator/health")) {
            var answer = send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            assertProblem(line, answer);
        }
    }

    @Test
    void refusesGarbledHeadersWithAProblem() throws IOException {
        for (var headers : List.of(
                "Host: localhost\r\nX: " + "x".repeat(20_000),
                "Host: localhost\r\nContent-Type: */*\r\nContent-Length: 2",
                "Host: localhost\r\nContent-Type: a/b/c/;;\r\nContent-Length: 2",
                "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2",
                "Host: localhost\r\nContent-Length: -1",
                "Host: localhost\r\nContent-Length: nonsense",
                "Host: localhost\r\nTransfer-Encoding: nonsense",
                "Host: a b c")) {
            assertProblem(
                    headers.substring(0, Math.min(60, headers.length())),
                    send("POST /api/v1/session HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n{}"));
        }
    }

    @Test
    void takesNoContentTypeThatAPlainFormOfAnotherPageCouldSend() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded"))
            assertThat(company.owner()
                            .raw(
                                    "POST",
                                    "/roles",
                                    "{\"name\":\"x\",\"permissions\":[]}".getBytes(StandardCharsets.UTF_8),
                                    Map.of("Content-Type", type))
                            .refusal(415))
                    .isEqualTo("unsupported-media-type");
    }

    @Test
    void saysWhatAnAddressTakesAndGives() {
        assertThat(company.owner().put("/me", Map.of(), "*").refusal(405)).isEqualTo("method-not-allowed");
        assertThat(company.owner()
                        .send("GET", "/me", null, Map.of("Accept", "image/png"))
                        .refusal(406))
                .isEqualTo("not-acceptable");
    }

    @Test
    void aFilterLeftBlankFiltersNothing() {
        var all = company.owner().get("/transfers").expect(200).json().path("total");
        assertThat(company.owner()
                        .get("/transfers?state=&from=&q=&asset=&cursor=")
                        .expect(200)
                        .json()
                        .path("total"))
                .isEqualTo(all);
    }

    private static void assertProblem(String request, String answer) {
        assertThat(answer).as(request).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).as(request).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).as(request).containsIgnoringCase("x-content-type-options: nosniff");
        JsonNode problem = JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        var code = problem.path("code").asString();
        assertThat(Path.of("..", "docs", "problems", code + ".md")).as(request).exists();
        assertThat(answer)
                .as(request)
                .startsWith("HTTP/1.1 " + problem.path("status").asInt());
        assertThat(problem.path("traceId").asString("")).as(request).isNotBlank();
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

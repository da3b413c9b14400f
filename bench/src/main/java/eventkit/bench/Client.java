package eventkit.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in browser, as far as the server can tell. */
final class Client {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String EMAIL = "owner@bench.example";
    static final String PASSWORD = "copper lantern 42 orchard";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private volatile String cookie = "";

    Client(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Creates the company and its owner on an empty instance. */
    Client setUp() throws IOException, InterruptedException {
        post(
                "/api/v1/setup",
                Map.of(
                        "companyName",
                        "Benchmark",
                        "ownerName",
                        "Owner",
                        "email",
                        EMAIL,
                        "password",
                        PASSWORD,
                        "locale",
                        "en",
                        "timeZone",
                        "UTC",
                        "currency",
                        "EUR"));
        return this;
    }

    Client signIn(String email, String password) throws IOException, InterruptedException {
        post("/api/v1/session", Map.of("email", email, "password", password));
        return this;
    }

    /** The session's, as a header carries it. */
    String cookie() {
        return cookie;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, null, null).body());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var answer = send("POST", path, JSON.writeValueAsBytes(body), "application/json");
        return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    HttpResponse<byte[]> send(String method, String path, byte @Nullable [] body, @Nullable String type)
            throws IOException, InterruptedException {
        return send(method, path, body, type, Map.of());
    }

    HttpResponse<byte[]> send(
            String method, String path, byte @Nullable [] body, @Nullable String type, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) request.header("Content-Type", type);
        if (!method.equals("GET"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        headers.forEach(request::header);
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().firstValue("Set-Cookie").ifPresent(c -> cookie = c.substring(0, c.indexOf(';')));
        if (answer.statusCode() >= 400) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return answer;
    }
}

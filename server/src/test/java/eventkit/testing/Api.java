package eventkit.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the API over HTTP as a browser does: keeps cookies, sends an idempotency key with every write. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final int port;

    public Api(int port) {
        this.port = port;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer patch(String path, Object body, String etag) {
        return send("PATCH", path, body, Map.of("If-Match", etag));
    }

    public Answer put(String path, Object body, String etag) {
        return send("PUT", path, body, Map.of("If-Match", etag));
    }

    public Answer delete(String path, String etag) {
        return send("DELETE", path, null, Map.of("If-Match", etag));
    }

    /** A file as a form; the part is called {@code file}. */
    public Answer upload(String path, String fileName, String type, byte[] content, Map<String, String> fields) {
        return upload("POST", path, fileName, type, content, fields, Map.of());
    }

    public Answer upload(
            String method,
            String path,
            String fileName,
            String type,
            byte[] content,
            Map<String, String> fields,
            Map<String, String> headers) {
        var boundary = "----eventkit" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, fileName, type));
        var headBytes = head.toString().getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var all = new byte[headBytes.length + content.length + tail.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(content, 0, all, headBytes.length, content.length);
        System.arraycopy(tail, 0, all, headBytes.length + content.length, tail.length);
        var sent = new LinkedHashMap<String, String>(headers);
        sent.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        sent.put("Idempotency-Key", UUID.randomUUID().toString());
        return raw(method, path, all, sent);
    }

    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        if (!method.equals("GET")) all.put("Idempotency-Key", UUID.randomUUID().toString());
        if (body != null) all.put("Content-Type", "application/json");
        all.putAll(headers);
        byte[] bytes = body == null
                ? null
                : body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        return raw(method, path, bytes, all);
    }

    public Answer raw(String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        var address = path.startsWith("page:")
                ? path.substring(5)
                : path.startsWith("/api") || path.startsWith("/actuator") ? path : "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return new Answer(method + " " + address, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(String request, HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String etag() {
            return java.util.Objects.requireNonNull(header("ETag"), request + " gave no ETag");
        }

        public String id() {
            return json().path("id").asString();
        }

        /** Fails with what came instead. */
        public Answer expect(int status) {
            if (status() != status)
                throw new AssertionError(request + " answered " + status() + ", not " + status + ":\n" + text());
            return this;
        }

        /** The problem's code, after checking that it is a well-formed problem of this status. */
        public String refusal(int status) {
            expect(status);
            if (!String.valueOf(header("Content-Type")).startsWith("application/problem+json")) {
                throw new AssertionError(request + " refused without a problem document:\n" + text());
            }
            return json().path("code").asString();
        }
    }
}

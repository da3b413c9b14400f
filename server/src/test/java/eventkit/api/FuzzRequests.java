package eventkit.api;

import eventkit.testing.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests out of what the API description says of an operation, and now and then out of what it does not say. */
final class FuzzRequests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "application/merge-patch+json",
            "application/json;;;",
            "nonsense",
            "*/*");
    private static final List<String> VERSIONS =
            List.of("*", "\"1\"", "\"1\"", "\"2\"", "W/\"1\"", "\"999999\"", "x", "\"-1\"", "\"1\", \"2\"", "");
    private static final List<String> ODD_PARTS =
            List.of("%27%3B--", "%00", "..%2F..", "%F0%9F%8E%9B", "%C3%28", "nonsense", "-1", "x".repeat(3_000), "%20");
    private static final List<String> ODD_QUERIES = List.of(
            "limit=0",
            "limit=501",
            "limit=1e3",
            "offset=-1",
            "offset=2147483648",
            "sort=%27;--",
            "sort=-",
            "cursor=%00",
            "cursor=YWJj",
            "q=%00",
            "q=%27%25_%5C",
            "q=" + "a+".repeat(249),
            "q=%F0%9F%8E%9B",
            "limit=5&limit=x");

    record Op(String method, String path, JsonNode description) {
        boolean write() {
            return !method.equals("GET");
        }

        /** {@code assets} of {@code /api/v1/assets/{id}}. */
        String room() {
            return path.split("/")[3];
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Sent(Op op, String path, byte @Nullable [] body, Map<String, String> headers, Api.@Nullable Answer answer) {
        @Override
        public String toString() {
            var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return op.method() + " " + path + " " + headers + "\n"
                    + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
        }
    }

    private final Random random;
    private final FuzzValues values;

    FuzzRequests(Random random, FuzzValues values) {
        this.random = random;
        this.values = values;
    }

    static Sent plain(Op op) {
        return new Sent(
                op, op.path().replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString()), null, Map.of(), null);
    }

    Sent request(Op op) {
        values.home(op.room());
        var path = new StringBuilder();
        for (var part : op.path().substring(1).split("/")) {
            path.append('/');
            if (!part.startsWith("{")) path.append(part);
            else if (part.startsWith("{list}"))
                path.append(values.one(List.of("assets", "products", "stock", "users", "nonsense")))
                        .append(part.substring(6));
            else path.append(values.chance(0.95) ? values.id(op.room()) : values.one(ODD_PARTS));
        }
        var query = query(op);
        if (!query.isEmpty()) path.append('?').append(query);
        var headers = new LinkedHashMap<String, String>();
        byte[] body = null;
        if (op.write()) {
            if (!values.chance(0.1))
                headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            if (values.chance(0.02)) headers.put("Idempotency-Key", "x".repeat(300));
            body = body(op, headers);
        }
        boolean versioned = false;
        for (var parameter : op.description().path("parameters"))
            versioned |= parameter.path("name").asString("").equals("If-Match");
        if (versioned && !values.chance(0.05)) headers.put("If-Match", values.chance(0.6) ? "*" : values.one(VERSIONS));
        if (values.chance(0.02))
            headers.put("Accept", values.one(List.of("text/html", "image/png", "nonsense", "*/*")));
        return new Sent(op, path.toString(), body, headers, null);
    }

    private byte @Nullable [] body(Op op, Map<String, String> headers) {
        var content = op.description().path("requestBody").path("content");
        boolean form = content.has("multipart/form-data");
        var schema =
                content.path(form ? "multipart/form-data" : "application/json").path("schema");
        if (schema.isMissingNode() && !values.chance(0.1)) return null;
        if (form && values.chance(0.8)) return form(schema, headers);
        double mischief = values.chance(0.6) ? 0.005 : values.one(List.of(0.03, 0.1, 0.3));
        var text = write(schema.isMissingNode() ? values.anything() : values.value(schema, "", mischief, 0));
        if (values.chance(0.02)) text = text.substring(0, random.nextInt(text.length() + 1));
        headers.put("Content-Type", values.chance(0.04) ? values.one(TYPES) : "application/json");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] form(JsonNode schema, Map<String, String> headers) {
        var form = new StringBuilder();
        for (var property : schema.path("properties").properties()) {
            boolean file = property.getKey().equals("file");
            form.append("--fuzz\r\nContent-Disposition: form-data; name=\"")
                    .append(property.getKey())
                    .append(file ? "\"; filename=\"" + values.word().replaceAll("[\"\r\n\u0000]", "") + ".csv\"" : "\"")
                    .append("\r\n\r\n")
                    .append(
                            file
                                    ? values.word() + ";name\n" + values.word() + ",x\n"
                                    : values.value(property.getValue(), property.getKey(), 0.05, 0))
                    .append("\r\n");
        }
        headers.put("Content-Type", "multipart/form-data; boundary=fuzz");
        if (!values.chance(0.1)) form.append("--fuzz--\r\n");
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String query(Op op) {
        var parts = new ArrayList<String>();
        for (var parameter : op.description().path("parameters")) {
            if (!parameter.path("in").asString("").equals("query")) continue;
            boolean needed = parameter.path("required").asBoolean(false);
            if (!values.chance(needed ? 0.95 : 0.25)) continue;
            var value = values.value(
                    parameter.path("schema"), parameter.path("name").asString(), 0.05, 3);
            for (var each : value instanceof List<?> many ? many : java.util.Collections.singletonList(value)) {
                var text = each instanceof FuzzValues.Raw raw ? raw.json() : String.valueOf(each);
                if (text.length() > 2_000) text = text.substring(0, 2_000);
                parts.add(parameter.path("name").asString() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        }
        if (!op.write() && values.chance(0.15)) parts.add(values.one(ODD_QUERIES));
        return String.join("&", parts.subList(0, Math.min(parts.size(), 12)));
    }

    private static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case FuzzValues.Raw raw -> raw.json();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> JSON.writeValueAsString(e.getKey()) + ":" + write(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(FuzzRequests::write).collect(Collectors.joining(",", "[", "]"));
            default -> JSON.writeValueAsString(value);
        };
    }
}

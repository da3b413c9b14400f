package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OpenApiTests {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");
    private final Company company;

    OpenApiTests(Company company) {
        this.company = company;
    }

    /** The description is reviewed like code. Run with {@code EVENTKIT_UPDATE_GOLDEN=1} to write what is true now. */
    @Test
    void theDescriptionIsTheCommittedOne() throws IOException {
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var now = mapper.writeValueAsString(mapper.treeToValue(
                        company.nobody().get("/api/openapi.json").expect(200).json(), Object.class))
                + "\n";
        if ("1".equals(System.getenv("EVENTKIT_UPDATE_GOLDEN"))) Files.writeString(COMMITTED, now);
        assertThat(COMMITTED).exists().hasContent(now);
    }

    @Test
    void everyOperationSaysItsPermissionAndItsProblems() {
        var api = company.nobody().get("/api/openapi.json").expect(200).json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        var ids = new ArrayList<String>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().path("x-permission").asString(""))
                        .as(name)
                        .isNotBlank();
                assertThat(operation.getValue().path("responses").has("400"))
                        .as(name)
                        .isTrue();
                ids.add(operation.getValue().path("operationId").asString());
            }
        }
        assertThat(ids).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void everyProblemCodeOfAnOperationHasItsStatusItsExampleAndItsPage() {
        var api = company.nobody().get("/api/openapi.json").expect(200).json();
        var examples = api.path("components").path("examples");
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().path("x-problem-codes").isArray())
                        .as(name)
                        .isTrue();
                for (var code : operation.getValue().path("x-problem-codes")) {
                    var example = examples.path(code.asString()).path("value");
                    assertThat(example.path("code")).as(name + " " + code).isEqualTo(code);
                    assertThat(operation
                                    .getValue()
                                    .path("responses")
                                    .path(example.path("status").asString(""))
                                    .path("content")
                                    .path("application/problem+json")
                                    .path("examples")
                                    .has(code.asString()))
                            .as(name + " " + code)
                            .isTrue();
                }
            }
        }
        for (var example : examples.properties())
            assertThat(Path.of("..", "docs", "problems", example.getKey() + ".md"))
                    .exists();
    }

    /** What the description gives as an example is understood, whatever the rules then say to it. */
    @Test
    void everyExampleOfABodyIsReadable() {
        var owner = company.owner();
        var api = owner.get("/api/openapi.json").expect(200).json();
        int sent = 0;
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var ref = operation
                        .getValue()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asString("");
                boolean ownWay =
                        path.getKey().endsWith("/session") || path.getKey().startsWith("/api/v1/me");
                if (ref.isEmpty() || ownWay) continue;
                var example = api.path("components")
                        .path("schemas")
                        .path(ref.substring(ref.lastIndexOf('/') + 1))
                        .path("example");
                assertThat(example.isObject()).as(ref).isTrue();
                // the ids of examples are nobody's, so nothing comes of it but what needs no id
                var answer = owner.send(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey()
                                .replaceAll(
                                        "\\{[^}]*\\}",
                                        java.util.UUID.randomUUID().toString()),
                        example.toString(),
                        java.util.Map.of("If-Match", "\"0\""));
                sent++;
                assertThat(answer.status())
                        .as(operation.getKey() + path.getKey())
                        .isLessThan(500);
                assertThat(answer.text())
                        .as("%s %s with %s", operation.getKey(), path.getKey(), example)
                        .doesNotContain("\"unreadable\"", "unknown-field", "unsupported-media-type");
            }
        }
        assertThat(sent).isGreaterThan(60);
    }

    @Test
    void whatMakesSomethingSaysSo() {
        var api = company.nobody().get("/api/openapi.json").expect(200).json();
        for (var path : java.util.List.of("assets", "products", "cases", "roles", "locations")) {
            var responses =
                    api.path("paths").path("/api/v1/" + path).path("post").path("responses");
            assertThat(responses.has("201")).as(path).isTrue();
            assertThat(responses.path("201").path("headers").has("Location"))
                    .as(path)
                    .isTrue();
        }
    }
}

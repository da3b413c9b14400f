package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import(Company.class)
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
}

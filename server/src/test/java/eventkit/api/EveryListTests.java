package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Walks every list of the API: it has its exports, and no cell of them is a formula. */
@ServerTest
class EveryListTests {
    private static final String FORMULA = "=1+cmd|' /C calc'!A0";

    @TempDir
    Path folder;

    private final Company company;
    private final Warehouse warehouse;

    EveryListTests(Company company, Warehouse warehouse) {
        this.company = company;
        this.warehouse = warehouse;
    }

    /** The address with what the list needs to be asked at all. */
    private String asked(String path, String suffix, JsonNode operation) {
        var query = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            if (!parameter.path("required").asBoolean(false)) continue;
            var name = parameter.path("name").asString();
            query.add(name + "="
                    + switch (name) {
                        case "subjectKind" -> "product";
                        case "list" -> "assets";
                        case "subjectId" -> product();
                        case "code" -> "X-1";
                        case "from" -> "2029-01-01T00:00:00Z";
                        case "until", "to" -> "2030-01-01T00:00:00Z";
                        case "kind" -> "PRODUCT";
                        case "by" -> "PRODUCT";
                        default -> UUID.randomUUID();
                    });
        }
        return path + suffix + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private List<Map.Entry<String, JsonNode>> lists() {
        var result = new ArrayList<Map.Entry<String, JsonNode>>();
        var api = company.owner().get("/api/openapi.json").expect(200).json();
        for (var path : api.path("paths").properties()) {
            if (!path.getKey().startsWith("/api/v1/")) continue;
            var get = path.getValue().path("get");
            var answer = get.path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema")
                    .path("$ref")
                    .asString("");
            // A list of plain words has no columns.
            boolean words = answer.endsWith("/PageString");
            if (answer.startsWith("#/components/schemas/Page")
                    && !words
                    && !path.getKey().contains("{")) result.add(Map.entry(path.getKey(), get));
        }
        return result;
    }

    /** A list below another is exported with a dash in its name. */
    private static String exported(String path) {
        var root = "/api/v1/";
        return root + path.substring(root.length()).replace('/', '-');
    }

    private UUID product() {
        return warehouse.product("SERIALISED", FORMULA, 1L);
    }

    private void furnish() {
        warehouse.asset(product(), warehouse.hall());
        company.owner()
                .post(
                        "/roles",
                        Map.of("name", FORMULA.substring(0, 12) + warehouse.hashCode(), "permissions", List.of()))
                .expect(201);
        company.owner().post("/products", Map.of("kind", "BULK", "name", "+" + UUID.randomUUID()));
    }

    @Test
    void everyListHasItsExportsAndNoFormulaInThem() throws IOException {
        company.owner();
        furnish();
        var lists = lists();
        assertThat(lists.stream().map(Map.Entry::getKey).toList())
                .contains(
                        "/api/v1/assets",
                        "/api/v1/products",
                        "/api/v1/cases",
                        "/api/v1/stock",
                        "/api/v1/audit",
                        "/api/v1/inspections/due")
                .hasSizeGreaterThan(15);
        boolean defused = false;
        for (var list : lists) {
            var csv = company.owner().get(asked(exported(list.getKey()), ".csv", list.getValue()));
            assertThat(csv.status()).as(list.getKey() + ".csv " + csv.text()).isEqualTo(200);
            assertThat(csv.header("Content-Disposition")).startsWith("attachment");
            var text = csv.text().substring(1);
            assertThat(text.startsWith("=") || text.contains(",=") || text.contains("\n=") || text.contains(",\"="))
                    .as(list.getKey() + ".csv has a formula:\n" + text)
                    .isFalse();
            defused |= text.contains("'=1+cmd");
            var xlsx = company.owner().get(asked(exported(list.getKey()), ".xlsx", list.getValue()));
            assertThat(xlsx.status()).as(list.getKey() + ".xlsx").isEqualTo(200);
            assertThat(sheet(xlsx.bytes())).as(list.getKey() + ".xlsx").doesNotContain("<f>", "<f ");
        }
        assertThat(defused).isTrue();
    }

    @Test
    void everyListSaysNoToSortsAndCursorsItDoesNotKnow() {
        for (var list : lists()) {
            boolean pages = false;
            for (var parameter : list.getValue().path("parameters"))
                pages |= parameter.path("name").asString("").equals("cursor");
            if (!pages) continue;
            for (var bad : List.of("cursor=AAAA", "limit=0", "limit=501", "offset=-1")) {
                var plain = asked(list.getKey(), "", list.getValue());
                var answer = company.owner().get(plain + (plain.contains("?") ? "&" : "?") + bad);
                assertThat(answer.refusal(400)).as(list.getKey() + " " + bad).isEqualTo("invalid");
            }
        }
    }

    private String sheet(byte[] xlsx) throws IOException {
        var file = Files.write(folder.resolve("list.xlsx"), xlsx);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

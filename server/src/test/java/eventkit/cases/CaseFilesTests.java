package eventkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What hangs on a case besides its contents: files, and what is known against what lies in it. */
@ServerTest
class CaseFilesTests {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;

    CaseFilesTests(Company company, Warehouse warehouse, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
    }

    @Test
    void keepsFilesOfACaseUntilItIsRemoved() {
        var id = create();
        var file = add(api, id).expect(201);
        assertThat(api.get("/files?subjectKind=case&subjectId=" + id)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/cases/" + id + "/history").json().toString()).contains("file-added");
        assertThat(add(company.somebodyWho("FILE_EDIT", "FILE_READ", "ASSET_READ"), id)
                        .refusal(403))
                .isEqualTo("not-permitted");
        api.delete("/cases/" + id, api.get("/cases/" + id).etag()).expect(204);
        assertThat(api.get("/files/" + file.id()).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void saysWhichOfItsContentsShouldNotGoOnAJob() {
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Lamp", null);
        var fit = warehouse.asset(lamp, hall);
        var unfit = warehouse.asset(lamp, hall);
        db.execute(
                "update inventory.asset set quarantined_at = now(), quarantine_reason = 'Cable cut' where id = ?",
                unfit);
        var id = api.post("/cases", Map.of("name", "Lamps", "contentsKind", "PER_JOB", "locationId", hall))
                .expect(201)
                .id();
        var packed = api.post(
                        "/cases/" + id + "/contents",
                        Map.of("items", List.of(Map.of("assetId", fit), Map.of("assetId", unfit))))
                .expect(200);
        for (var answer : List.of(packed, api.get("/cases/" + id + "/contents").expect(200))) {
            for (var asset : answer.json().path("assets")) {
                var reasons = asset.path("unfitReasons");
                if (asset.path("assetId").asString().equals(fit.toString()))
                    assertThat(reasons.size()).isZero();
                else assertThat(reasons.get(0).path("code").asString()).isEqualTo("quarantined");
            }
            assertThat(answer.json().path("assets").size()).isEqualTo(2);
        }
    }

    private String create() {
        return api.post("/cases", Map.of("name", "Lamps", "contentsKind", "PER_JOB", "locationId", warehouse.hall()))
                .expect(201)
                .id();
    }

    private static Api.Answer add(Api api, String id) {
        return api.upload(
                "/files",
                "lock.pdf",
                "application/pdf",
                PDF,
                Map.of("subjectKind", "case", "subjectId", id, "role", "DOCUMENT"));
    }
}

package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Jobs;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

/** More labels than somebody waits for. */
@ServerTest
class LabelRunsTests {
    private static final String A4_3X8 = "0198c000-0000-7000-8000-000000000001";
    private static final String ZPL_57X32 = "0198c000-0000-7000-8000-000000000006";
    private final Company company;
    private final Warehouse warehouse;
    private final Jobs jobs;

    LabelRunsTests(Company company, Warehouse warehouse, Jobs jobs) {
        this.company = company;
        this.warehouse = warehouse;
        this.jobs = jobs;
    }

    private Map<String, Object> order(int items, int copies, String format) {
        var asset = warehouse.asset(warehouse.product("SERIALISED", "Par can", 1_000L), null);
        return Map.of(
                "items",
                Collections.nCopies(items, Map.of("kind", "ASSET", "id", asset)),
                "formatId",
                format,
                "copies",
                copies);
    }

    private String ask(Map<String, Object> order) {
        return company.owner()
                .post("/label-runs", order)
                .expect(202)
                .json()
                .path("jobId")
                .asString();
    }

    @Test
    void printsThousandsInTheBackgroundAndSaysHowFarItIs() throws Exception {
        var order = order(600, 4, A4_3X8);
        assertThat(company.owner().post("/labels", order).refusal(413)).isEqualTo("too-many-labels");
        var job = ask(order);
        assertThat(company.owner().get("/label-runs/" + job + "/file").refusal(409))
                .isEqualTo("labels-not-ready");
        jobs.runQueued();
        var done = company.owner().get("/jobs/" + job).expect(200).json();
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("total").asInt()).isEqualTo(600);
        assertThat(done.path("result").path("labels").asInt()).isEqualTo(2_400);
        var file = company.owner().get("/label-runs/" + job + "/file").expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("labels.pdf");
        try (var pdf = Loader.loadPDF(file.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(100);
        }
        assertThat(company.somebody("ADMIN").get("/jobs/" + job).status()).isIn(200, 404);
        assertThat(company.somebodyWho("LABEL_PRINT")
                        .get("/label-runs/" + job + "/file")
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void printsForALabelPrinterToo() {
        var job = ask(order(10, 1, ZPL_57X32));
        jobs.runQueued();
        var file = company.owner().get("/label-runs/" + job + "/file").expect(200);
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).startsWith("^XA");
    }

    @Test
    void endsWhereSomebodyCancels() {
        var job = ask(order(600, 4, A4_3X8));
        company.owner().post("/jobs/" + job + "/cancellation", null).expect(200);
        jobs.runQueued();
        var refused = company.owner().get("/label-runs/" + job + "/file");
        assertThat(refused.refusal(409)).isEqualTo("labels-not-ready");
        assertThat(refused.json().path("facts").path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void refusesWhatNoRunHolds() {
        assertThat(company.owner().post("/label-runs", order(101, 500, A4_3X8)).refusal(413))
                .isEqualTo("too-many-labels");
        assertThat(company.owner()
                        .post("/label-runs", Map.of("items", List.of(), "formatId", A4_3X8))
                        .refusal(400))
                .isEqualTo("invalid");
        var blind = company.somebodyWho("LABEL_PRINT");
        assertThat(blind.post("/label-runs", order(1, 1, A4_3X8)).refusal(403)).isEqualTo("not-permitted");
        assertThat(company.owner()
                        .get("/label-runs/" + UUID.randomUUID() + "/file")
                        .refusal(404))
                .isEqualTo("not-found");
    }
}

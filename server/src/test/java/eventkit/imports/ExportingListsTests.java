package eventkit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class ExportingListsTests {
    @TempDir
    Path folder;

    private final Company company;

    ExportingListsTests(Company company) {
        this.company = company;
    }

    @Test
    void exportsAListAsFilteredAndSorted() {
        company.somebody("CREW");
        var csv = company.owner()
                .get("/users.csv?q=ana@&columns=name,email,roles")
                .expect(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment; filename=\"users-");
        assertThat(csv.text()).isEqualTo("\uFEFFname,email,roles\r\nAna Ruiz,ana@stagelight.example,Owner\r\n");
        var german = company.owner()
                .get("/users.csv?q=ana@&columns=name&columns=lastSeenAt&header=LABELS&language=de")
                .expect(200);
        assertThat(german.text()).startsWith("\uFEFFName,Zuletzt gesehen\r\n");
        assertThat(company.owner()
                        .get("/deals-forecast.csv?header=LABELS&language=de")
                        .expect(200)
                        .text())
                .startsWith("\uFEFFMonat,Offen,Wert,Wert (Währung),Gewichtet,Gewichtet (Währung),"
                        + "Gewonnen,Gewonnen (Währung)\r\n");
        assertThat(company.owner()
                        .get("/users.csv")
                        .expect(200)
                        .text()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .contains("id,email,name,state");
    }

    @Test
    void exportsASpreadsheet() throws IOException {
        var file = Files.write(
                folder.resolve("users.xlsx"),
                company.owner().get("/users.xlsx").expect(200).bytes());
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
            assertThat(zip.getEntry("xl/workbook.xml")).isNotNull();
        }
    }

    @Test
    void exportsMoreThanOnePage() {
        for (int i = 0; i < 3; i++)
            company.owner()
                    .post(
                            "/roles",
                            Map.of(
                                    "name",
                                    "Exported " + i + " " + System.nanoTime(),
                                    "permissions",
                                    java.util.List.of()))
                    .expect(201);
        var json =
                company.owner().get("/roles").expect(200).json().path("items").size();
        assertThat(company.owner()
                        .get("/roles.csv?columns=name")
                        .expect(200)
                        .text()
                        .lines()
                        .count())
                .isEqualTo(json + 1);
        assertThat(company.owner()
                        .get("/audit.csv?sort=at")
                        .expect(200)
                        .text()
                        .lines()
                        .count())
                .isGreaterThan(3);
    }

    @Test
    void refusesWhatIsNoListOrNotPermitted() {
        assertThat(company.owner().get("/nonsense.csv").refusal(404)).isEqualTo("not-found");
        assertThat(company.owner().get("/me.csv").refusal(404)).isEqualTo("not-found");
        assertThat(company.owner().get("/users.csv?columns=password").refusal(400))
                .isEqualTo("invalid");
        assertThat(company.owner().get("/users.csv?sort=nonsense").refusal(400)).isEqualTo("invalid");
        assertThat(company.owner().get("/users.csv?language=tlh").refusal(400)).isEqualTo("invalid");
        assertThat(company.somebodyWho("USER_READ").get("/users.csv").refusal(403))
                .isEqualTo("not-permitted");
        assertThat(company.somebodyWho("EXPORT").get("/users.csv").refusal(403)).isEqualTo("not-permitted");
        assertThat(company.nobody().get("/users.csv").refusal(401)).isEqualTo("sign-in-required");
    }
}

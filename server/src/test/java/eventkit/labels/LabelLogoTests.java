package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

/** The company's logo on its labels, from the upload to the paper. */
@ServerTest
class LabelLogoTests {
    private final Company company;

    LabelLogoTests(Company company) {
        this.company = company;
    }

    @Test
    void printsTheLogoOfTheCompanyWhereTheFormatSaysSo() throws IOException {
        var owner = company.owner();
        var place = owner.post("/locations", Map.of("kind", "WAREHOUSE", "name", "Hall of logos"))
                .expect(201);
        var with = format(owner, "With logo", "PDF", true);
        var without = format(owner, "Without logo", "PDF", false);
        var zpl = format(owner, "With dots", "ZPL", true);

        assertThat(shown(owner, with)).as("the company has none yet").isFalse();
        assertThat(pictures(print(owner, with, place))).isZero();

        try (var picture = Objects.requireNonNull(LabelLogoTests.class.getResourceAsStream("/demo/logo.png"))) {
            owner.upload(
                            "PUT",
                            "/company/logo",
                            "logo.png",
                            "image/png",
                            picture.readAllBytes(),
                            Map.of(),
                            Map.of("If-Match", owner.get("/company").etag()))
                    .expect(200);
        }
        assertThat(shown(owner, with)).isTrue();
        assertThat(shown(owner, without)).isFalse();
        assertThat(shown(owner, zpl)).isTrue();
        assertThat(pictures(print(owner, with, place))).isEqualTo(1);
        assertThat(pictures(print(owner, without, place))).isZero();
        assertThat(print(owner, zpl, place).text()).contains("^GFA,");

        owner.delete("/company/logo", owner.get("/company").etag()).expect(200);
        assertThat(pictures(print(owner, with, place))).isZero();
    }

    @Test
    void showsNoLogoInTheFormatsItComesWith() {
        assertThat(company.owner().get("/label-formats").json().path("items").toString())
                .contains("\"showLogo\":false")
                .doesNotContain("\"showLogo\":true");
    }

    private static Api.Answer format(Api api, String name, String output, boolean showLogo) {
        var all = new java.util.HashMap<String, Object>(Map.of(
                "name", name, "outlined", false, "output", output, "namedSheet", "ROLL_102X51", "showProduct", true));
        all.putAll(Map.of("showCompany", true, "showDetail", true, "showLogo", showLogo));
        if (output.equals("ZPL")) all.put("dpi", 203);
        return api.post("/label-formats", all).expect(201);
    }

    private static boolean shown(Api api, Api.Answer format) {
        var logo = api.get("/label-formats/" + format.id() + "/preview")
                .expect(200)
                .json()
                .path("logo");
        return logo.path("widthMillimetres").asDouble(0) > 5;
    }

    private static Api.Answer print(Api api, Api.Answer format, Api.Answer place) {
        var item = Map.of("kind", "LOCATION", "id", place.id());
        return api.post("/labels", Map.of("items", List.of(item), "formatId", format.id()))
                .expect(200);
    }

    private static int pictures(Api.Answer pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            int pictures = 0;
            for (var ignored : document.getPage(0).getResources().getXObjectNames()) pictures++;
            return pictures;
        }
    }
}

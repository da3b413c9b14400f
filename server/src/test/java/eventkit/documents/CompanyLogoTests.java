package eventkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@ServerTest
class CompanyLogoTests {
    private final Company company;

    CompanyLogoTests(Company company) {
        this.company = company;
    }

    @Test
    void showsTheLogoToAnybodyAndReplacesIt() throws IOException {
        var owner = company.owner();
        assertThat(company.nobody().get("/company/logo").refusal(404)).isEqualTo("not-found");
        var before = owner.get("/company").expect(200);
        var first = put(owner, before.etag(), "sign.png", picture(600, 200)).expect(200);
        assertThat(first.etag()).isNotEqualTo(before.etag());
        var firstId = first.json().path("logoFileId").asString();
        var seen = company.nobody().get("/company/logo?size=128").expect(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var image = ImageIO.read(new ByteArrayInputStream(seen.bytes()));
        assertThat(image.getWidth()).isEqualTo(128);
        assertThat(image.getHeight()).isBetween(42, 43);
        assertThat(owner.get("/me").json().path("company").path("logoFileId").asString())
                .isEqualTo(firstId);
        assertThat(company.nobody().get("/setup").json().path("logoFileId").asString())
                .isEqualTo(firstId);

        for (var path : new String[] {"", "/content", "/thumbnail", "/history"})
            assertThat(company.nobody().get("/files/" + firstId + path).refusal(401))
                    .isEqualTo("sign-in-required");

        var second = put(owner, first.etag(), "square.png", picture(300, 300)).expect(200);
        var square = ImageIO.read(new ByteArrayInputStream(
                company.nobody().get("/company/logo").expect(200).bytes()));
        assertThat(square.getWidth()).isEqualTo(square.getHeight());
        var history = owner.get("/audit?entity=company").expect(200).json().path("items");
        assertThat(history.get(0).path("changes").toString())
                .contains("logoFileId")
                .contains(firstId);

        assertThat(put(owner, first.etag(), "late.png", picture(9, 9)).refusal(412))
                .isEqualTo("stale");
        var gone = owner.delete("/company/logo", second.etag()).expect(200);
        assertThat(gone.json().path("logoFileId").isNull()).isTrue();
        assertThat(company.nobody().get("/company/logo").refusal(404)).isEqualTo("not-found");
    }

    @Test
    void takesPicturesOnlyAndOnlyFromWhoMay() throws IOException {
        var owner = company.owner();
        var etag = owner.get("/company").etag();
        var page = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        assertThat(put(owner, etag, "sign.svg", page).refusal(415)).isEqualTo("file-type-refused");
        assertThat(put(company.somebody("WAREHOUSE"), etag, "sign.png", picture(20, 20))
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(put(company.nobody(), etag, "sign.png", picture(20, 20)).refusal(401))
                .isEqualTo("sign-in-required");
        assertThat(owner.get("/company").etag()).isEqualTo(etag);
        assertThat(company.nobody().get("/company/logo?size=99999").refusal(400))
                .isEqualTo("invalid");
    }

    private static Api.Answer put(Api api, String etag, String name, byte[] content) {
        return api.upload("PUT", "/company/logo", name, "image/png", content, Map.of(), Map.of("If-Match", etag));
    }

    private static byte[] picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}

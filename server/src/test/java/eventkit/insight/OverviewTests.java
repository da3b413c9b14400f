package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServerTest
class OverviewTests {
    private final Company company;

    OverviewTests(Company company) {
        this.company = company;
    }

    @Test
    void tellsHowThingsStandToWhoeverMayKnow() {
        var owner = company.owner().get("/home").expect(200).json();
        assertThat(owner.path("counts")
                        .valueStream()
                        .map(c -> c.path("kind").asString())
                        .toList())
                .containsExactly("asset", "product", "case", "kit", "location");
        assertThat(owner.path("unfit").isNumber()).isTrue();
        var little =
                company.somebodyWho("PRODUCT_READ").get("/home").expect(200).json();
        assertThat(little.path("counts")
                        .valueStream()
                        .map(c -> c.path("kind").asString())
                        .toList())
                .containsExactly("product", "kit");
        assertThat(little.path("assetsByStatus").isNull()).isTrue();
        assertThat(little.path("attention").isEmpty()).isTrue();
        assertThat(company.nobody().get("/home").refusal(401)).isEqualTo("sign-in-required");
    }

    @Test
    void tellsWhatHappenedToWhoeverMayRead() {
        var role = company.owner()
                .post("/roles", Map.of("name", "Seen " + System.nanoTime(), "permissions", List.of("ASSET_READ")))
                .expect(201);
        var latest = company.owner()
                .get("/activity?kind=role&limit=5")
                .expect(200)
                .json()
                .path("items");
        assertThat(latest.get(0).path("entityId").asString()).isEqualTo(role.id());
        assertThat(latest.get(0).path("action").asString()).isEqualTo("created");
        assertThat(latest.get(0).path("changes").toString()).contains("ASSET_READ");
        var reader = company.somebodyWho("PRODUCT_READ");
        assertThat(reader.get("/activity?kind=role")
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(reader.get("/activity").expect(200).text()).doesNotContain(role.id());
        assertThat(company.owner().get("/activity?cursor=nonsense").refusal(400))
                .isEqualTo("invalid");
        var page = company.owner().get("/activity?limit=1").expect(200).json();
        var next = company.owner()
                .get("/activity?limit=1&cursor=" + page.path("next").asString())
                .expect(200)
                .json();
        assertThat(next.path("items").get(0).path("id").asString())
                .isLessThan(page.path("items").get(0).path("id").asString());
    }

    @Test
    void leavesOutWhatPeopleSetForThemselves() {
        var person = company.somebodyWho("AUDIT_READ");
        var me = person.get("/me").expect(200);
        person.patch("/me", Map.of("theme", "DARK"), me.etag()).expect(200);
        person.post("/boards", Map.of("name", "Mine", "widgets", List.of())).expect(201);
        var mine = "?actor=" + me.json().path("id").asString();
        assertThat(person.get("/activity" + mine)
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(person.get("/audit" + mine).expect(200).text()).contains("theme");
    }
}

package eventkit.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class SavedViewsTests {
    private final Company company;
    private final DSLContext db;

    SavedViewsTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    private static Map<String, Object> view(String name) {
        return Map.of("list", "assets", "name", name, "query", Map.of("status", "LOST"), "shared", false);
    }

    @Test
    void keepsOneViewOfAName() {
        var somebody = company.somebody("WAREHOUSE");
        var first = somebody.post("/views", view("Lost"));
        assertThat(first.status()).isBetween(200, 201);
        assertThat(somebody.post("/views", view("Lost")).refusal(409)).isEqualTo("view-name-taken");
        company.somebody("WAREHOUSE").post("/views", view("Lost")).expect(first.status());
    }

    @Test
    void stopsAtTwoHundred() {
        var somebody = company.somebody("WAREHOUSE");
        var me = java.util.UUID.fromString(somebody.get("/me").expect(200).id());
        db.execute(
                "insert into core.saved_view (id, owner_id, list, name, query)"
                        + " select gen_random_uuid(), ?, 'assets', 'View ' || n, '{}' from generate_series(1, 200) n",
                me);
        assertThat(somebody.post("/views", view("One more")).refusal(429)).isEqualTo("too-many-views");
    }

    @Test
    void isChangedByItsOwnerAloneAndAudited() {
        var somebody = company.somebodyWho("ASSET_READ");
        var id = somebody.post("/views", view("Mine")).json().path("id").asString();
        somebody.patch("/views/" + id, view("Still mine"), "*").expect(200);
        var other = company.somebodyWho("ASSET_READ");
        assertThat(other.patch("/views/" + id, view("Theirs"), "*").refusal(404))
                .isEqualTo("not-found");
        assertThat(other.delete("/views/" + id, "*").refusal(404)).isEqualTo("not-found");
        somebody.delete("/views/" + id, "*").expect(204);
        var trail = company.owner()
                .get("/audit?entity=view&entityId=" + id)
                .expect(200)
                .json();
        assertThat(trail.path("items").valueStream().map(e -> e.path("action").asString()))
                .containsExactly("removed", "changed", "created");
    }
}

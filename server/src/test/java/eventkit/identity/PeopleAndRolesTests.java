package eventkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class PeopleAndRolesTests {
    private final Company company;

    PeopleAndRolesTests(Company company) {
        this.company = company;
    }

    @Test
    void keepsOneActiveOwner() {
        var me = company.owner().get("/me").expect(200);
        var refused = company.owner().patch("/users/" + me.id(), Map.of("state", "SUSPENDED"), "*");
        assertThat(refused.refusal(409)).isEqualTo("last-owner");
    }

    @Test
    void nobodyGivesMoreThanTheyHold() {
        var limited = company.somebodyWho("USER_READ", "USER_EDIT", "ROLE_EDIT");
        var refused = limited.post("/roles", Map.of("name", "Sneaky", "permissions", List.of("COMPANY_EDIT")));
        assertThat(refused.refusal(403)).isEqualTo("role-above-yours");
        limited.post("/roles", Map.of("name", "Modest", "permissions", List.of("USER_READ")))
                .expect(201);
    }

    @Test
    void tellsWhatChangedWhenTheVersionIsStale() {
        var role = company.owner()
                .post("/roles", Map.of("name", "Stagehands", "permissions", List.of("ASSET_READ")))
                .expect(201);
        company.owner()
                .patch("/roles/" + role.id(), Map.of("name", "Stage hands"), role.etag())
                .expect(200);
        var stale = company.owner().patch("/roles/" + role.id(), Map.of("name", "Hands"), role.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.json()
                        .path("facts")
                        .path("changes")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("name");
        assertThat(stale.json().path("facts").path("changes").get(0).path("now").asString())
                .isEqualTo("Stage hands");
        var missing = company.owner().send("PATCH", "/roles/" + role.id(), Map.of("name", "Hands"), Map.of());
        assertThat(missing.refusal(428)).isEqualTo("if-match-required");
    }

    @Test
    void repeatsAnAnswerInsteadOfTheWork() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var body = Map.of("name", "Riggers", "permissions", List.of("ASSET_READ"));
        var first = company.owner().send("POST", "/roles", body, key).expect(201);
        var second = company.owner().send("POST", "/roles", body, key).expect(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        var other = company.owner().send("POST", "/roles", Map.of("name", "Others", "permissions", List.of()), key);
        assertThat(other.refusal(409)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var taken = company.owner()
                .post("/roles", Map.of("name", "Taken", "permissions", List.of()))
                .expect(201);
        var refused = company.owner().send("POST", "/roles", Map.of("name", "TAKEN", "permissions", List.of()), key);
        assertThat(refused.refusal(409)).isEqualTo("role-name-taken");
        company.owner().delete("/roles/" + taken.id(), taken.etag()).expect(204);
        company.owner()
                .send("POST", "/roles", Map.of("name", "TAKEN", "permissions", List.of()), key)
                .expect(201);
    }

    @Test
    void writesTheAuditTrailFieldByField() {
        var role = company.owner()
                .post("/roles", Map.of("name", "Drivers", "permissions", List.of("ASSET_READ")))
                .expect(201);
        company.owner()
                .patch("/roles/" + role.id(), Map.of("name", "Truckers"), role.etag())
                .expect(200);
        var trail = company.owner()
                .get("/audit?entity=role&entityId=" + role.id())
                .expect(200)
                .json()
                .path("items");
        assertThat(trail.size()).isEqualTo(2);
        var change = trail.get(0);
        assertThat(change.path("action").asString()).isEqualTo("changed");
        assertThat(change.path("actorName").asString()).isEqualTo("Ana Ruiz");
        assertThat(change.path("changes").toString())
                .isEqualTo("[{\"now\":\"Truckers\",\"old\":\"Drivers\",\"field\":\"name\"}]");
    }

    @Test
    void changesTheCompanyAndKeepsFormerAddresses() {
        var now = company.owner().get("/company").expect(200);
        var one = company.owner()
                .patch(
                        "/company",
                        Map.of("baseUrl", "https://kit.stagelight.example", "phone", "+49 30 1234"),
                        now.etag());
        var two = company.owner()
                .patch(
                        "/company",
                        Map.of("baseUrl", "https://eventkit.stagelight.example"),
                        one.expect(200).etag());
        assertThat(two.expect(200).json().path("formerBaseUrls").toString()).contains("https://kit.stagelight.example");
        var nothing = new java.util.HashMap<String, Object>();
        nothing.put("baseUrl", null);
        company.owner().patch("/company", nothing, two.etag()).expect(200);
    }

    private String builtIn(String name) {
        for (var role : company.owner().get("/roles").expect(200).json().path("items"))
            if (role.path("builtIn").asString("").equals(name))
                return role.path("id").asString();
        throw new AssertionError(name);
    }

    @Test
    void theOwnerRoleStaysAsItIs() {
        var owner = builtIn("OWNER");
        assertThat(company.owner()
                        .patch("/roles/" + owner, Map.of("permissions", List.of()), "*")
                        .refusal(409))
                .isEqualTo("owner-role-fixed");
        assertThat(company.owner().delete("/roles/" + owner, "*").refusal(409)).isEqualTo("owner-role-fixed");
    }

    @Test
    void aRoleThatSomebodyHoldsStays() {
        var me = company.somebodyWho("ASSET_READ").get("/me").expect(200).json();
        var role = me.path("roles").get(0).path("id").asString();
        assertThat(company.owner().delete("/roles/" + role, "*").refusal(409)).isEqualTo("role-in-use");
    }

    @Test
    void invitesNobodyWhoIsThere() {
        var taken = company.owner()
                .post(
                        "/invitations",
                        Map.of("email", "ANA@stagelight.example", "name", "Ana", "roleIds", List.of(builtIn("CREW"))));
        assertThat(taken.refusal(409)).isEqualTo("email-taken");
    }

    @Test
    void nobodySuspendsWhoMayMoreThanTheyDo() {
        var crew = company.somebody("CREW").get("/me").expect(200).id();
        var admin = company.somebody("ADMIN").get("/me").expect(200).id();
        var limited = company.somebodyWho("USER_READ", "USER_EDIT");
        assertThat(limited.patch("/users/" + admin, Map.of("state", "SUSPENDED"), "*")
                        .refusal(403))
                .isEqualTo("role-above-yours");
        assertThat(limited.post("/users/" + admin + "/password-reset", null).refusal(403))
                .isEqualTo("role-above-yours");
        company.owner()
                .patch("/users/" + crew, Map.of("state", "SUSPENDED"), "*")
                .expect(200);
    }
}

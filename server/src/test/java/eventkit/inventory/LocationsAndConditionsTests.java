package eventkit.inventory;

import static eventkit.inventory.Register.body;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class LocationsAndConditionsTests {
    private final Company company;
    private final Register register;
    private final DSLContext db;

    LocationsAndConditionsTests(Company company, Register register, DSLContext db) {
        this.company = company;
        this.register = register;
        this.db = db;
    }

    private String location(String kind, @org.jspecify.annotations.Nullable String parent, Object... more) {
        return Register.location(company.owner(), kind, parent, more);
    }

    private eventkit.testing.Api.Answer move(
            String id, @org.jspecify.annotations.Nullable String parent, Object... more) {
        var body = body(more);
        body.put("parentId", parent);
        return company.owner().send("POST", "/locations/" + id + "/moves", body, Map.of("If-Match", "*"));
    }

    private eventkit.testing.Api.Answer archive(String id) {
        return company.owner().send("POST", "/locations/" + id + "/archive", null, Map.of("If-Match", "*"));
    }

    @Test
    void standInATreeThatKnowsItsWay() {
        var code = Register.prefix();
        var hall = location("WAREHOUSE", null, "name", "Hall " + code, "address", "Dock 4\nBerlin");
        var zone = location("ZONE", hall, "name", "Lighting");
        var shelf = location("SHELF", zone, "name", "Shelf 3", "code", code + "-03", "walkingOrder", 30);
        var bin = location("BIN", shelf, "name", "Clamps");
        var read = company.owner().get("/locations/" + bin).expect(200).json();
        assertThat(read.path("path").toString())
                .isEqualTo("[\"Hall " + code + "\",\"Lighting\",\"Shelf 3\",\"Clamps\"]");
        assertThat(read.path("warehouseId").asString()).isEqualTo(hall);
        var product = register.product("Clamp");
        Register.many(company.owner(), product, 3, "locationId", shelf);
        Register.many(company.owner(), product, 2, "locationId", bin);
        var counted = company.owner()
                .get("/locations?under=" + hall + "&sort=name")
                .expect(200)
                .json();
        var lines = new ArrayList<String>();
        counted.path("items")
                .forEach(l -> lines.add(
                        l.path("name").asString() + " " + l.path("assetsHere") + "/" + l.path("assetsBeneath")));
        assertThat(lines).containsExactly("Clamps 2/2", "Hall " + code + " 0/5", "Lighting 0/5", "Shelf 3 3/5");
        assertThat(company.owner()
                        .get("/assets?location=" + zone)
                        .expect(200)
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(5);
        assertThat(company.owner()
                        .get("/assets?warehouse=" + hall)
                        .expect(200)
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(5);
        assertThat(company.owner()
                        .get("/assets?location=" + bin)
                        .expect(200)
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(2);
        assertThat(company.owner()
                        .get("/locations/by-code?code=" + code.toLowerCase(java.util.Locale.ROOT) + "-03")
                        .expect(200)
                        .id())
                .isEqualTo(shelf);
        assertThat(company.owner()
                        .get("/locations/by-code?code=https://x.example/location/" + zone)
                        .expect(200)
                        .id())
                .isEqualTo(zone);
        assertThat(company.owner().get("/locations/by-code?code=nowhere").refusal(404))
                .isEqualTo("not-found");
        var tree = company.owner().get("/locations/tree").expect(200).json().path("items");
        var root = java.util.stream.StreamSupport.stream(tree.spliterator(), false)
                .filter(n -> n.path("id").asString().equals(hall))
                .findFirst()
                .orElseThrow();
        assertThat(root.path("assetsBeneath").asLong()).isEqualTo(5);
        assertThat(root.path("children")
                        .get(0)
                        .path("children")
                        .get(0)
                        .path("children")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Clamps");
    }

    @Test
    void moveWithEverythingInThem() {
        var first = location("WAREHOUSE", null);
        var second = location("WAREHOUSE", null);
        var zone = location("ZONE", first);
        var shelf = location("SHELF", zone);
        var bin = location("BIN", shelf);
        var asset = Register.asset(company.owner(), register.product("Lens"), "locationId", bin)
                .id();
        move(zone, second).expect(200);
        var read = company.owner().get("/locations/" + bin).expect(200).json();
        assertThat(read.path("warehouseId").asString()).isEqualTo(second);
        assertThat(read.path("path").size()).isEqualTo(4);
        assertThat(company.owner()
                        .get("/assets?warehouse=" + second)
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(asset);
        assertThat(company.owner()
                        .get("/assets?warehouse=" + first)
                        .expect(200)
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(move(zone, zone).refusal(409)).isEqualTo("location-cycle");
        assertThat(move(zone, shelf).refusal(409)).isEqualTo("location-cycle");
        assertThat(move(zone, null).refusal(409)).isEqualTo("location-nesting");
        assertThat(move(second, first).refusal(409)).isEqualTo("location-nesting");
        assertThat(move(shelf, UUID.randomUUID().toString()).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void takeTheirPlaceAmongSiblings() {
        var hall = location("WAREHOUSE", null);
        var a = location("ZONE", hall, "name", "A");
        var b = location("ZONE", hall, "name", "B");
        var c = location("ZONE", hall, "name", "C");
        move(c, hall, "position", 0).expect(200);
        move(a, hall, "position", 1).expect(200);
        var names = new ArrayList<String>();
        company.owner()
                .get("/locations?parent=" + hall + "&sort=position")
                .expect(200)
                .json()
                .path("items")
                .forEach(l -> names.add(l.path("id").asString()));
        assertThat(names).containsExactly(c, a, b);
        assertThat(move(c, hall, "position", -1).refusal(400)).isEqualTo("invalid");
    }

    @Test
    void twoWhoMoveThemIntoEachOtherAtOnceMakeNoCircle() throws Exception {
        var hall = location("WAREHOUSE", null);
        var a = location("ZONE", hall);
        var b = location("ZONE", hall);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(
                    List.of(() -> move(a, b).status(), () -> move(b, a).status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(db.fetch("select from inventory.location l where l.id = any(l.path[1:cardinality(l.path) - 1])"))
                .isEmpty();
    }

    @Test
    void standWhereTheirKindMay() {
        var hall = location("WAREHOUSE", null);
        var venue = location("VENUE", null);
        for (var wrong : List.of(
                body("kind", "BIN", "name", "x"),
                body("kind", "WAREHOUSE", "name", "x", "parentId", hall),
                body("kind", "VENUE", "name", "x", "parentId", hall),
                body("kind", "SHELF", "name", "x", "parentId", venue))) {
            assertThat(company.owner().post("/locations", wrong).refusal(409))
                    .as(wrong.toString())
                    .isEqualTo("location-nesting");
        }
        var zone = location("ZONE", hall);
        for (int depth = 3; depth <= 20; depth++) zone = location("ZONE", zone);
        assertThat(company.owner()
                        .post("/locations", body("kind", "ZONE", "name", "x", "parentId", zone))
                        .refusal(409))
                .isEqualTo("location-too-deep");
    }

    @Test
    void haveCodesAndNamesOfTheirOwn() {
        var hall = location("WAREHOUSE", null);
        var code = Register.prefix();
        var zone = location("ZONE", hall, "name", "Sound", "code", code);
        assertThat(company.owner()
                        .post(
                                "/locations",
                                body(
                                        "kind",
                                        "ZONE",
                                        "name",
                                        "Other",
                                        "parentId",
                                        hall,
                                        "code",
                                        code.toLowerCase(java.util.Locale.ROOT)))
                        .refusal(409))
                .isEqualTo("location-code-taken");
        assertThat(company.owner()
                        .post("/locations", body("kind", "ZONE", "name", "SOUND", "parentId", hall))
                        .refusal(409))
                .isEqualTo("location-name-taken");
        var read = company.owner().get("/locations/" + zone).expect(200);
        var changed = company.owner()
                .patch("/locations/" + zone, body("name", "Audio", "walkingOrder", 5), read.etag())
                .expect(200);
        assertThat(company.owner()
                        .patch("/locations/" + zone, body("name", "x"), read.etag())
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(changed.json().path("code").asString()).isEqualTo(code);
        assertThat(company.owner()
                        .get("/locations/" + zone + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        for (var bad : List.of(
                body("kind", "ZONE", "parentId", hall),
                body("name", "x"),
                body("kind", "CELLAR", "name", "x"),
                body("kind", "ZONE", "name", "x".repeat(201), "parentId", hall),
                body("kind", "ZONE", "name", "x", "code", "a\tb", "parentId", hall),
                body("kind", "ZONE", "name", "x", "walkingOrder", -1, "parentId", hall))) {
            assertThat(company.owner().post("/locations", bad).refusal(400))
                    .as(bad.toString())
                    .isEqualTo("invalid");
        }
    }

    @Test
    void areArchivedOnlyWhenNothingIsThere() {
        var hall = location("WAREHOUSE", null);
        var zone = location("ZONE", hall);
        var shelf = location("SHELF", zone);
        var asset = Register.asset(company.owner(), register.product("Cable tester"), "locationId", shelf)
                .id();
        var refused = archive(zone);
        assertThat(refused.refusal(409)).isEqualTo("location-in-use");
        assertThat(refused.json().path("facts").path("counts").path("assets").asLong())
                .isEqualTo(1);
        company.owner()
                .post("/assets/" + asset + "/moves", Map.of("locationId", hall))
                .expect(200);
        archive(zone).expect(200);
        assertThat(company.owner()
                        .get("/locations/" + shelf)
                        .expect(200)
                        .json()
                        .path("archivedAt")
                        .isNull())
                .isFalse();
        assertThat(company.owner()
                        .post("/assets/" + asset + "/moves", Map.of("locationId", shelf))
                        .refusal(409))
                .isEqualTo("location-archived");
        assertThat(company.owner()
                        .post("/locations", body("kind", "SHELF", "name", "x", "parentId", zone))
                        .refusal(409))
                .isEqualTo("location-archived");
        var restoreShelf =
                company.owner().send("POST", "/locations/" + shelf + "/restore", null, Map.of("If-Match", "*"));
        assertThat(restoreShelf.refusal(409)).isEqualTo("location-archived");
        company.owner()
                .send("POST", "/locations/" + zone + "/restore", null, Map.of("If-Match", "*"))
                .expect(200);
        company.owner()
                .send("POST", "/locations/" + shelf + "/restore", null, Map.of("If-Match", "*"))
                .expect(200);
        company.owner()
                .post("/assets/" + asset + "/moves", Map.of("locationId", shelf))
                .expect(200);
    }

    @Test
    void conditionsAreTheCompanysOwnBesideThree() {
        var label = "Zerkratzt & benützt " + Register.prefix();
        var created = company.owner()
                .post("/conditions", Map.of("label", label, "usable", true, "position", 5))
                .expect(201);
        var name = created.json().path("name").asString();
        assertThat(name).startsWith("ZERKRATZT_BENUTZT_T");
        assertThat(company.owner()
                        .post(
                                "/conditions",
                                Map.of(
                                        "label",
                                        label.toUpperCase(java.util.Locale.ROOT),
                                        "usable",
                                        true,
                                        "position",
                                        5))
                        .refusal(409))
                .isEqualTo("condition-taken");
        var asset = Register.asset(company.owner(), register.product("Stand"), "condition", name);
        assertThat(asset.json().path("fit").asBoolean()).isTrue();
        assertThat(company.owner().delete("/conditions/" + name, "*").refusal(409))
                .isEqualTo("condition-in-use");
        company.owner()
                .patch("/conditions/" + name, Map.of("usable", false), created.etag())
                .expect(200);
        assertThat(company.owner()
                        .patch("/conditions/" + name, Map.of("usable", true), created.etag())
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(company.owner()
                        .get("/assets/" + asset.id())
                        .expect(200)
                        .json()
                        .path("fit")
                        .asBoolean())
                .isFalse();
        company.owner()
                .patch("/assets/" + asset.id(), Map.of("condition", "GOOD"), "*")
                .expect(200);
        company.owner().delete("/conditions/" + name, "*").expect(204);
        assertThat(company.owner().get("/conditions/" + name).refusal(404)).isEqualTo("not-found");
        assertThat(company.owner()
                        .patch("/conditions/GOOD", Map.of("usable", false), "*")
                        .refusal(409))
                .isEqualTo("condition-built-in");
        assertThat(company.owner().delete("/conditions/GOOD", "*").refusal(409)).isEqualTo("condition-built-in");
        assertThat(company.owner()
                        .get("/conditions")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("GOOD");
        assertThat(company.owner()
                        .post("/conditions", Map.of("label", " ", "usable", true, "position", 0))
                        .refusal(400))
                .isEqualTo("invalid");
    }
}

package eventkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ServerTest
class CategoriesAndKitsTests {
    private final Company company;

    CategoriesAndKitsTests(Company company) {
        this.company = company;
    }

    @Test
    void movesAndReordersTheTreeWithoutCircles() {
        var audio = category("Tree audio", null);
        var mics = category("Microphones", audio.id());
        var wired = category("Wired", mics.id());
        assertThat(wired.json().path("path").toString()).isEqualTo("[\"Tree audio\",\"Microphones\",\"Wired\"]");
        assertThat(owner().patch("/categories/" + audio.id(), Map.of("parentId", wired.id()), audio.etag())
                        .refusal(409))
                .isEqualTo("category-cycle");
        assertThat(owner().patch("/categories/" + audio.id(), Map.of("parentId", audio.id()), audio.etag())
                        .refusal(409))
                .isEqualTo("category-cycle");
        var speakers = category("Speakers", audio.id());
        assertThat(speakers.json().path("position").asInt()).isEqualTo(1);
        owner().patch("/categories/" + speakers.id(), Map.of("position", 0), speakers.etag())
                .expect(200);
        assertThat(children(audio.id())).containsExactly("Speakers", "Microphones");
        var moved = owner().patch(
                        "/categories/" + wired.id(), Map.of("parentId", audio.id(), "name", "Cabled"), wired.etag())
                .expect(200);
        assertThat(children(audio.id())).containsExactly("Speakers", "Microphones", "Cabled");
        assertThat(owner().patch("/categories/" + wired.id(), Map.of("name", "x"), wired.etag())
                        .refusal(412))
                .isEqualTo("stale");
        var toTop = new HashMap<String, Object>();
        toTop.put("parentId", null);
        owner().patch("/categories/" + wired.id(), toTop, moved.etag()).expect(200);
        assertThat(owner().post("/categories", Map.of("name", "SPEAKERS", "parentId", audio.id()))
                        .refusal(409))
                .isEqualTo("category-name-taken");
        assertThat(owner().get("/categories/" + wired.id() + "/history")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void deletesOnlyEmptyCategories() {
        var parent = category("To delete", null);
        var child = category("Below", parent.id());
        assertThat(owner().delete("/categories/" + parent.id(), parent.etag()).refusal(409))
                .isEqualTo("category-not-empty");
        var product = owner().post("/products", Map.of("kind", "BULK", "name", "Keeps it", "categoryId", child.id()))
                .expect(201);
        assertThat(owner().delete("/categories/" + child.id(), child.etag()).refusal(409))
                .isEqualTo("category-not-empty");
        owner().delete("/products/" + product.id(), product.etag()).expect(204);
        owner().delete("/categories/" + child.id(), child.etag()).expect(204);
        owner().delete("/categories/" + parent.id(), parent.etag()).expect(204);
    }

    @Test
    void subcategoriesInheritAttributes() {
        var lamp = Map.of(
                "key", "lamp", "label", "Lamp", "type", "CHOICE", "required", true, "choices", List.of("LED", "HMI"));
        var lumen = Map.of("key", "lumen", "label", "Light", "type", "NUMBER", "unit", "lm", "min", 0);
        var lights = owner().post("/categories", Map.of("name", "Attributed lights", "attributes", List.of(lamp)))
                .expect(201);
        var spots = owner().post(
                        "/categories",
                        Map.of("name", "Attributed spots", "parentId", lights.id(), "attributes", List.of(lumen)))
                .expect(201);
        assertThat(spots.json().path("inherited").get(0).path("key").asString()).isEqualTo("lamp");
        var taken = owner().post(
                        "/categories", Map.of("name", "Clash", "parentId", lights.id(), "attributes", List.of(lamp)));
        assertThat(taken.refusal(400)).isEqualTo("invalid");
        assertThat(taken.json().path("errors").get(0).path("field").asString()).isEqualTo("attributes[0].key");

        var missing = owner().post("/products", Map.of("kind", "BULK", "name", "Dark", "categoryId", spots.id()));
        assertThat(missing.refusal(400)).isEqualTo("invalid");
        assertThat(missing.json().path("errors").get(0).path("field").asString())
                .isEqualTo("attributes.lamp");
        var wrong = owner().post(
                        "/products",
                        Map.of(
                                "kind",
                                "BULK",
                                "name",
                                "Dark",
                                "categoryId",
                                spots.id(),
                                "attributes",
                                Map.of("lamp", "Candle", "lumen", -5, "x", 1)));
        assertThat(wrong.json().path("errors").size()).isEqualTo(3);
        var made = owner().post(
                        "/products",
                        Map.of(
                                "kind",
                                "BULK",
                                "name",
                                "Bright",
                                "categoryId",
                                spots.id(),
                                "attributes",
                                Map.of("lamp", "LED", "lumen", 900)))
                .expect(201);
        var after = owner().patch("/products/" + made.id(), Map.of("attributes", Map.of("lumen", 950)), made.etag())
                .expect(200);
        assertThat(after.json().path("attributes").path("lamp").asString()).isEqualTo("LED");
        assertThat(after.json().path("attributes").path("lumen").asInt()).isEqualTo(950);
        owner().patch("/categories/" + spots.id(), Map.of("attributes", List.of()), spots.etag())
                .expect(200);
        owner().patch("/products/" + made.id(), Map.of("name", "Brighter"), "*").expect(200);
    }

    @Test
    void refusesCategoriesThatMakeNoSense() {
        assertThat(owner().post("/categories", Map.of("name", "")).refusal(400)).isEqualTo("invalid");
        assertThat(owner().post("/categories", Map.of("name", "x", "position", -1))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(owner().post("/categories", Map.of("name", "x", "parentId", "00000000-0000-0000-0000-000000000009"))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(owner().post("/categories", "{\"name\":\"x\",\"attributes\":[null]}")
                        .status())
                .isEqualTo(400);
        String parent = null;
        for (int level = 0; level < CategoryTree.DEPTH_MAX; level++)
            parent = category("Deep " + level, parent).id();
        assertThat(owner().post("/categories", Map.of("name", "Too deep", "parentId", parent))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void explodesKitsIntoProducts() {
        var mic = product("Kit mic", 300, 5_000);
        var stand = product("Kit stand", 2_000, 8_000);
        var clip = owner().post("/products", Map.of("kind", "BULK", "name", "Kit clip"))
                .expect(201)
                .id();
        var vocal = kit("VOCAL", part(mic, 1, false), part(stand, 1, false), part(clip, 2, true))
                .expect(201);
        var band = kit("BAND", Map.of("kitId", vocal.id(), "quantity", 4), part(mic, 2, false), part(clip, 1, false))
                .expect(201);
        assertThat(band.json().path("components").get(0).path("name").asString())
                .isEqualTo("Kit VOCAL");
        var explosion = owner().get("/kits/" + band.id() + "/explosion?quantity=2")
                .expect(200)
                .json();
        var required = new HashMap<String, Long>();
        var optional = new HashMap<String, Long>();
        for (var item : explosion.path("items")) {
            required.put(item.path("name").asString(), item.path("required").asLong());
            optional.put(item.path("name").asString(), item.path("optional").asLong());
        }
        assertThat(required).isEqualTo(Map.of("Kit mic", 12L, "Kit stand", 8L, "Kit clip", 2L));
        assertThat(optional).isEqualTo(Map.of("Kit mic", 0L, "Kit stand", 0L, "Kit clip", 16L));
        assertThat(explosion.path("weightGrams").asLong()).isEqualTo(12 * 300 + 8 * 2_000);
        assertThat(explosion.path("values").toString()).isEqualTo("[{\"amountMinor\":124000,\"currency\":\"EUR\"}]");
        assertThat(explosion.path("unknownWeights").asInt()).isEqualTo(1);
        assertThat(owner().get("/kits/" + band.id() + "/explosion?quantity=0").refusal(400))
                .isEqualTo("invalid");
        assertThat(owner().delete("/kits/" + vocal.id(), vocal.etag()).refusal(409))
                .isEqualTo("kit-in-use");
        owner().delete("/kits/" + band.id(), band.etag()).expect(204);
        owner().delete("/kits/" + vocal.id(), vocal.etag()).expect(204);
    }

    @Test
    void kitsNeverContainThemselves() {
        var a = kit("CYCLE-A").expect(201);
        var b = kit("CYCLE-B", Map.of("kitId", a.id(), "quantity", 1)).expect(201);
        var c = kit("CYCLE-C", Map.of("kitId", b.id(), "quantity", 1)).expect(201);
        assertThat(contain(a.id(), a.id()).refusal(409)).isEqualTo("kit-cycle");
        assertThat(contain(a.id(), c.id()).refusal(409)).isEqualTo("kit-cycle");
        assertThat(owner().get("/kits/" + a.id()).json().path("components").size())
                .isZero();
    }

    @Test
    void twoAtOnceMakeNoCircleEither() {
        for (int round = 0; round < 5; round++) {
            var one = kit("RACE-1-" + round).expect(201).id();
            var two = kit("RACE-2-" + round).expect(201).id();
            var first = CompletableFuture.supplyAsync(() -> contain(one, two).status());
            var second = CompletableFuture.supplyAsync(() -> contain(two, one).status());
            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void refusesKitsThatMakeNoSense() {
        var mic = product("Sane mic", 1, 1);
        assertThat(kit("NEGATIVE", part(mic, -1, false)).refusal(400)).isEqualTo("invalid");
        assertThat(kit("TWICE", part(mic, 1, false), part(mic, 2, false)).refusal(400))
                .isEqualTo("invalid");
        assertThat(kit("NOTHING", Map.of("quantity", 1)).refusal(400)).isEqualTo("invalid");
        assertThat(kit("UNKNOWN", part("00000000-0000-0000-0000-000000000009", 1, false))
                        .refusal(400))
                .isEqualTo("invalid");
        var many = kit("MANY", part(mic, 100_000, false)).expect(201);
        assertThat(kit("TOO-MANY", Map.of("kitId", many.id(), "quantity", 100_000))
                        .refusal(409))
                .isEqualTo("kit-too-large");
        assertThat(kit("many").refusal(409)).isEqualTo("kit-code-taken");
        var priced = owner().patch(
                        "/kits/" + many.id(),
                        Map.of("hirePrice", Map.of("amountMinor", -1, "currency", "EUR")),
                        many.etag());
        assertThat(priced.refusal(400)).isEqualTo("invalid");
    }

    @Test
    void listsArchivesAndRemembersKits() {
        var kit = kit("LISTED").expect(201);
        var renamed = owner().patch(
                        "/kits/" + kit.id(),
                        Map.of(
                                "name",
                                "Listed <b>kit</b>",
                                "hirePrice",
                                Map.of("amountMinor", 2_500, "currency", "EUR")),
                        kit.etag())
                .expect(200);
        assertThat(renamed.json().path("name").asString()).isEqualTo("Listed <b>kit</b>");
        assertThat(owner().patch("/kits/" + kit.id(), Map.of("name", "x"), kit.etag())
                        .refusal(412))
                .isEqualTo("stale");
        owner().post("/kits/" + kit.id() + "/archive", null).expect(200);
        assertThat(owner().get("/kits?archived=false&q=LISTED")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(owner().get("/kits?archived=true&q=LISTED&sort=-code")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        owner().post("/kits/" + kit.id() + "/restore", null).expect(200);
        assertThat(owner().get("/kits/" + kit.id() + "/history")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(4);
        var planner = company.somebodyWho("PRODUCT_READ", "PRODUCT_EDIT");
        assertThat(planner.patch("/kits/" + kit.id(), Map.of("name", "x"), "*").refusal(403))
                .isEqualTo("not-permitted");
    }

    private Api owner() {
        return company.owner();
    }

    private Api.Answer category(String name, @Nullable String parent) {
        var body = new HashMap<String, Object>(Map.of("name", name));
        if (parent != null) body.put("parentId", parent);
        return owner().post("/categories", body).expect(201);
    }

    private List<String> children(String parent) {
        var names = new ArrayList<String>();
        for (var category : owner().get("/categories").expect(200).json().path("items")) {
            if (category.path("parentId").asString("").equals(parent))
                names.add(category.path("name").asString());
        }
        return names;
    }

    private String product(String name, int grams, int value) {
        return owner().post(
                        "/products",
                        Map.of(
                                "kind",
                                "BULK",
                                "name",
                                name,
                                "weightGrams",
                                grams,
                                "replacementValue",
                                Map.of("amountMinor", value, "currency", "EUR")))
                .expect(201)
                .id();
    }

    @SafeVarargs
    private Api.Answer kit(String code, Map<String, Object>... components) {
        return owner().post(
                        "/kits",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Kit " + code,
                                "mode",
                                "ITEM_BY_ITEM",
                                "components",
                                Arrays.asList(components)));
    }

    private Api.Answer contain(String kit, String sub) {
        return owner().patch("/kits/" + kit, Map.of("components", List.of(Map.of("kitId", sub, "quantity", 1))), "*");
    }

    private static Map<String, Object> part(String product, int quantity, boolean optional) {
        return Map.of("productId", product, "quantity", quantity, "optional", optional);
    }
}

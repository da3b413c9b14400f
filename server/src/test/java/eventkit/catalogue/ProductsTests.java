package eventkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

@ServerTest
@Import(ProductsTests.HeldByNobody.class)
class ProductsTests {
    /** Says that products of this name are in use, as a module above would. */
    @Component
    static class HeldByNobody implements ProductUse {
        static final java.util.Set<ProductId> HELD = java.util.concurrent.ConcurrentHashMap.newKeySet();

        @Override
        public Optional<String> of(ProductId product) {
            return HELD.contains(product) ? Optional.of("12 assets") : Optional.empty();
        }
    }

    private final Company company;

    ProductsTests(Company company) {
        this.company = company;
    }

    @Test
    void keepsEveryFact() {
        var body = new HashMap<String, Object>(Map.of(
                "kind",
                "SERIALISED",
                "name",
                "Shure SM58",
                "manufacturer",
                "Shure",
                "model",
                "SM58",
                "barcodes",
                List.of("0042406088329", "4042406088329"),
                "weightGrams",
                298,
                "powerWatts",
                0.5,
                "connectors",
                List.of(Map.of("kind", "SIGNAL_OUT", "type", "XLR 3-pin", "count", 1))));
        body.put("widthMillimetres", 51);
        body.put("heightMillimetres", 162);
        body.put("depthMillimetres", 51);
        body.put("replacementValue", euro(10_900));
        body.put("hirePrice", euro(450));
        body.put("countryOfOrigin", "mx");
        body.put("manualUrl", "https://pubs.shure.com/guide/SM58/en-US");
        body.put("notes", "Line one\nline two");
        var made = owner().post("/products", body).expect(201).json();
        assertThat(made.path("numberPrefix").asString()).isEqualTo("SM58");
        assertThat(made.path("hirePrice").toString()).isEqualTo("{\"amountMinor\":450,\"currency\":\"EUR\"}");
        assertThat(made.path("powerWatts").toString()).isEqualTo("0.5");
        assertThat(made.path("countryOfOrigin").asString()).isEqualTo("MX");
        assertThat(made.path("barcodes").size()).isEqualTo(2);
        assertThat(owner().get("/products/" + made.path("id").asString())
                        .expect(200)
                        .json())
                .isEqualTo(made);
        assertThat(owner().get("/products?q=4042406088329").json().path("total").asInt())
                .isEqualTo(1);
        var again = owner().post(
                        "/products", Map.of("kind", "BULK", "name", "x", "manufacturer", "SHURE", "model", "sm58"));
        assertThat(again.refusal(409)).isEqualTo("product-exists");
        assertThat(again.json().path("facts").path("productId").asString())
                .isEqualTo(made.path("id").asString());
        var prefix = owner().post("/products", Map.of("kind", "BULK", "name", "x", "numberPrefix", "sm58"));
        assertThat(prefix.refusal(409)).isEqualTo("product-prefix-taken");
        var barcode =
                owner().post("/products", Map.of("kind", "BULK", "name", "x", "barcodes", List.of("0042406088329")));
        assertThat(barcode.refusal(409)).isEqualTo("product-barcode-taken");
        var sibling = owner().post("/products", Map.of("kind", "SERIALISED", "name", "Other", "model", "SM-58"))
                .expect(201);
        assertThat(sibling.json().path("numberPrefix").asString()).isEqualTo("SM58-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                              | kind
            {"kind":"BULK","name":"   "}                                    | name
            {"kind":"ROCKET","name":"x"}                                    | kind
            {"kind":"BULK","name":"x","weightGrams":-1}                     | weightGrams
            {"kind":"BULK","name":"x","weightGrams":1e30}                   | weightGrams
            {"kind":"BULK","name":"x","widthMillimetres":99999999}          | widthMillimetres
            {"kind":"BULK","name":"x","powerWatts":1.25}                    | powerWatts
            {"kind":"BULK","name":"x","powerWatts":1e90}                    | powerWatts
            {"kind":"BULK","name":"x","hirePrice":{"amountMinor":-5,"currency":"EUR"}} | hirePrice.amountMinor
            {"kind":"BULK","name":"x","hirePrice":{"amountMinor":1000000000001,"currency":"EUR"}} | hirePrice.amountMinor
            {"kind":"BULK","name":"x","hirePrice":{"amountMinor":1}}        | hirePrice.currency
            {"kind":"BULK","name":"x","hirePrice":{"amountMinor":1,"currency":"EUR"},"replacementValue":{"amountMinor":1,"currency":"USD"}} | hirePrice.currency
            {"kind":"BULK","name":"x","numberPrefix":"no spaces"}           | numberPrefix
            {"kind":"BULK","name":"x","countryOfOrigin":"ZZ"}               | countryOfOrigin
            {"kind":"BULK","name":"x","manualUrl":"javascript:alert(1)"}    | manualUrl
            {"kind":"BULK","name":"x","connectors":[{"kind":"DATA","type":"XLR","count":0}]} | connectors[0].count
            {"kind":"BULK","name":"x","attributes":{"colour":"red"}}        | attributes.colour
            {"kind":"BULK","name":"x","barcodes":[null]}                    |
            {"kind":"BULK","name":"x","surprise":1}                         | surprise
            {"kind":"BULK","name":"a\\u0000b"}                              | name
            """)
    void refusesNonsenseByField(String body, String field) {
        var answer = owner().post("/products", body);
        assertThat(answer.refusal(400)).isIn("invalid", "unreadable");
        if (field != null)
            assertThat(answer.json().path("errors").get(0).path("field").asString())
                    .isEqualTo(field);
    }

    @Test
    void keepsScriptsAsText() {
        var name = "<script>alert('x')</script> '; drop table product; --";
        var made = owner().post(
                        "/products", Map.of("kind", "BULK", "name", name, "notes", "{{7*7}} =cmd|' /C calc'!A0"))
                .expect(201);
        assertThat(made.json().path("name").asString()).isEqualTo(name);
        assertThat(owner().get("/products?q=%3Cscript%3E")
                        .json()
                        .path("items")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(made.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void changesWhatIsNamedAndClearsWhatIsNull() {
        var made = owner().post(
                        "/products",
                        Map.of("kind", "BULK", "name", "Cable", "weightGrams", 900, "hirePrice", euro(200)))
                .expect(201);
        var patch = new HashMap<String, Object>();
        patch.put("weightGrams", null);
        patch.put("hirePrice", Map.of("amountMinor", 250));
        var after = owner().patch("/products/" + made.id(), patch, made.etag()).expect(200);
        assertThat(after.json().path("weightGrams").isNull()).isTrue();
        assertThat(after.json().path("hirePrice").path("amountMinor").asInt()).isEqualTo(250);
        assertThat(after.json().path("name").asString()).isEqualTo("Cable");
        var stale = owner().patch("/products/" + made.id(), Map.of("name", "Wire"), made.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.json().path("facts").path("changes").size()).isEqualTo(2);
        assertThat(owner().send("PATCH", "/products/" + made.id(), Map.of(), Map.of())
                        .refusal(428))
                .isEqualTo("if-match-required");
        var history = owner().get("/products/" + made.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(history.get(0).path("action").asString()).isEqualTo("changed");
        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void archivesWhatIsUsedAndDeletesWhatIsNot() {
        var used = made("BULK", "Used up");
        HeldByNobody.HELD.add(new ProductId(UUID.fromString(used.id())));
        var refused = owner().delete("/products/" + used.id(), used.etag());
        assertThat(refused.refusal(409)).isEqualTo("product-in-use");
        assertThat(refused.json().path("facts").path("uses").get(0).asString()).isEqualTo("12 assets");
        assertThat(owner().patch("/products/" + used.id(), Map.of("kind", "CONSUMABLE"), used.etag())
                        .refusal(409))
                .isEqualTo("product-kind-fixed");
        var archived = owner().post("/products/" + used.id() + "/archive", null).expect(200);
        assertThat(archived.json().path("archivedAt").isNull()).isFalse();
        assertThat(owner().get("/products?archived=false&q=Used+up")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(owner().get("/products?archived=true&q=Used+up")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        owner().post("/products/" + used.id() + "/restore", null).expect(200);

        var part = made("BULK", "Kit part");
        owner().post(
                        "/kits",
                        Map.of(
                                "code",
                                "USES-IT",
                                "name",
                                "Uses it",
                                "mode",
                                "ITEM_BY_ITEM",
                                "components",
                                List.of(Map.of("productId", part.id(), "quantity", 1))))
                .expect(201);
        assertThat(owner().delete("/products/" + part.id(), part.etag()).refusal(409))
                .isEqualTo("product-in-use");
        var free = made("BULK", "Free");
        owner().delete("/products/" + free.id(), free.etag()).expect(204);
        assertThat(owner().get("/products/" + free.id()).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void duplicatesUnderAnotherName() {
        var made = owner().post(
                        "/products",
                        Map.of(
                                "kind",
                                "SERIALISED",
                                "name",
                                "Robe Spiider",
                                "manufacturer",
                                "Robe",
                                "model",
                                "Spiider",
                                "barcodes",
                                List.of("98765"),
                                "weightGrams",
                                13_300))
                .expect(201);
        var clamp = made("BULK", "Clamp for duplicates");
        owner().put(
                        "/products/" + made.id() + "/accessories",
                        items(Map.of("productId", clamp.id(), "quantity", 2, "mode", "AUTOMATIC")),
                        made.etag())
                .expect(200);
        var copy = owner().post("/products/" + made.id() + "/duplicate", Map.of())
                .expect(201)
                .json();
        assertThat(copy.path("name").asString()).isEqualTo("Robe Spiider (copy)");
        assertThat(copy.path("model").asString()).isEqualTo("Spiider (copy)");
        assertThat(copy.path("weightGrams").asInt()).isEqualTo(13_300);
        assertThat(copy.path("barcodes").size()).isZero();
        assertThat(copy.path("numberPrefix").asString())
                .isNotEqualTo(made.json().path("numberPrefix").asString());
        assertThat(owner().get("/products/" + copy.path("id").asString() + "/accessories")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        var second = owner().post("/products/" + made.id() + "/duplicate", Map.of("name", "Spare"))
                .expect(201)
                .json();
        assertThat(second.path("name").asString()).isEqualTo("Spare");
        assertThat(second.path("model").asString()).isEqualTo("Spiider (copy 2)");
    }

    @Test
    void automaticAccessoriesNeverLeadBack() {
        var one = made("BULK", "Accessory one");
        var two = made("BULK", "Accessory two");
        var three = made("BULK", "Accessory three");
        setAccessory(one.id(), two.id(), "AUTOMATIC").expect(200);
        setAccessory(two.id(), three.id(), "AUTOMATIC").expect(200);
        assertThat(setAccessory(three.id(), one.id(), "AUTOMATIC").refusal(409)).isEqualTo("accessory-cycle");
        assertThat(setAccessory(three.id(), three.id(), "OPTIONAL").refusal(400))
                .isEqualTo("invalid");
        assertThat(setAccessory(three.id(), UUID.randomUUID().toString(), "OPTIONAL")
                        .refusal(400))
                .isEqualTo("invalid");
        var offered = setAccessory(three.id(), one.id(), "OPTIONAL").expect(200);
        assertThat(offered.json().path("items").get(0).path("name").asString()).isEqualTo("Accessory one");
        assertThat(owner().delete("/products/" + two.id(), "*").refusal(409)).isEqualTo("product-in-use");
        var many = owner().put(
                        "/products/" + one.id() + "/accessories",
                        items(Map.of("productId", two.id(), "quantity", -1, "mode", "AUTOMATIC")),
                        "*");
        assertThat(many.refusal(400)).isEqualTo("invalid");
        assertThat(owner().put("/products/" + one.id() + "/accessories", "{\"items\":[null]}", "*")
                        .status())
                .isEqualTo(400);
        assertThat(owner().put("/products/" + one.id() + "/accessories", "{}", "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void alternativesAreMutualAndRanked() {
        var a = made("BULK", "Alternative A");
        var b = made("BULK", "Alternative B");
        var c = made("BULK", "Alternative C");
        owner().put(
                        "/products/" + a.id() + "/alternatives",
                        items(Map.of("productId", c.id()), Map.of("productId", b.id())),
                        a.etag())
                .expect(200);
        assertThat(alternatives(a.id())).containsExactly("Alternative C", "Alternative B");
        assertThat(alternatives(b.id())).containsExactly("Alternative A");
        owner().put("/products/" + a.id() + "/alternatives", items(Map.of("productId", c.id())), "*")
                .expect(200);
        assertThat(alternatives(b.id())).isEmpty();
        assertThat(alternatives(c.id())).containsExactly("Alternative A");
        assertThat(owner().put("/products/" + a.id() + "/alternatives", items(Map.of("productId", a.id())), "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void filtersSortsAndCounts() {
        var lights = category("Facet lights", null);
        var spots = category("Facet spots", lights);
        for (int i = 0; i < 5; i++) {
            owner().post(
                            "/products",
                            Map.of(
                                    "kind",
                                    i < 2 ? "BULK" : "CONSUMABLE",
                                    "name",
                                    "Facet " + i,
                                    "manufacturer",
                                    i < 3 ? "Facetto" : "Facelli",
                                    "categoryId",
                                    i == 0 ? lights : spots,
                                    "weightGrams",
                                    100 - i))
                    .expect(201);
        }
        assertThat(names("/products?category=" + lights + "&sort=weight"))
                .containsExactly("Facet 4", "Facet 3", "Facet 2", "Facet 1", "Facet 0");
        assertThat(names("/products?category=" + spots + "&kind=BULK")).containsExactly("Facet 1");
        assertThat(names("/products?manufacturer=Facetto&manufacturer=Facelli&sort=-name&limit=2"))
                .containsExactly("Facet 4", "Facet 3");
        assertThat(names("/products?q=facetto+2")).containsExactly("Facet 2");
        assertThat(names("/products?category=" + lights + "&hasPhoto=true")).isEmpty();
        var first = owner().get("/products?category=" + lights + "&sort=-createdAt&limit=3")
                .json();
        assertThat(first.path("total").asInt()).isEqualTo(5);
        assertThat(names("/products?category=" + lights + "&limit=3&cursor="
                        + first.path("next").asString()))
                .containsExactly("Facet 1", "Facet 0");
        for (var sort : List.of("manufacturer", "hirePrice", "replacementValue", "-weight"))
            owner().get("/products?limit=2&sort=" + sort).expect(200);
        var facets =
                owner().get("/products/facets?category=" + lights).expect(200).json();
        assertThat(facets.path("manufacturers").toString())
                .isEqualTo("[{\"name\":\"Facelli\",\"count\":2},{\"name\":\"Facetto\",\"count\":3}]");
        var counts = new HashMap<String, Integer>();
        for (var category : facets.path("categories"))
            counts.put(category.path("name").asString(), category.path("count").asInt());
        assertThat(counts).containsEntry("Facet lights", 5).containsEntry("Facet spots", 4);
    }

    @Test
    void doesTheSameToMany() {
        var category = category("Bulk target", null);
        var one = owner().post("/products", Map.of("kind", "BULK", "name", "Many one", "hirePrice", euro(1_000)))
                .expect(201);
        var two = made("BULK", "Many two");
        var ids = List.of(one.id(), two.id());
        bulk(ids, Map.of("type", "SET_CATEGORY", "categoryId", category), null).expect(200);
        assertThat(names("/products?category=" + category)).containsExactly("Many one", "Many two");
        var raised = bulk(ids, Map.of("type", "CHANGE_PRICE", "price", "HIRE_PRICE", "percent", 12.5), null)
                .expect(200)
                .json()
                .path("items");
        assertThat(raised.get(0).path("outcome").asString()).isEqualTo("DONE");
        assertThat(raised.get(1).path("outcome").asString()).isEqualTo("UNCHANGED");
        assertThat(owner().get("/products/" + one.id())
                        .json()
                        .path("hirePrice")
                        .path("amountMinor")
                        .asInt())
                .isEqualTo(1_125);
        bulk(ids, Map.of("type", "SET_PRICE", "price", "REPLACEMENT_VALUE", "value", euro(5_000)), null)
                .expect(200);

        var ghost = List.of(one.id(), UUID.randomUUID().toString());
        var none = bulk(ghost, Map.of("type", "ARCHIVE"), null);
        assertThat(none.refusal(409)).isEqualTo("bulk-refused");
        assertThat(none.json().path("facts").path("lines").get(0).path("code").asString())
                .isEqualTo("not-found");
        assertThat(owner().get("/products/" + one.id())
                        .json()
                        .path("archivedAt")
                        .isNull())
                .isTrue();
        var some = bulk(ghost, Map.of("type", "ARCHIVE"), "EACH")
                .expect(200)
                .json()
                .path("items");
        assertThat(some.get(0).path("outcome").asString()).isEqualTo("DONE");
        assertThat(some.get(1).path("outcome").asString()).isEqualTo("REFUSED");
        bulk(List.of(one.id()), Map.of("type", "RESTORE"), null).expect(200);

        assertThat(bulk(List.of(), Map.of("type", "ARCHIVE"), null).refusal(400))
                .isEqualTo("invalid");
        assertThat(bulk(ids, Map.of("type", "CHANGE_PRICE", "price", "HIRE_PRICE", "percent", -101), null)
                        .refusal(409))
                .isEqualTo("bulk-refused");
        assertThat(bulk(ids, Map.of("type", "CHANGE_PRICE"), null).refusal(400)).isEqualTo("invalid");
        assertThat(bulk(ids, Map.of("type", "SET_CATEGORY", "categoryId", UUID.randomUUID()), null)
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(bulk(
                                ids,
                                Map.of(
                                        "type",
                                        "SET_PRICE",
                                        "price",
                                        "HIRE_PRICE",
                                        "value",
                                        Map.of("amountMinor", -1, "currency", "EUR")),
                                "EACH")
                        .expect(200)
                        .text())
                .contains("REFUSED");
        assertThat(owner().post("/products/bulk", "{\"ids\":[null],\"action\":{\"type\":\"ARCHIVE\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void readersMayNotChange() {
        var reader = company.somebodyWho("PRODUCT_READ");
        var product = made("BULK", "Read only");
        reader.get("/products/" + product.id()).expect(200);
        assertThat(reader.patch("/products/" + product.id(), Map.of("name", "x"), "*")
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    private Api owner() {
        return company.owner();
    }

    private Api.Answer made(String kind, String name) {
        return owner().post("/products", Map.of("kind", kind, "name", name)).expect(201);
    }

    private Api.Answer setAccessory(String product, String accessory, String mode) {
        return owner().put(
                        "/products/" + product + "/accessories",
                        items(Map.of("productId", accessory, "quantity", 1, "mode", mode)),
                        "*");
    }

    private Api.Answer bulk(
            List<String> ids, Map<String, Object> action, @org.jspecify.annotations.Nullable String mode) {
        var body = new HashMap<String, Object>(Map.of("ids", ids, "action", action));
        if (mode != null) body.put("mode", mode);
        return owner().post("/products/bulk", body);
    }

    private String category(String name, @org.jspecify.annotations.Nullable String parent) {
        var body = new HashMap<String, Object>(Map.of("name", name));
        if (parent != null) body.put("parentId", parent);
        return owner().post("/categories", body).expect(201).id();
    }

    private List<String> names(String path) {
        var names = new ArrayList<String>();
        for (var item : owner().get(path).expect(200).json().path("items"))
            names.add(item.path("name").asString());
        return names;
    }

    private List<String> alternatives(String id) {
        return names("/products/" + id + "/alternatives");
    }

    @SafeVarargs
    private static Map<String, Object> items(Map<String, Object>... items) {
        return Map.of("items", List.of(items));
    }

    private static Map<String, Object> euro(long minor) {
        return Map.of("amountMinor", minor, "currency", "EUR");
    }
}

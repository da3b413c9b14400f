package eventkit.inventory;

import static eventkit.inventory.Register.body;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class RegisteringAssetsTests {
    private final Company company;
    private final Register register;
    private final Warehouse warehouse;
    private final DSLContext db;

    RegisteringAssetsTests(Company company, Register register, Warehouse warehouse, DSLContext db) {
        this.company = company;
        this.register = register;
        this.warehouse = warehouse;
        this.db = db;
    }

    @Test
    void givesRunningNumbersInTheCompanysWidth() {
        var product = register.product("Wash light");
        var prefix = register.prefixOf(product);
        var first = Register.asset(company.owner(), product);
        assertThat(first.json().path("number").asString()).isEqualTo(prefix + "-001");
        assertThat(first.header("Location")).isEqualTo("/api/v1/assets/" + first.id());
        assertThat(first.etag()).isEqualTo("\"1\"");
        var more = company.owner()
                .post("/assets/registrations", Map.of("productId", product, "quantity", 3))
                .expect(201)
                .json();
        assertThat(more.path("items").get(2).path("number").asString()).isEqualTo(prefix + "-004");
    }

    @Test
    void stepsOverNumbersThatAreTakenByHand() {
        var product = register.product("Beam");
        var prefix = register.prefixOf(product);
        Register.asset(company.owner(), product, "number", prefix.toLowerCase(java.util.Locale.ROOT) + "-002");
        var other = Register.asset(company.owner(), product, "number", prefix + "-A");
        company.owner()
                .post("/assets/" + other.id() + "/aliases", Map.of("code", prefix + "-003"))
                .expect(201);
        var numbers = new ArrayList<String>();
        company.owner()
                .post("/assets/registrations", Map.of("productId", product, "quantity", 3))
                .expect(201)
                .json()
                .path("items")
                .forEach(i -> numbers.add(i.path("number").asString()));
        assertThat(numbers).containsExactly(prefix + "-001", prefix + "-004", prefix + "-005");
    }

    @Test
    void sixteenWhoRegisterAtOnceGetDifferentNumbersWithoutAGap() throws Exception {
        var product = register.product("Pin spot");
        var owner = company.owner();
        var numbers = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            var work = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 16; i++) {
                boolean byHand = i % 4 == 0;
                int writer = i;
                work.add(() -> {
                    var mine = new ArrayList<String>();
                    for (int n = 0; n < 5; n++) {
                        if (byHand) {
                            mine.add(Register.asset(owner, product, "number", "HAND-" + product + "-" + writer + n)
                                    .json()
                                    .path("number")
                                    .asString());
                        } else {
                            mine.add(Register.asset(owner, product)
                                    .json()
                                    .path("number")
                                    .asString());
                        }
                    }
                    return mine;
                });
            }
            for (var done : pool.invokeAll(work)) numbers.addAll(done.get());
        }
        assertThat(numbers).hasSize(80);
        var prefix = register.prefixOf(product);
        for (int n = 1; n <= 60; n++) assertThat(numbers).contains("%s-%03d".formatted(prefix, n));
    }

    @Test
    void aRefusedRegistrationGivesItsNumbersBack() {
        var product = register.product("Blinder");
        var refused = company.owner()
                .post(
                        "/assets/registrations",
                        Map.of("productId", product, "quantity", 3, "serials", List.of("a", "b", "x".repeat(200))));
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("[2].serial");
        assertThat(Register.asset(company.owner(), product)
                        .json()
                        .path("number")
                        .asString())
                .isEqualTo(register.prefixOf(product) + "-001");
    }

    @Test
    void oneCodeMeansOneAsset() {
        var product = register.product("Strobe");
        var owner = company.owner();
        var code = "LEGACY/" + register.prefixOf(product);
        var first = Register.asset(
                owner,
                product,
                "aliases",
                List.of(Map.of("code", code, "symbology", "CODE_128", "note", "old system")));
        var second = Register.asset(owner, product);
        var number = first.json().path("number").asString();
        for (var taken : List.of(
                code, code.toLowerCase(java.util.Locale.ROOT), number, number.toLowerCase(java.util.Locale.ROOT))) {
            var alias = owner.post("/assets/" + second.id() + "/aliases", Map.of("code", taken));
            assertThat(alias.refusal(409)).as(taken).isEqualTo("code-taken");
            assertThat(owner.post("/assets", body("productId", product, "number", taken))
                            .refusal(409))
                    .as(taken)
                    .isEqualTo("code-taken");
            assertThat(owner.patch("/assets/" + second.id(), Map.of("number", taken), "*")
                            .refusal(409))
                    .as(taken)
                    .isEqualTo("code-taken");
        }
        var again = owner.post("/assets/" + first.id() + "/aliases", Map.of("code", code))
                .expect(201);
        assertThat(again.json().path("items").size()).isEqualTo(1);
        owner.send(
                        "DELETE",
                        "/assets/" + first.id() + "/aliases?code="
                                + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8),
                        null,
                        Map.of())
                .expect(200);
        owner.post("/assets/" + second.id() + "/aliases", Map.of("code", code)).expect(201);
        assertThat(owner.send("DELETE", "/assets/" + first.id() + "/aliases?code=nothing", null, Map.of())
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void twoWhoGiveTheSameCodeAtOnceAreNotBothServed() throws Exception {
        var product = register.product("Hazer");
        var owner = company.owner();
        var asset = Register.asset(owner, product).id();
        for (int round = 0; round < 5; round++) {
            var code = "RACE-" + product + "-" + round;
            try (var pool = Executors.newFixedThreadPool(2)) {
                var answers = pool.invokeAll(List.of(
                        () -> owner.post("/assets", body("productId", product, "number", code))
                                .status(),
                        () -> owner.post("/assets/" + asset + "/aliases", Map.of("code", code))
                                .status()));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    @Test
    void findsAnAssetByWhateverIsOnIt() {
        var product = register.product("Console");
        var owner = company.owner();
        var serial = "SN" + product.toString().substring(0, 8);
        var asset =
                Register.asset(owner, product, "serial", serial, "aliases", List.of(Map.of("code", "EAN" + product)));
        var id = asset.id();
        for (var code : List.of(
                asset.json().path("number").asString().toLowerCase(java.util.Locale.ROOT),
                "ean" + product,
                serial.toLowerCase(java.util.Locale.ROOT),
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                "https://rent.example/asset/" + id,
                "http://old.example:8080/asset/" + id + "?ref=label",
                "/asset/" + id)) {
            var found = owner.get("/assets/by-code?code="
                    + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(found.expect(200).id()).as(code).isEqualTo(id);
        }
        Register.asset(owner, product, "serial", serial);
        for (var nothing : List.of(serial, "no-such-code", "https://rent.example/case/" + id)) {
            assertThat(owner.get("/assets/by-code?code=" + nothing).refusal(404))
                    .as(nothing)
                    .isEqualTo("not-found");
        }
        assertThat(owner.get("/assets/by-code?code=%00").refusal(400)).isEqualTo("invalid");
    }

    @Test
    void onlySerialisedProductsInUseHaveAssets() {
        var owner = company.owner();
        assertThat(owner.post("/assets", Map.of("productId", warehouse.cable())).refusal(409))
                .isEqualTo("product-not-serialised");
        var product = register.product("Old wash");
        db.execute("update catalogue.product set archived_at = now() where id = ?", product);
        assertThat(owner.post("/assets", Map.of("productId", product)).refusal(409))
                .isEqualTo("product-archived");
        assertThat(owner.post("/assets", Map.of("productId", UUID.randomUUID()))
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("productId");
    }

    @Test
    void namesEveryBrokenField() {
        var product = register.product("Dimmer");
        var answer = company.owner()
                .post(
                        "/assets",
                        body(
                                "productId",
                                product,
                                "number",
                                "a\nb",
                                "serial",
                                "x".repeat(101),
                                "condition",
                                "SPLENDID",
                                "locationId",
                                UUID.randomUUID(),
                                "homeLocationId",
                                UUID.randomUUID(),
                                "purchaseDate",
                                "0012-01-01",
                                "supplier",
                                "\u0007",
                                "purchaseCost",
                                Map.of("amountMinor", -1, "currency", "EUR"),
                                "insuranceValue",
                                Map.of("amountMinor", 5, "currency", "USD"),
                                "depreciation",
                                "STRAIGHT_LINE",
                                "decliningPercent",
                                100,
                                "firmware",
                                "x".repeat(101),
                                "notes",
                                "\u0000",
                                "custom",
                                Map.of("x", List.of(1)),
                                "aliases",
                                List.of(Map.of("code", ""))));
        assertThat(answer.refusal(400)).isEqualTo("invalid");
        var fields = new ArrayList<String>();
        answer.json().path("errors").forEach(e -> fields.add(e.path("field").asString()));
        assertThat(fields)
                .contains(
                        "number",
                        "serial",
                        "condition",
                        "locationId",
                        "homeLocationId",
                        "purchaseDate",
                        "supplier",
                        "purchaseCost.amountMinor",
                        "purchaseCost",
                        "usefulLifeMonths",
                        "decliningPercent",
                        "firmware",
                        "notes",
                        "custom",
                        "aliases[0].code");
        for (var body : List.of(
                Map.of("productId", product, "quantity", 2),
                Map.of("productId", "x"),
                Map.of("productId", product, "purchaseCost", Map.of("amountMinor", 1.5, "currency", "EUR")),
                Map.of("productId", product, "purchaseCost", Map.of("amountMinor", 5)),
                Map.of("productId", product, "purchaseCost", Map.of("amountMinor", 5, "currency", "XXQ")),
                Map.of("productId", product, "status", "SOLD"))) {
            assertThat(company.owner().post("/assets", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        for (var body : List.of(
                Map.of("productId", product),
                Map.of("productId", product, "quantity", 0),
                Map.of("productId", product, "quantity", 5001),
                Map.of("productId", product, "quantity", 2, "serials", List.of("one")),
                Map.of("productId", product, "numbers", List.of("A-" + product, "a-" + product)),
                Map.of("productId", product, "quantity", 2, "number", "X-1"))) {
            assertThat(company.owner().post("/assets/registrations", body).refusal(400))
                    .as(body.toString())
                    .isEqualTo("invalid");
        }
        assertThat(db.fetchCount(db.selectFrom("inventory.asset where product_id = '" + product + "'")))
                .isZero();
    }

    @Test
    void keepsScriptAsTheTextItIs() {
        var product = register.product("Truss");
        var script = "<script>alert(1)</script>'; drop table inventory.asset; --";
        var asset = Register.asset(
                company.owner(),
                product,
                "notes",
                script,
                "supplier",
                script,
                "serial",
                script,
                "custom",
                Map.of("shelf life", script));
        var read = company.owner().get("/assets/" + asset.id()).expect(200).json();
        assertThat(read.path("notes").asString()).isEqualTo(script);
        assertThat(read.path("serial").asString()).isEqualTo(script);
        assertThat(read.path("custom").path("shelf life").asString()).isEqualTo(script);
    }

    @Test
    void changesByMergePatchAndTellsWhatChangedMeanwhile() {
        var product = register.product("Desk");
        var owner = company.owner();
        var asset = Register.asset(owner, product, "serial", "S1", "firmware", "1.0");
        var changed = owner.patch("/assets/" + asset.id(), body("firmware", "2.0", "serial", null), asset.etag())
                .expect(200);
        assertThat(changed.json().path("serial").isNull()).isTrue();
        assertThat(changed.etag()).isEqualTo("\"2\"");
        var stale = owner.patch("/assets/" + asset.id(), Map.of("firmware", "3.0"), asset.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.json().path("facts").path("changes").toString()).contains("firmware", "2.0");
        var same = owner.patch("/assets/" + asset.id(), Map.of("firmware", "2.0"), changed.etag())
                .expect(200);
        assertThat(same.etag()).isEqualTo("\"2\"");
        assertThat(owner.patch("/assets/" + asset.id(), body("number", null), "*")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(owner.patch("/assets/" + asset.id(), Map.of("status", "SOLD"), "*")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(owner.patch("/assets/" + UUID.randomUUID(), Map.of("firmware", "1"), "*")
                        .refusal(404))
                .isEqualTo("not-found");
        var history = owner.get("/assets/" + asset.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.get(0).path("changes").toString()).contains("firmware", "1.0", "2.0", "serial");
    }

    @Test
    void costsAreForWhomTheyAreFor() {
        var product = register.product("Amplifier");
        var owner = company.owner();
        var cost = Map.of("amountMinor", 123_456, "currency", "EUR");
        var asset = Register.asset(
                owner,
                product,
                "purchaseCost",
                cost,
                "insuranceValue",
                cost,
                "purchaseDate",
                "2020-01-01",
                "depreciation",
                "STRAIGHT_LINE",
                "usefulLifeMonths",
                12,
                "residualValue",
                Map.of("amountMinor", 3_456, "currency", "EUR"));
        var seen = owner.get("/assets/" + asset.id()).expect(200).json();
        assertThat(seen.path("bookValue").path("amountMinor").asLong()).isEqualTo(3_456);
        var half = owner.get("/assets/" + asset.id() + "/book-value?on=2020-07-01")
                .expect(200)
                .json();
        assertThat(half.path("bookValue").path("amountMinor").asLong()).isEqualTo(63_456);
        owner.patch(
                        "/assets/" + asset.id(),
                        Map.of("insuranceValue", Map.of("amountMinor", 99_999, "currency", "EUR")),
                        "*")
                .expect(200);

        var warehouse = company.somebodyWho("ASSET_READ", "ASSET_EDIT");
        for (var path :
                List.of("/assets/" + asset.id(), "/assets?product=" + product, "/assets/" + asset.id() + "/history")) {
            assertThat(warehouse.get(path).expect(200).text()).as(path).doesNotContain("123456", "99999", "3456");
        }
        assertThat(owner.get("/assets/" + asset.id() + "/history").expect(200).text())
                .contains("123456", "99999");
        assertThat(warehouse
                        .get("/assets/" + asset.id() + "/book-value?on=2020-07-01")
                        .refusal(403))
                .isEqualTo("not-permitted");
        for (var patch :
                List.of(body("purchaseCost", null), Map.of("purchaseCost", cost), Map.of("depreciation", "NONE"))) {
            assertThat(warehouse.patch("/assets/" + asset.id(), patch, "*").refusal(403))
                    .isEqualTo("not-permitted");
        }
        assertThat(warehouse
                        .post("/assets", Map.of("productId", product, "purchaseCost", cost))
                        .refusal(403))
                .isEqualTo("not-permitted");
        var stale = warehouse.patch("/assets/" + asset.id(), Map.of("notes", "x"), asset.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.text()).doesNotContain("99999");
        warehouse
                .patch("/assets/" + asset.id(), Map.of("notes", "by the warehouse"), "*")
                .expect(200);
        var after = owner.get("/assets/" + asset.id()).expect(200).json();
        assertThat(after.path("insuranceValue").path("amountMinor").asLong()).isEqualTo(99_999);
        assertThat(after.path("usefulLifeMonths").asInt()).isEqualTo(12);
    }

    @Test
    void countsByStatus() {
        var product = register.product("Fader");
        var ids = Register.many(company.owner(), product, 3);
        company.owner().post("/assets/" + ids.getFirst() + "/loss", Map.of()).expect(200);
        var summary = company.owner()
                .get("/assets/summary?product=" + product)
                .expect(200)
                .json();
        assertThat(summary.path("total").asLong()).isEqualTo(3);
        assertThat(summary.path("byStatus").path("LOST").asLong()).isEqualTo(1);
        assertThat(summary.path("byStatus").path("SOLD").asLong()).isZero();
    }
}

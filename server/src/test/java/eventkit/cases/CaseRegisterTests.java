package eventkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class CaseRegisterTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;

    CaseRegisterTests(Company company, Warehouse warehouse, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
    }

    @Test
    void givesRunningNumbersToSeveralAtOnce() throws Exception {
        var hall = warehouse.hall();
        Callable<String> create =
                () -> create(hall, Map.of()).expect(201).json().path("number").asString();
        var numbers = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done :
                    pool.invokeAll(Stream.generate(() -> create).limit(18).toList())) numbers.add(done.get());
        }
        assertThat(numbers).hasSize(18).allMatch(n -> n.matches("FC-\\d{4,}"));
    }

    @Test
    void numbersAreUniqueInUpperAndLowerCaseAndShareTheirSpaceWithAliases() {
        var hall = warehouse.hall();
        var number = "Rack " + Warehouse.running();
        var first = create(hall, Map.of("number", number, "aliases", List.of("old-" + number)))
                .expect(201);
        assertThat(create(hall, Map.of("number", number.toUpperCase(java.util.Locale.ROOT)))
                        .refusal(409))
                .isEqualTo("case-number-taken");
        assertThat(create(hall, Map.of("number", "OLD-" + number)).refusal(409)).isEqualTo("case-number-taken");
        assertThat(create(hall, Map.of("aliases", List.of("OLD-" + number))).refusal(409))
                .isEqualTo("case-alias-taken");
        assertThat(create(hall, Map.of("aliases", List.of(number))).refusal(409))
                .isEqualTo("case-alias-taken");
        var other = create(hall, Map.of()).expect(201);
        assertThat(api.patch("/cases/" + other.id(), Map.of("aliases", List.of("old-" + number)), other.etag())
                        .refusal(409))
                .isEqualTo("case-alias-taken");
        var byAlias =
                api.get("/cases/by-code?code=OLD-" + number.replace(" ", "%20")).expect(200);
        assertThat(byAlias.id()).isEqualTo(first.id());
        assertThat(api.get("/cases/by-code?code=nothing").refusal(404)).isEqualTo("not-found");
    }

    @Test
    void takesWeightAndSizeFromItsProductWhereNothingElseIsSaid() {
        var product = warehouse.product("SERIALISED", "Case 120 x 60", 22_000L);
        db.execute(
                "update catalogue.product set width_millimetres = 600, height_millimetres = 700, depth_millimetres = 1200 where id = ?",
                product);
        var made = create(warehouse.hall(), Map.of("productId", product, "heightMillimetres", 650))
                .expect(201)
                .json();
        assertThat(made.path("tareWeightGrams").asLong()).isEqualTo(22_000);
        assertThat(made.path("lengthMillimetres").asInt()).isEqualTo(1200);
        assertThat(made.path("heightMillimetres").asInt()).isEqualTo(650);
        assertThat(made.path("measures").path("volumeCubicMillimetres").asLong())
                .isEqualTo(1200L * 600 * 650);
        assertThat(made.path("measures").path("weightGrams").asLong()).isEqualTo(22_000);
        assertThat(made.path("stackable").asBoolean()).isTrue();
        assertThat(made.path("contentsKind").asString()).isEqualTo("PER_JOB");
    }

    @Test
    void changesByMergePatchAndTellsWhatChangedSince() {
        var made = create(warehouse.hall(), Map.of("notes", "Left castor squeaks", "tareWeightGrams", 5000))
                .expect(201);
        var clear = new HashMap<String, Object>();
        clear.put("name", "Dimmer rack");
        clear.put("notes", null);
        var changed = api.patch("/cases/" + made.id(), clear, made.etag()).expect(200);
        assertThat(changed.json().path("notes").isNull()).isTrue();
        assertThat(changed.json().path("tareWeightGrams").asLong()).isEqualTo(5000);
        var stale = api.patch("/cases/" + made.id(), Map.of("name", "Other"), made.etag());
        assertThat(stale.refusal(412)).isEqualTo("stale");
        assertThat(stale.json().path("facts").path("changes").toString()).contains("Dimmer rack");
        var same = api.patch("/cases/" + made.id(), Map.of("name", "Dimmer rack"), changed.etag())
                .expect(200);
        assertThat(same.etag()).isEqualTo(changed.etag());
        assertThat(api.patch("/cases/" + made.id(), Map.of("status", "CLOSED"), same.etag())
                        .refusal(400))
                .isEqualTo("invalid");
        var history =
                api.get("/cases/" + made.id() + "/history").expect(200).json().path("items");
        assertThat(history.size()).isEqualTo(2);
        assertThat(api.send("PATCH", "/cases/" + made.id(), Map.of("name", "x"), Map.of())
                        .refusal(428))
                .isEqualTo("if-match-required");
    }

    @Test
    void goesOnlyWhereItsStatusAllows() {
        var id = create(warehouse.hall(), Map.of()).expect(201).id();
        assertThat(post(id, "closing", null).expect(200).json().path("status").asString())
                .isEqualTo("CLOSED");
        assertThat(post(id, "closing", null).refusal(409)).isEqualTo("case-status-illegal");
        assertThat(post(id, "retirement", null).refusal(409)).isEqualTo("case-status-illegal");
        assertThat(post(id, "out-of-service", Map.of()).refusal(400)).isEqualTo("invalid");
        var broken = post(id, "out-of-service", Map.of("note", "Hinge broken"))
                .expect(200)
                .json();
        assertThat(broken.path("statusNote").asString()).isEqualTo("Hinge broken");
        post(id, "retirement", Map.of("note", "Beyond repair")).expect(200);
        var shown = api.get("/cases?q=" + broken.path("number").asString()).json();
        assertThat(shown.path("total").asLong()).isZero();
        assertThat(api.get("/cases?status=RETIRED&q=" + broken.path("number").asString())
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(post(id, "opening", null)
                        .expect(200)
                        .json()
                        .path("statusNote")
                        .isNull())
                .isTrue();
    }

    @Test
    void removesOnlyWhatWasNeverUsed() {
        var hall = warehouse.hall();
        var fresh = create(hall, Map.of()).expect(201);
        assertThat(api.delete("/cases/" + fresh.id(), "\"7\"").refusal(412)).isEqualTo("stale");
        api.delete("/cases/" + fresh.id(), fresh.etag()).expect(204);
        assertThat(api.get("/cases/" + fresh.id()).refusal(404)).isEqualTo("not-found");

        var used = create(hall, Map.of()).expect(201);
        var lamp = warehouse.asset(warehouse.product("SERIALISED", "Lamp", null), hall);
        post(used.id(), "contents", Map.of("items", List.of(Map.of("assetId", lamp))))
                .expect(200);
        assertThat(api.delete("/cases/" + used.id(), "*").refusal(409)).isEqualTo("case-not-empty");
        assertThat(post(used.id(), "retirement", null).refusal(409)).isEqualTo("case-not-empty");
        api.delete("/cases/" + used.id() + "/contents", "*").expect(200);
        assertThat(api.delete("/cases/" + used.id(), "*").refusal(409)).isEqualTo("case-used");
        post(used.id(), "retirement", null).expect(200);
    }

    @Test
    void findsCasesByEverythingTheListFilters() {
        var hall = warehouse.hall();
        var shelf = warehouse.shelf(hall);
        var word = "findme" + Warehouse.running();
        var fixed = create(shelf, Map.of("name", word + " amp rack", "contentsKind", "FIXED"))
                .expect(201)
                .id();
        var perJob = create(hall, Map.of("name", word + " cable trunk", "aliases", List.of("code" + word)))
                .expect(201)
                .id();
        post(perJob, "contents", Map.of("items", List.of(Map.of("caseId", fixed))))
                .expect(200);
        assertThat(total("?location=" + hall + "&q=" + word)).isEqualTo(2);
        assertThat(total("?location=" + shelf + "&q=" + word)).isZero();
        assertThat(total("?kind=FIXED&q=" + word)).isEqualTo(1);
        assertThat(total("?nested=true&q=" + word)).isEqualTo(1);
        assertThat(total("?parent=" + perJob)).isEqualTo(1);
        assertThat(total("?empty=true&q=" + word)).isEqualTo(1);
        assertThat(total("?empty=false&q=" + word)).isEqualTo(1);
        assertThat(total("?q=code" + word)).isEqualTo(1);
        assertThat(total("?q=" + word + "%20trunk")).isEqualTo(1);
        for (var sort : List.of("number", "-name", "location", "status", "-changedAt", "createdAt")) {
            var first = api.get("/cases?limit=1&q=" + word + "&sort=" + sort)
                    .expect(200)
                    .json();
            var second = api.get("/cases?limit=1&q=" + word + "&cursor="
                            + first.path("next").asString())
                    .expect(200)
                    .json();
            assertThat(second.path("items").get(0).path("id"))
                    .as(sort)
                    .isNotEqualTo(first.path("items").get(0).path("id"));
        }
    }

    @Test
    void changesHowNumbersAreMade() {
        var now = api.get("/cases/numbering").expect(200);
        var prefix = "K" + Warehouse.running() + "-";
        var changed = api.put("/cases/numbering", Map.of("prefix", prefix, "width", 2, "next", 7), now.etag())
                .expect(200);
        var hall = warehouse.hall();
        create(hall, Map.of("number", prefix + "08")).expect(201);
        assertThat(create(hall, Map.of()).expect(201).json().path("number").asString())
                .isEqualTo(prefix + "07");
        assertThat(create(hall, Map.of()).expect(201).json().path("number").asString())
                .isEqualTo(prefix + "09");
        assertThat(api.put("/cases/numbering", Map.of("prefix", "x", "width", 99, "next", 0), changed.etag())
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.put("/cases/numbering", Map.of("prefix", "x", "width", 4, "next", 1), now.etag())
                        .refusal(412))
                .isEqualTo("stale");
        var json = now.json();
        api.put(
                        "/cases/numbering",
                        Map.of(
                                "prefix",
                                json.path("prefix").asString(),
                                "width",
                                json.path("width").asInt(),
                                "next",
                                json.path("next").asLong()),
                        "*")
                .expect(200);
    }

    @Test
    void doesMuchAtOnceAllOrEach() {
        var hall = warehouse.hall();
        var a = create(hall, Map.of()).expect(201).id();
        var b = create(hall, Map.of()).expect(201).id();
        post(b, "closing", null).expect(200);
        var refused = api.post("/cases/bulk", Map.of("ids", List.of(a, b), "action", Map.of("type", "CLOSE")));
        assertThat(refused.refusal(409)).isEqualTo("bulk-refused");
        assertThat(api.get("/cases/" + a).json().path("status").asString()).isEqualTo("OPEN");
        var each = api.post(
                        "/cases/bulk", Map.of("ids", List.of(a, b), "mode", "EACH", "action", Map.of("type", "CLOSE")))
                .expect(200)
                .json();
        assertThat(each.path("lines").get(0).path("done").asBoolean()).isTrue();
        assertThat(each.path("lines").get(1).path("code").asString()).isEqualTo("case-status-illegal");
        assertThat(api.get("/cases/" + a).json().path("status").asString()).isEqualTo("CLOSED");
        var other = warehouse.hall();
        var unknown = UUID.randomUUID();
        var moved = api.post(
                        "/cases/bulk",
                        Map.of(
                                "ids",
                                List.of(a, unknown, b),
                                "mode",
                                "EACH",
                                "action",
                                Map.of("type", "MOVE", "locationId", other)))
                .expect(200)
                .json();
        assertThat(moved.path("lines").get(1).path("code").asString()).isEqualTo("not-found");
        assertThat(total("?location=" + other)).isEqualTo(2);
        assertThat(api.post("/cases/bulk", Map.of("ids", List.of(), "action", Map.of("type", "MOVE")))
                        .refusal(400))
                .isEqualTo("invalid");
        var planner = company.somebodyWho("ASSET_READ", "CASE_EDIT");
        var forbidden = planner.post(
                "/cases/bulk", Map.of("ids", List.of(a), "action", Map.of("type", "MOVE", "locationId", hall)));
        assertThat(forbidden.refusal(403)).isEqualTo("not-permitted");
    }

    @Test
    void aReaderReadsAndDoesNotWrite() {
        var reader = company.somebodyWho("ASSET_READ");
        var hall = warehouse.hall();
        var id = create(hall, Map.of()).expect(201).id();
        reader.get("/cases/" + id).expect(200);
        for (var refused : List.of(
                reader.post("/cases", Map.of("name", "x", "locationId", hall)),
                reader.post("/cases/" + id + "/contents", Map.of("items", List.of())),
                reader.post("/cases/" + id + "/closing", null),
                reader.post("/cases/" + id + "/moves", Map.of("locationId", hall)),
                reader.delete("/cases/" + id, "*"),
                reader.put("/cases/" + id + "/expected", Map.of("items", List.of()), "*"))) {
            assertThat(refused.refusal(403)).isEqualTo("not-permitted");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"name\":\"\",\"locationId\":\"%s\"}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"locationId\":\"nowhere\"}",
                "{\"name\":\"x\\u0007\",\"locationId\":\"%s\"}",
                "{\"name\":7,\"locationId\":\"%s\"}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"tareWeightGrams\":-1}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"tareWeightGrams\":1e30}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"lengthMillimetres\":0}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"lengthMillimetres\":2147483648}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"number\":\" \"}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"number\":\"a\\nb\"}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"aliases\":[null]}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"aliases\":\"x\"}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"status\":\"RETIRED\"}",
                "{\"name\":\"x\",\"locationId\":\"%s\",\"contentsKind\":\"NONSENSE\"}"
            })
    void refusesNonsense(String body) {
        var text = body.contains("%s") ? body.formatted(warehouse.hall()) : body;
        assertThat(api.post("/cases", text).refusal(400)).isIn("invalid", "unreadable");
    }

    @Test
    void keepsScriptAsTheTextItIs() {
        var script = "<script>alert('x')</script> & \"more\"";
        var made = create(warehouse.hall(), Map.of("name", script, "notes", script))
                .expect(201);
        assertThat(made.json().path("name").asString()).isEqualTo(script);
        assertThat(create(warehouse.hall(), Map.of("name", "x".repeat(201))).refusal(400))
                .isEqualTo("invalid");
        assertThat(create(UUID.randomUUID(), Map.of()).refusal(404)).isEqualTo("not-found");
        assertThat(create(warehouse.hall(), Map.of("productId", UUID.randomUUID()))
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(api.get("/cases/not-a-uuid").status()).isEqualTo(400);
        assertThat(api.get("/cases?sort=nonsense").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/cases?cursor=%00").status()).isEqualTo(400);
    }

    private Api.Answer create(UUID location, Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("name", "Case");
        body.put("locationId", location);
        body.putAll(more);
        return api.post("/cases", body);
    }

    private Api.Answer post(String id, String what, @Nullable Object body) {
        return api.post("/cases/" + id + "/" + what, body);
    }

    private long total(String query) {
        return api.get("/cases" + query).expect(200).json().path("total").asLong();
    }
}

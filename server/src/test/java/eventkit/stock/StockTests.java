package eventkit.stock;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class StockTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final Outbox outbox;

    StockTests(Company company, Warehouse warehouse, DSLContext db, Outbox outbox) {
        this.outbox = outbox;
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
    }

    @Test
    void keepsALedgerOfEveryChange() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        var shelf = warehouse.shelf(hall);
        receive(cable, hall, 20);
        var adjusted = adjust(cable, hall, -3, "DAMAGED", "Cut by a forklift").expect(201);
        assertThat(adjusted.json().path("resulting").asLong()).isEqualTo(17);
        assertThat(adjusted.header("Location")).isEqualTo("/api/v1/stock/entries/" + adjusted.id());
        move(cable, hall, shelf, 5).expect(201);
        api.post("/stock/consumption", lines(line(cable, shelf, 1))).expect(201);

        var entries = api.get("/stock/entries?product=" + cable + "&sort=at")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(entries, "kind")).containsExactly("RECEIPT", "ADJUSTMENT", "MOVE", "MOVE", "CONSUMED");
        assertThat(texts(entries, "delta")).containsExactly("20", "-3", "-5", "5", "-1");
        assertThat(entries.get(1).path("byName").asString()).isEqualTo("Ana Ruiz");
        assertThat(quantity(cable, hall)).isEqualTo(12);
        assertThat(quantity(cable, shelf)).isEqualTo(4);

        var totals = api.get("/stock/totals/" + cable).expect(200).json();
        assertThat(totals.path("owned").asLong()).isEqualTo(16);
        assertThat(totals.path("sites").size()).isEqualTo(1);
        assertThat(totals.path("sites").get(0).path("locationId").asString()).isEqualTo(hall.toString());

        var level = api.get("/stock?product=" + cable + "&location=" + shelf)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        var history = api.get("/stock/" + level.path("id").asString() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(texts(history, "action")).containsExactly("consumed", "moved");
        api.get("/stock/" + level.path("id").asString()).expect(200);
        assertThat(api.get("/stock/" + UUID.randomUUID()).refusal(404)).isEqualTo("not-found");
        assertThat(api.get("/stock/totals/" + UUID.randomUUID()).refusal(404)).isEqualTo("not-found");
    }

    @Test
    void neverFallsBelowZeroAndSaysWhatIsThere() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        receive(cable, hall, 3);
        var refused = api.post("/stock/consumption", lines(line(cable, hall, 4)));
        assertThat(refused.refusal(409)).isEqualTo("stock-too-low");
        assertThat(refused.json().path("facts").path("there").asLong()).isEqualTo(3);
        assertThat(move(cable, hall, warehouse.hall(), 4).refusal(409)).isEqualTo("stock-too-low");
        assertThat(adjust(cable, hall, -4, "LOST", "Gone").refusal(409)).isEqualTo("stock-too-low");
        assertThat(quantity(cable, hall)).isEqualTo(3);
    }

    @Test
    void oneBadLineLeavesNothingWritten() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        receive(cable, hall, 3);
        var other = warehouse.hall();
        var sheet = Map.of(
                "lines",
                List.of(
                        Map.of("productId", cable, "fromLocationId", hall, "toLocationId", other, "quantity", 2),
                        Map.of("productId", cable, "fromLocationId", hall, "toLocationId", other, "quantity", 2)));
        assertThat(api.post("/stock/moves", sheet).refusal(409)).isEqualTo("stock-too-low");
        assertThat(quantity(cable, hall)).isEqualTo(3);
        assertThat(quantity(cable, other)).isZero();
    }

    @Test
    void anAdjustmentNeedsItsReason() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        var refused = api.post("/stock/adjustments", Map.of("productId", cable, "locationId", hall, "delta", 5));
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(texts(refused.json().path("errors"), "field")).containsExactly("reason", "note");
        assertThat(adjust(cable, hall, 0, "OTHER", "x").refusal(400)).isEqualTo("invalid");
    }

    @Test
    void countsASheetAndNoticesWhatChangedMeanwhile() {
        var cable = warehouse.cable();
        var tape = warehouse.tape();
        var hall = warehouse.hall();
        receive(cable, hall, 10);
        receive(tape, hall, 5);
        var sheet = Map.of(
                "note",
                "Spring stocktake",
                "lines",
                List.of(
                        Map.of("productId", cable, "locationId", hall, "quantity", 8, "expectedQuantity", 10),
                        Map.of("productId", tape, "locationId", hall, "quantity", 5, "expectedQuantity", 5)));
        var counted = api.post("/stock/counts", sheet).expect(201).json().path("entries");
        assertThat(texts(counted, "delta")).containsExactly("-2", "0");
        assertThat(counted.get(0).path("operationId")).isEqualTo(counted.get(1).path("operationId"));
        var again = api.post("/stock/counts", sheet);
        assertThat(again.refusal(409)).isEqualTo("stock-changed");
        assertThat(texts(again.json().path("errors"), "field")).containsExactly("lines[0].expectedQuantity");
        var twice = Map.of("lines", List.of(line(cable, hall, 1), line(cable, hall, 2)));
        assertThat(api.post("/stock/counts", twice).refusal(400)).isEqualTo("invalid");
    }

    @Test
    void takesAnEntryBackOnceAndAMoveWithBothItsLines() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        var other = warehouse.hall();
        var entry = receive(cable, hall, 10);
        var moved = move(cable, hall, other, 4).expect(201).json().path("entries");
        assertThat(api.post("/stock/entries/" + entry + "/reversal", null).refusal(409))
                .isEqualTo("stock-too-low");
        var back = api.post(
                        "/stock/entries/" + moved.get(0).path("id").asString() + "/reversal",
                        Map.of("note", "Wrong hall"))
                .expect(201);
        assertThat(back.json().path("entries").size()).isEqualTo(2);
        assertThat(quantity(cable, hall)).isEqualTo(10);
        assertThat(quantity(cable, other)).isZero();
        var second = api.post("/stock/entries/" + moved.get(1).path("id").asString() + "/reversal", null);
        assertThat(second.refusal(409)).isEqualTo("stock-entry-reversed");
        var reversal = back.json().path("entries").get(0).path("id").asString();
        assertThat(api.post("/stock/entries/" + reversal + "/reversal", null).refusal(409))
                .isEqualTo("stock-entry-not-reversible");
        assertThat(api.get("/stock/entries/" + moved.get(0).path("id").asString())
                        .json()
                        .path("reversedById")
                        .asString())
                .isEqualTo(reversal);
        api.post("/stock/entries/" + entry + "/reversal", null).expect(201);
        assertThat(quantity(cable, hall)).isZero();
    }

    @Test
    void countsOnlyWhatIsCounted() {
        var lamp = warehouse.product("SERIALISED", "Lamp", null);
        var refused = api.post("/stock/receipts", lines(line(lamp, warehouse.hall(), 1)));
        assertThat(refused.refusal(409)).isEqualTo("product-not-counted");
        assertThat(api.post("/stock/receipts", lines(line(UUID.randomUUID(), warehouse.hall(), 1)))
                        .refusal(404))
                .isEqualTo("not-found");
        assertThat(api.post("/stock/receipts", lines(line(warehouse.cable(), UUID.randomUUID(), 1)))
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void nothingArrivesAtAnArchivedLocationButWhatIsThereMayLeave() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        receive(cable, hall, 2);
        db.execute("update inventory.location set archived_at = now() where id = ?", hall);
        assertThat(api.post("/stock/receipts", lines(line(cable, hall, 1))).refusal(409))
                .isEqualTo("location-archived");
        move(cable, hall, warehouse.hall(), 2).expect(201);
    }

    @Test
    void saysOnceThatAConsumableIsLow() {
        var tape = warehouse.tape();
        var hall = warehouse.hall();
        receive(tape, hall, 10);
        var before = api.get("/consumables/" + tape).expect(200);
        assertThat(before.etag()).isEqualTo("\"0\"");
        var set = api.put(
                "/consumables/" + tape + "/levels",
                Map.of("parLevel", 24, "reorderPoint", 6, "reorderQuantity", 12, "supplier", "Gaffer & Sons"),
                before.etag());
        assertThat(set.expect(200).json().path("status").asString()).isEqualTo("OK");
        api.post("/stock/consumption", lines(line(tape, hall, 4))).expect(201);
        var low = api.get("/consumables/" + tape).json();
        assertThat(low.path("status").asString()).isEqualTo("LOW");
        assertThat(low.path("toOrder").asLong()).isEqualTo(24);
        var since = low.path("lowSince").asString();
        api.post("/stock/consumption", lines(line(tape, hall, 1))).expect(201);
        assertThat(api.get("/consumables/" + tape).json().path("lowSince").asString())
                .isEqualTo(since);
        var listed =
                api.get("/consumables?low=true&q=gaffer").expect(200).json().path("items");
        assertThat(texts(listed, "productId")).contains(tape.toString());
        receive(tape, hall, 20);
        assertThat(api.get("/consumables/" + tape).json().path("lowSince").isNull())
                .isTrue();
        assertThat(texts(api.get("/consumables?low=true").json().path("items"), "productId"))
                .doesNotContain(tape.toString());
        var stale = api.put("/consumables/" + tape + "/levels", Map.of("parLevel", 1), "\"0\"");
        assertThat(stale.refusal(412)).isEqualTo("stale");
        var wrong = api.put("/consumables/" + tape + "/levels", Map.of("parLevel", 1, "reorderPoint", 2), set.etag());
        assertThat(wrong.refusal(400)).isEqualTo("invalid");
        api.put("/consumables/" + tape + "/levels", Map.of(), set.etag()).expect(200);
        assertThat(api.get("/consumables/" + tape + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void tellsWhoKeepsTheStockOnceWhenItFalls() {
        var keeper = company.somebodyWho("STOCK_ADJUST", "ASSET_READ");
        var tape = warehouse.tape();
        var hall = warehouse.hall();
        receive(tape, hall, 10);
        api.put("/consumables/" + tape + "/levels", Map.of("reorderPoint", 6), "*")
                .expect(200);
        api.post("/stock/consumption", lines(line(tape, hall, 5))).expect(201);
        api.post("/stock/consumption", lines(line(tape, hall, 1))).expect(201);
        outbox.drain();
        var told = new ArrayList<String>();
        for (var notification : keeper.get("/notifications").expect(200).json().path("items")) {
            if (notification.path("subject").path("id").asString().equals(tape.toString()))
                told.add(notification.path("text").asString());
        }
        assertThat(told).singleElement().asString().endsWith("is running low: 5 left");
    }

    @Test
    void onlyConsumablesHaveAReorderPoint() {
        var cable = warehouse.cable();
        assertThat(api.get("/consumables/" + cable).refusal(409)).isEqualTo("not-a-consumable");
        assertThat(api.put("/consumables/" + cable + "/levels", Map.of("parLevel", 1), "*")
                        .refusal(409))
                .isEqualTo("not-a-consumable");
    }

    @Test
    void findsStockByWhereItLiesAndWhatItIs() {
        var hall = warehouse.hall();
        var shelf = warehouse.shelf(hall);
        var cable = warehouse.cable();
        var tape = warehouse.tape();
        receive(cable, shelf, 5);
        receive(tape, hall, 2);
        api.post("/stock/consumption", lines(line(tape, hall, 2))).expect(201);
        assertThat(api.get("/stock?location=" + hall).json().path("total").asLong())
                .isEqualTo(2);
        assertThat(api.get("/stock?warehouse=" + hall + "&empty=false")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(api.get("/stock?location=" + shelf + "&kind=BULK")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(api.get("/stock?location=" + hall + "&q=cab%25")
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(api.get("/stock?location=" + hall + "&q=CABLE")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);
        for (var sort : List.of("product", "-location", "quantity", "-changedAt")) {
            assertThat(api.get("/stock?location=" + hall + "&sort=" + sort)
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .isEqualTo(2);
            var first = api.get("/stock?limit=1&location=" + hall + "&sort=" + sort)
                    .expect(200)
                    .json();
            var second = api.get("/stock?limit=1&location=" + hall + "&cursor="
                            + first.path("next").asString())
                    .expect(200)
                    .json();
            assertThat(second.path("items").get(0).path("id"))
                    .isNotEqualTo(first.path("items").get(0).path("id"));
        }
    }

    @Test
    void aReaderReadsAndDoesNotWrite() {
        var reader = company.somebodyWho("ASSET_READ");
        reader.get("/stock").expect(200);
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        assertThat(reader.post("/stock/receipts", lines(line(cable, hall, 1))).refusal(403))
                .isEqualTo("not-permitted");
        assertThat(reader.post("/stock/moves", Map.of("lines", List.of())).refusal(403))
                .isEqualTo("not-permitted");
        assertThat(company.nobody().get("/stock").refusal(401)).isEqualTo("sign-in-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"lines\":[]}",
                "{\"lines\":[null]}",
                "{\"lines\":[{}]}",
                "{\"lines\":\"x\"}",
                "{\"lines\":[{\"productId\":\"x\"}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":-1}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":0}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":1.5}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":99999999999999999999}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":9223372036854775807}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":\"7\"}]}",
                "{\"lines\":[{\"productId\":\"%s\",\"locationId\":\"%s\",\"quantity\":1}],\"note\":\"a\\u0000b\"}"
            })
    void refusesNonsense(String body) {
        var text = body.contains("%s") ? body.formatted(warehouse.cable(), warehouse.hall()) : body;
        assertThat(api.post("/stock/receipts", text).refusal(400)).isIn("invalid", "unreadable");
        assertThat(api.post("/stock/consumption", text).refusal(400)).isIn("invalid", "unreadable");
        assertThat(api.post("/stock/moves", text).refusal(400)).isIn("invalid", "unreadable");
    }

    @Test
    void refusesTooManyLinesAndHugeSums() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        var many = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= Stock.LINES_MAX; i++) many.add(line(cable, hall, 1));
        assertThat(api.post("/stock/receipts", Map.of("lines", many)).refusal(400))
                .isEqualTo("invalid");
        var large = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < Stock.LINES_MAX; i++) large.add(line(cable, hall, 1_000_000_000L));
        api.post("/stock/receipts", Map.of("lines", large)).expect(201);
        assertThat(api.post("/stock/receipts", lines(line(cable, hall, 1))).refusal(400))
                .isEqualTo("invalid");
        assertThat(api.get("/stock/entries?from=%2B1000000000-01-01T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(api.get("/stock?sort=nonsense").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/stock?location=nonsense").status()).isEqualTo(400);
    }

    @Test
    void severalAtOnceNeverTakeTheSamePiece() throws Exception {
        var cable = warehouse.cable();
        var a = warehouse.hall();
        var b = warehouse.hall();
        receive(cable, a, 30);
        receive(cable, b, 30);
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 40; i++) {
            boolean there = i % 2 == 0;
            tasks.add(() -> move(cable, there ? a : b, there ? b : a, 7).status());
            tasks.add(() -> api.post("/stock/consumption", lines(line(cable, a, 1), line(cable, b, 1)))
                    .status());
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(tasks)) assertThat(done.get()).isIn(201, 409);
        }
        assertThat(quantity(cable, a) + quantity(cable, b)).isBetween(0L, 60L);
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(db.fetchValue("select sum(delta) from stock.entry where product_id = ? and kind = 'MOVE'", cable))
                .hasToString("0");
    }

    @Test
    void randomWalksKeepEveryLevelTheSumOfItsLedger() {
        long seed = 20261121L;
        var random = new Random(seed);
        var products = List.of(warehouse.cable(), warehouse.cable(), warehouse.tape());
        var places = List.of(warehouse.hall(), warehouse.hall(), warehouse.hall());
        var entries = new ArrayList<String>();
        for (int step = 0; step < 150; step++) {
            var product = products.get(random.nextInt(products.size()));
            int from = random.nextInt(places.size());
            var place = places.get(from);
            var answer = switch (random.nextInt(6)) {
                case 0 -> api.post("/stock/receipts", lines(line(product, place, 1 + random.nextInt(20))));
                case 1 -> api.post("/stock/consumption", lines(line(product, place, 1 + random.nextInt(12))));
                case 2 -> move(product, place, places.get((from + 1) % places.size()), 1 + random.nextInt(12));
                case 3 -> api.post("/stock/counts", lines(line(product, place, random.nextInt(15))));
                case 4 ->
                    adjust(
                            product,
                            place,
                            1 + random.nextInt(5) * (random.nextBoolean() ? 1 : -1),
                            "CORRECTION",
                            "walk");
                default ->
                    entries.isEmpty()
                            ? api.get("/stock")
                            : api.post(
                                    "/stock/entries/" + entries.get(random.nextInt(entries.size())) + "/reversal",
                                    null);
            };
            assertThat(answer.status())
                    .as("seed %d step %d: %s", seed, step, answer.text())
                    .isIn(200, 201, 400, 409);
            if (answer.status() == 201 && answer.json().has("entries")) {
                answer.json()
                        .path("entries")
                        .forEach(e -> entries.add(e.path("id").asString()));
            }
        }
        assertThat(warehouse.wrongLevels()).as("seed %d", seed).isEmpty();
    }

    @Test
    void theLedgerCanNotBeRewritten() {
        var cable = warehouse.cable();
        var hall = warehouse.hall();
        var entry = UUID.fromString(receive(cable, hall, 5));
        for (var sql : List.of(
                "update stock.entry set delta = 6 where id = ?",
                "delete from stock.entry where id = ?",
                "update stock.level set quantity = 99 where product_id = (select product_id from stock.entry where id = ?)")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.execute(sql, entry))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(quantity(cable, hall)).isEqualTo(5);
    }

    private String receive(UUID product, UUID location, long quantity) {
        return api.post("/stock/receipts", lines(line(product, location, quantity)))
                .expect(201)
                .json()
                .path("entries")
                .get(0)
                .path("id")
                .asString();
    }

    private Api.Answer adjust(UUID product, UUID location, long delta, String reason, String note) {
        var body = new HashMap<String, Object>();
        body.put("productId", product);
        body.put("locationId", location);
        body.put("delta", delta);
        body.put("reason", reason);
        body.put("note", note);
        return api.post("/stock/adjustments", body);
    }

    private Api.Answer move(UUID product, UUID from, UUID to, long quantity) {
        return api.post(
                "/stock/moves",
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "productId",
                                product,
                                "fromLocationId",
                                from,
                                "toLocationId",
                                to,
                                "quantity",
                                quantity))));
    }

    private long quantity(UUID product, UUID location) {
        var items = api.get("/stock?product=" + product + "&location=" + location)
                .expect(200)
                .json()
                .path("items");
        return items.isEmpty() ? 0 : items.get(0).path("quantity").asLong();
    }

    private static Map<String, Object> line(UUID product, UUID location, long quantity) {
        return Map.of("productId", product, "locationId", location, "quantity", quantity);
    }

    @SafeVarargs
    private static Map<String, Object> lines(Map<String, Object>... lines) {
        return Map.of("lines", List.of(lines));
    }

    private static List<String> texts(tools.jackson.databind.JsonNode items, String field) {
        var texts = new ArrayList<String>();
        items.forEach(i -> texts.add(i.path(field).asString()));
        return texts;
    }
}

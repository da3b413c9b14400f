package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ServerTest
class CarnetTests {
    @TempDir
    Path folder;

    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final DSLContext db;

    CarnetTests(Company company, Warehouse warehouse, Planner planner, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.db = db;
    }

    private UUID goods(
            String kind, String name, @Nullable Long grams, @Nullable Long valueMinor, @Nullable String origin) {
        var id = warehouse.product(kind, name, grams);
        db.execute(
                "update catalogue.product set manufacturer = 'Maker', model = ?, replacement_value_minor = ?, country_of_origin = ? where id = ?",
                "M-" + Warehouse.running(),
                valueMinor,
                origin,
                id);
        return id;
    }

    private UUID asset(UUID product, String serial) {
        var id = warehouse.asset(product, warehouse.hall());
        db.execute("update inventory.asset set serial = ? where id = ?", serial, id);
        return id;
    }

    private UUID flightCase(UUID location, @Nullable UUID parent, @Nullable UUID product) {
        var id = UUID.randomUUID();
        db.execute("""
                insert into cases.flight_case (id, number, name, contents_kind, product_id, tare_weight_grams, location_id, parent_id, created_at, changed_at)
                values (?, ?, 'Rack', 'PER_JOB', ?, 20000, ?, ?, now(), now())
                """, id, "FC-" + Warehouse.running(), product, location, parent);
        return id;
    }

    private JsonNode carnet(UUID event, String query) {
        return api.get("/events/" + event + "/carnet" + query).expect(200).json();
    }

    private static JsonNode item(JsonNode carnet, String name) {
        for (var item : carnet.path("items")) if (item.path("name").asString().startsWith(name)) return item;
        throw new AssertionError(name + " is not on the carnet: " + carnet);
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void countsKitsAndCasesByTheirPartsAndAddsUp() {
        var event = planner.event();
        var list = planner.mainList(event);
        var lamp = goods("SERIALISED", "Lamp", 10_000L, 80_000L, "CZ");
        var cable = goods("BULK", "Cable", 500L, 2_000L, "DE");
        var inner = planner.kit(cable, 3);
        var outer = UUID.fromString(api.post(
                        "/kits",
                        Map.of(
                                "code",
                                "K-" + Warehouse.running(),
                                "name",
                                "Truss with lamps",
                                "mode",
                                "ITEM_BY_ITEM",
                                "components",
                                List.of(
                                        Map.of("productId", lamp, "quantity", 2),
                                        Map.of("kitId", inner, "quantity", 2))))
                .expect(201)
                .id());
        planner.line(list, Map.of("kind", "KIT", "kitId", outer, "quantity", 4));
        var hall = warehouse.hall();
        var big = flightCase(hall, null, null);
        var small = flightCase(hall, big, goods("BULK", "Case 60x40", null, 30_000L, "PL"));
        var packed = asset(lamp, "SN-900");
        db.execute("insert into cases.packed_asset (asset_id, case_id, packed_at) values (?, ?, now())", packed, small);
        db.execute(
                "insert into cases.packed_stock (case_id, product_id, quantity, packed_at) values (?, ?, 5, now())",
                big,
                cable);
        planner.line(list, Map.of("kind", "CASE", "caseId", big, "quantity", 1));
        var carnet = carnet(event, "");
        var lamps = item(carnet, "Lamp");
        assertThat(lamps.path("pieces").asInt()).isEqualTo(9);
        assertThat(lamps.path("weightGrams").asLong()).isEqualTo(90_000);
        assertThat(lamps.path("value").path("amountMinor").asLong()).isEqualTo(720_000);
        assertThat(lamps.path("countryOfOrigin").asString()).isEqualTo("CZ");
        assertThat(lamps.path("marks").get(0).path("serial").asString()).isEqualTo("SN-900");
        assertThat(item(carnet, "Cable").path("pieces").asInt()).isEqualTo(4 * 2 * 3 + 5);
        assertThat(carnet.path("items").size()).isEqualTo(4);
        assertThat(carnet.path("items").get(3).path("number").asInt()).isEqualTo(4);
        var totals = carnet.path("totals");
        assertThat(totals.path("pieces").asInt()).isEqualTo(9 + 29 + 2);
        assertThat(totals.path("weightGrams").asLong()).isEqualTo(90_000 + 29 * 500 + 40_000);
        assertThat(totals.path("value").path("amountMinor").asLong()).isEqualTo(720_000 + 29 * 2_000 + 30_000);
        assertThat(totals.path("valuesUnknown").asInt()).as("the big case").isEqualTo(1);
        var without = carnet(event, "?cases=false");
        assertThat(without.path("items").size()).isEqualTo(2);
        assertThat(without.path("leftOut").path("cases").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingInsteadOfTakingItForNothing() {
        var event = planner.event();
        var list = planner.mainList(event);
        planner.product(list, goods("SERIALISED", "Whole", 1_000L, 5_000L, "DE"), 2);
        var bare = goods("SERIALISED", "Bare", null, null, null);
        planner.product(list, bare, 3);
        var foreign = goods("SERIALISED", "Foreign", 1_000L, 7_000L, "US");
        db.execute("update catalogue.product set currency = 'USD' where id = ?", foreign);
        planner.product(list, foreign, 1);
        planner.ladder(event);
        var carnet = carnet(event, "");
        assertThat(words(item(carnet, "Whole").path("lacks"))).isEmpty();
        assertThat(words(item(carnet, "Bare").path("lacks"))).containsExactly("WEIGHT", "VALUE", "ORIGIN");
        assertThat(item(carnet, "Bare").path("id").asString()).isEqualTo(bare.toString());
        assertThat(words(item(carnet, "Foreign").path("lacks"))).containsExactly("CURRENCY");
        var totals = carnet.path("totals");
        assertThat(totals.path("value").path("amountMinor").asLong()).isEqualTo(10_000);
        assertThat(totals.path("valuesUnknown").asInt()).isEqualTo(4);
        assertThat(totals.path("weightsUnknown").asInt()).isEqualTo(3);
        assertThat(totals.path("originsUnknown").asInt()).isEqualTo(3);
        assertThat(carnet.path("leftOut").path("textLines").asInt()).isEqualTo(1);
        assertThat(words(carnet.path("leftOut").path("texts"))).containsExactly("Ladder");
        var paper =
                text(api.get("/events/" + event + "/carnet/print").expect(200).bytes());
        assertThat(paper)
                .contains("Carnet list", "Incomplete. Pieces without: Value 4, Weight 3, Country of origin 3.")
                .contains("missing", "other currency", "100.00 (4 unknown)");
    }

    @Test
    void aCarnetCoversWhatReturns() {
        var event = planner.event();
        var list = planner.mainList(event);
        planner.product(list, goods("CONSUMABLE", "Tape", 300L, 500L, "GB"), 24);
        planner.product(list, goods("BULK", "Clamp", 400L, 900L, "GB"), 8);
        var usual = carnet(event, "");
        assertThat(usual.path("items").size()).isEqualTo(1);
        assertThat(usual.path("leftOut").path("consumables").asInt()).isEqualTo(24);
        var all = carnet(event, "?consumables=true");
        assertThat(item(all, "Tape").path("pieces").asInt()).isEqualTo(24);
        assertThat(all.path("leftOut").path("consumables").asInt()).isZero();
    }

    @Test
    void marksWhatIsSubHired() {
        var hall = warehouse.hall();
        var event = planner.job(hall, "2027-06-01");
        var product = goods("SERIALISED", "Beam", 2_000L, 100_000L, "FR");
        planner.product(planner.mainList(event), product, 10);
        var partner = planner.client();
        var hire = api.post(
                        "/sub-hires",
                        Map.of(
                                "direction",
                                "IN",
                                "partnerId",
                                partner,
                                "productId",
                                product,
                                "warehouseId",
                                hall,
                                "quantity",
                                4,
                                "from",
                                "2027-05-30T08:00:00Z",
                                "to",
                                "2027-06-03T08:00:00Z",
                                "eventId",
                                event))
                .expect(201)
                .json();
        assertThat(carnet(event, "").path("items").size()).as("only asked for").isEqualTo(1);
        api.send(
                        "POST",
                        "/sub-hires/" + hire.path("id").asString() + "/state",
                        Map.of("state", "ACCEPTED"),
                        Map.of("If-Match", "*"))
                .expect(200);
        var items = carnet(event, "").path("items");
        assertThat(items.get(0).path("pieces").asInt()).isEqualTo(6);
        assertThat(items.get(0).path("lent").isNull()).isTrue();
        assertThat(items.get(1).path("pieces").asInt()).isEqualTo(4);
        assertThat(items.get(1).path("lent").path("number").asString())
                .isEqualTo(hire.path("number").asString());
        assertThat(items.get(1).path("lent").path("partner").asString()).startsWith("Client");
        assertThat(text(api.get("/events/" + event + "/carnet/print")
                        .expect(200)
                        .bytes()))
                .contains("Sub-hired: " + hire.path("number").asString());
        var ours = carnet(event, "?subHired=false");
        assertThat(ours.path("items").size()).isEqualTo(1);
        assertThat(ours.path("leftOut").path("subHired").asInt()).isEqualTo(4);
        var looks = company.somebodyWho("EVENT_READ");
        var seen = looks.get("/events/" + event + "/carnet").expect(200).json();
        assertThat(seen.path("items").get(1).path("lent").path("partner").isNull())
                .isTrue();
    }

    @Test
    void namesAnAssetOnceAndWhatWasScannedForTheEvent() {
        var event = planner.event();
        var first = planner.mainList(event);
        var second = UUID.fromString(api.post("/events/" + event + "/pull-lists", Map.of("name", "Stage B"))
                .expect(201)
                .id());
        var mixer = goods("SERIALISED", "Mixer", 9_000L, 300_000L, "JP");
        var mine = asset(mixer, "A-1");
        planner.line(first, Map.of("kind", "ASSET", "assetId", mine));
        planner.line(second, Map.of("kind", "ASSET", "assetId", mine));
        planner.product(second, mixer, 2);
        var scanned = asset(mixer, "A-2");
        db.execute(
                "update inventory.asset set status = 'RESERVED', out_for = ? where id = ?", "event:" + event, scanned);
        var both = item(carnet(event, ""), "Mixer");
        assertThat(both.path("pieces").asInt()).isEqualTo(3);
        assertThat(both.path("marks")
                        .valueStream()
                        .map(m -> m.path("serial").asString())
                        .toList())
                .containsExactly("A-1", "A-2");
        var only = item(carnet(event, "?list=" + second), "Mixer");
        assertThat(only.path("marks").size())
                .as("for which list it was scanned nobody said")
                .isEqualTo(1);
        assertThat(carnet(event, "?list=" + first)
                        .path("lists")
                        .get(0)
                        .path("listName")
                        .asString())
                .isEqualTo("Main");
        assertThat(api.get("/events/" + event + "/carnet?list=" + planner.mainList(planner.event()))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void namedAssetsCountForWhatTheyAreInsuredFor() {
        var event = planner.event();
        var list = planner.mainList(event);
        var lamp = goods("SERIALISED", "Lamp", 10_000L, 80_000L, "CZ");
        var dear = insured(asset(lamp, "D-1"), 95_000L, "EUR");
        planner.line(list, Map.of("kind", "ASSET", "assetId", dear));
        planner.line(list, Map.of("kind", "ASSET", "assetId", asset(lamp, "D-2")));
        var rack = flightCase(warehouse.hall(), null, null);
        var packed = insured(asset(lamp, "D-3"), 70_000L, "EUR");
        db.execute("insert into cases.packed_asset (asset_id, case_id, packed_at) values (?, ?, now())", packed, rack);
        planner.line(list, Map.of("kind", "CASE", "caseId", rack, "quantity", 1));
        planner.product(list, lamp, 2);
        var scanned = insured(asset(lamp, "D-4"), 60_000L, "EUR");
        db.execute(
                "update inventory.asset set status = 'RESERVED', out_for = ? where id = ?", "event:" + event, scanned);
        var bare = goods("SERIALISED", "Bare", 1_000L, null, "CZ");
        planner.line(list, Map.of("kind", "ASSET", "assetId", insured(asset(bare, "B-1"), 5_000L, "EUR")));
        var foreign = goods("SERIALISED", "Foreign", 1_000L, 1_000L, "CZ");
        planner.line(list, Map.of("kind", "ASSET", "assetId", insured(asset(foreign, "F-1"), 5_000L, "USD")));

        var carnet = carnet(event, "");
        assertThat(item(carnet, "Lamp").path("value").path("amountMinor").asLong())
                .isEqualTo(95_000 + 80_000 + 70_000 + 60_000 + 80_000);
        assertThat(item(carnet, "Bare").path("value").path("amountMinor").asLong())
                .isEqualTo(5_000);
        assertThat(words(item(carnet, "Foreign").path("lacks"))).containsExactly("CURRENCY");
        assertThat(carnet.path("totals").path("ownValuesHidden").asInt()).isZero();
        var sum = api.get("/pull-lists/" + list + "/totals").expect(200).json().path("list");
        assertThat(sum.path("values")
                        .valueStream()
                        .map(v -> v.path("amountMinor").asLong()))
                .as("nobody knows for which list it was scanned")
                .containsExactly(95_000 + 80_000L + 70_000 + 2 * 80_000 + 5_000, 5_000L);

        var planning = company.somebody("PLANNER");
        var seen = planning.get("/events/" + event + "/carnet").expect(200).json();
        assertThat(item(seen, "Lamp").path("value").path("amountMinor").asLong())
                .as("insured values are for those who may see costs")
                .isEqualTo(5 * 80_000);
        assertThat(words(item(seen, "Bare").path("lacks"))).containsExactly("VALUE");
        assertThat(seen.path("totals").path("ownValuesHidden").asInt()).isEqualTo(5);
        var print = "/events/" + event + "/carnet/print";
        assertThat(text(planning.get(print).expect(200).bytes())).contains("who may see costs: 5 pieces");
        assertThat(text(api.get(print).expect(200).bytes())).doesNotContain("who may see costs");
        assertThat(planning.get("/pull-lists/" + list + "/totals")
                        .expect(200)
                        .json()
                        .path("list")
                        .path("values")
                        .valueStream()
                        .map(v -> v.path("amountMinor").asLong()))
                .containsExactly(5 * 80_000L + 1_000);
    }

    private UUID insured(UUID asset, long minor, String currency) {
        db.execute(
                "update inventory.asset set insurance_value_minor = ?, currency = ? where id = ?",
                minor,
                currency,
                asset);
        return asset;
    }

    @Test
    void speaksEnglishAndGermanOnPaperAndInTables() {
        var event = planner.event();
        planner.product(planner.mainList(event), goods("SERIALISED", "Lamp", 12_500L, 1_234_56L, "CZ"), 2);
        var print = "/events/" + event + "/carnet/print";
        assertThat(text(api.get(print).expect(200).bytes()))
                .contains(
                        "Carnet list · Stagelight GmbH", "Description of goods", "25.0 kg", "2,469.12", "CZ", "Maker");
        assertThat(text(api.get(print + "?language=de").expect(200).bytes()))
                .contains("Carnet-Liste", "Warenbezeichnung", "25,0 kg", "2.469,12", "Ursprungsland", "Seite 1 / 1");
        assertThat(api.get(print + "?language=fr").refusal(400)).isEqualTo("invalid");
        var csv = new String(
                api.get("/events/" + event + "/carnet.csv?language=de")
                        .expect(200)
                        .bytes(),
                StandardCharsets.UTF_8);
        var rows = csv.split("\r\n");
        assertThat(rows[0]).contains("Pos.,Warenbezeichnung,Hersteller,Modell,Seriennummern,Stück,Gewicht (kg),Wert");
        assertThat(rows[1]).startsWith("1,Lamp").contains(",2,25.000,2469.12,EUR,CZ,");
        assertThat(rows[2]).startsWith(",Summe,").contains(",2,25.000,2469.12,EUR,");
        var xlsx = api.get("/events/" + event + "/carnet.xlsx").expect(200);
        assertThat(xlsx.header("Content-Disposition")).contains("attachment", ".xlsx");
        assertThat(sheet(xlsx.bytes())).contains("Description of goods", "2469.12");
        assertThat(company.somebodyWho("EVENT_READ")
                        .get("/events/" + event + "/carnet.csv")
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    private String sheet(byte[] book) {
        try {
            var file = Files.write(folder.resolve("book.xlsx"), book);
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAPaperOfThousandsOfGoods() {
        var event = planner.event();
        var list = planner.mainList(event);
        db.execute("""
                with p as (insert into catalogue.product (id, kind, name, currency, created_at)
                           select gen_random_uuid(), 'BULK', 'Many ' || n, 'EUR', now() from generate_series(1, ?) n returning id)
                insert into planning.pull_line (id, list_id, position, kind, product_id, quantity)
                select gen_random_uuid(), ?, row_number() over (), 'PRODUCT', id, 1 from p
                """, Carnets.ITEMS_MAX + 1, list);
        assertThat(api.get("/events/" + event + "/carnet/print").refusal(409)).isEqualTo("carnet-too-long");
        assertThat(api.get("/events/" + event + "/carnet.csv").expect(200).text())
                .contains("Many 5001");
        assertThat(carnet(event, "").path("items").size()).isEqualTo(Carnets.ITEMS_MAX + 1);
        db.execute("delete from planning.pull_line where list_id = ?", list);
        db.execute("delete from catalogue.product where name like 'Many %'");
    }
}

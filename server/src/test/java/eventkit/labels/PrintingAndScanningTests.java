package eventkit.labels;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a registered thing to paper and back by a scanner, over the API. */
@ServerTest
class PrintingAndScanningTests {
    private static final String A4_3X8 = "0198c000-0000-7000-8000-000000000001";
    private static final String ZPL_57X32 = "0198c000-0000-7000-8000-000000000006";

    @TempDir
    Path folder;

    private final Company company;
    private final DSLContext db;

    PrintingAndScanningTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    @Test
    void aPrintedLabelIsReadBackAndLeadsToItsThing() throws Exception {
        var api = company.owner();
        var things = new HashMap<String, String>();
        var items = new ArrayList<Map<String, Object>>();
        for (var asset : assets("PR", 21)) {
            things.put("asset/" + asset, "ASSET");
            items.add(Map.of("kind", "ASSET", "id", asset));
        }
        var location = location("PR-L1");
        items.add(Map.of("kind", "LOCATION", "id", location));
        things.put("location/" + location, "LOCATION");
        var flightCase = flightCase("PR-C1", location);
        items.add(Map.of("kind", "CASE", "id", flightCase));
        things.put("case/" + flightCase, "CASE");
        var kit = kit("PR-KIT");
        items.add(Map.of("kind", "KIT", "id", kit));
        things.put("kit/" + kit, "KIT");
        var print = api.post("/labels", Map.of("items", items, "formatId", A4_3X8, "startAt", 5))
                .expect(200);
        assertThat(print.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(print.header("Content-Disposition")).contains("labels.pdf");
        for (int dpi : new int[] {300, 150}) {
            var read = read(print.bytes(), dpi);
            assertThat(read).hasSize(24);
            assertThat(read.stream().map(url -> url.substring(url.indexOf('/', 9) + 1)))
                    .containsExactlyInAnyOrderElementsOf(things.keySet());
            if (dpi == 150) continue;
            for (var url : read) {
                var found = resolve(api, url).expect(200).json();
                assertThat(things.get(url.substring(url.indexOf('/', 9) + 1)))
                        .isEqualTo(found.path("kind").asString());
                assertThat(url).endsWith(found.path("id").asString());
            }
        }
    }

    @Test
    void printsForALabelPrinterAsItsOwnLanguage() {
        var asset = assets("ZP", 1).getFirst();
        var zpl = company.owner()
                .post(
                        "/labels",
                        Map.of(
                                "items",
                                List.of(Map.of("kind", "ASSET", "id", asset)),
                                "formatId",
                                ZPL_57X32,
                                "copies",
                                3))
                .expect(200);
        assertThat(zpl.header("Content-Type")).startsWith("text/plain");
        assertThat(zpl.text())
                .startsWith("^XA")
                .contains("/asset/" + asset)
                .contains("ZP-001")
                .contains("^PQ3")
                .contains("S/N");
    }

    @Test
    void refusesWhatCanNotBePrinted() {
        var api = company.owner();
        var asset = assets("RF", 1).getFirst();
        var item = Map.<String, Object>of("kind", "ASSET", "id", asset);
        assertThat(api.post("/labels", Map.of("items", List.of(item), "formatId", A4_3X8, "copies", 500))
                        .expect(200)
                        .bytes())
                .isNotEmpty();
        var many = IntStream.range(0, 5).mapToObj(i -> item).toList();
        var refused = api.post("/labels", Map.of("items", many, "formatId", A4_3X8, "copies", 500));
        assertThat(refused.refusal(413)).isEqualTo("too-many-labels");
        assertThat(refused.json().path("facts").path("most").asInt()).isEqualTo(2000);
        assertThat(api.post("/labels", Map.of("items", List.of(), "formatId", A4_3X8))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/labels", Map.of("items", List.of(item), "formatId", A4_3X8, "startAt", 25))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/labels", Map.of("items", List.of(item), "formatId", UUID.randomUUID()))
                        .refusal(404))
                .isEqualTo("not-found");
        var unknown = api.post(
                "/labels",
                Map.of("items", List.of(item, Map.of("kind", "KIT", "id", UUID.randomUUID())), "formatId", A4_3X8));
        assertThat(unknown.refusal(400)).isEqualTo("invalid");
        assertThat(unknown.json().path("errors").path(0).path("field").asString())
                .isEqualTo("items[1].id");
        var limited = company.somebodyWho("LABEL_PRINT");
        assertThat(limited.post("/labels", Map.of("items", List.of(item), "formatId", A4_3X8))
                        .refusal(403))
                .isEqualTo("not-permitted");
        var small = api.post("/label-formats", format("Tiny", Map.of("geometry", geometry(12))))
                .expect(201);
        var tooSmall = api.post("/labels", Map.of("items", List.of(item), "formatId", small.id()));
        assertThat(tooSmall.refusal(409)).isEqualTo("code-does-not-fit");
        assertThat(api.get("/label-formats/" + small.id() + "/preview").refusal(409))
                .isEqualTo("code-does-not-fit");
    }

    @Test
    void showsAFormatThatIsStillBeingMadeUp() {
        var api = company.owner();
        long before = api.get("/label-formats").json().path("total").asLong();
        var whole = api.post("/label-formats/preview", format("Draft", Map.of("namedSheet", "A4_3X7")))
                .expect(200)
                .json();
        assertThat(whole.path("widthMillimetres").asDouble()).isEqualTo(63.5);
        assertThat(whole.path("lines").toString()).contains("SM58-001", "Stagelight GmbH");
        var bare = api.post(
                        "/label-formats/preview", format("Draft", Map.of("namedSheet", "A4_3X7", "showCompany", false)))
                .expect(200)
                .json();
        assertThat(bare.path("lines").toString()).doesNotContain("Stagelight GmbH");
        assertThat(api.post("/label-formats/preview", format("Tiny", Map.of("geometry", geometry(12))))
                        .refusal(409))
                .isEqualTo("code-does-not-fit");
        assertThat(company.somebodyWho("LABEL_PRINT")
                        .post("/label-formats/preview", format("Draft", Map.of("namedSheet", "A4_3X7")))
                        .refusal(403))
                .isEqualTo("not-permitted");
        assertThat(api.get("/label-formats").json().path("total").asLong()).isEqualTo(before);
    }

    @Test
    void keepsFormatsWithTheirHistory() {
        var api = company.owner();
        var made = api.post("/label-formats", format("Door signs", Map.of("namedSheet", "A4_3X7", "outlined", true)))
                .expect(201);
        assertThat(made.json().path("geometry").path("columns").asInt()).isEqualTo(3);
        var path = "/label-formats/" + made.id();
        assertThat(api.post("/label-formats", format("DOOR signs", Map.of("namedSheet", "A4_3X7")))
                        .refusal(409))
                .isEqualTo("label-format-name-taken");
        var clear = new HashMap<String, Object>();
        clear.put("namedSheet", null);
        clear.put("geometry", geometry(60));
        var changed = api.patch(path, clear, made.etag()).expect(200);
        assertThat(changed.json().path("namedSheet").isNull()).isTrue();
        assertThat(changed.json().path("geometry").path("labelWidthMillimetres").asDouble())
                .isEqualTo(60);
        assertThat(api.patch(path, Map.of("name", "Late"), made.etag()).refusal(412))
                .isEqualTo("stale");
        var wide = new HashMap<>(geometry(60));
        wide.put("columns", 9);
        var bad = api.patch(path, Map.of("geometry", wide), changed.etag());
        assertThat(bad.refusal(400)).isEqualTo("invalid");
        assertThat(bad.json().path("errors").path(0).path("field").asString()).isEqualTo("geometry.columns");
        assertThat(api.patch(path, Map.of("output", "ZPL"), changed.etag()).refusal(400))
                .isEqualTo("invalid");
        var preview = api.get(path + "/preview").expect(200).json();
        assertThat(preview.path("code").path("codePath").asString()).startsWith("M");
        assertThat(preview.path("lines").size()).isGreaterThan(1);
        assertThat(api.get(path + "/history").expect(200).json().path("items").size())
                .isEqualTo(2);
        assertThat(company.somebodyWho("LABEL_PRINT").delete(path, "*").refusal(403))
                .isEqualTo("not-permitted");
        api.delete(path, changed.etag()).expect(204);
        assertThat(api.get("/label-sheets").expect(200).json().path("total").asInt())
                .isEqualTo(NamedSheet.values().length);
    }

    @Test
    void bindsABlankLabelOnceAtItsFirstScan() throws Exception {
        var api = company.owner();
        var asset = assets("BL", 2);
        var print = api.post("/blank-labels", Map.of("count", 24, "formatId", A4_3X8))
                .expect(200);
        var read = read(print.bytes(), 300);
        assertThat(read).hasSize(24).doesNotHaveDuplicates();
        var found = resolve(api, read.getFirst()).expect(200).json();
        assertThat(found.path("kind").asString()).isEqualTo("BLANK_LABEL");
        assertThat(resolve(api, found.path("shortCode").asString()).expect(200).id())
                .isEqualTo(found.path("id").asString());
        var path = "/blank-labels/" + found.path("id").asString();
        assertThat(api.post(path + "/binding", Map.of("kind", "ASSET", "id", UUID.randomUUID()))
                        .refusal(400))
                .isEqualTo("invalid");
        var bound = api.post(path + "/binding", Map.of("kind", "ASSET", "id", asset.getFirst()))
                .expect(200)
                .json();
        assertThat(bound.path("boundLabel").asString()).isEqualTo("BL-001");
        var again = api.post(path + "/binding", Map.of("kind", "ASSET", "id", asset.getLast()));
        assertThat(again.refusal(409)).isEqualTo("label-already-bound");
        assertThat(again.json().path("facts").path("label").asString()).isEqualTo("BL-001");
        assertThat(resolve(api, read.getFirst()).expect(200).id())
                .isEqualTo(asset.getFirst().toString());
        assertThat(api.get(path + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo("bound");
        var open = api.get("/blank-labels?bound=false&limit=500").expect(200).json();
        assertThat(open.path("items").values().stream()
                        .noneMatch(l ->
                                l.path("id").asString().equals(found.path("id").asString())))
                .isTrue();
        assertThat(api.get("/blank-labels?bound=true")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
        assertThat(api.post("/blank-labels", Map.of("count", 1001, "formatId", A4_3X8))
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void aStrangerLearnsWhoseItIsAndNothingElse() {
        var api = company.owner();
        var asset = assets("ST", 1).getFirst();
        var known = company.nobody().get("/codes/" + asset + "/notice").expect(200);
        var unknown =
                company.nobody().get("/codes/" + UUID.randomUUID() + "/notice").expect(200);
        assertThat(known.text()).isEqualTo(unknown.text());
        // The logo says whose it is, too; it is the company's, whatever was scanned, and its id opens nothing.
        assertThat(known.json().propertyNames()).containsExactlyInAnyOrder("companyName", "notice", "logoFileId");
        assertThat(company.nobody()
                        .get("/files/" + UUID.randomUUID() + "/content")
                        .refusal(401))
                .isEqualTo("sign-in-required");
        assertThat(known.json().path("notice").asString()).contains("Property of Stagelight GmbH");
        assertThat(company.nobody().get("/codes/" + asset).refusal(401)).isEqualTo("sign-in-required");
        var blind = company.somebodyWho("LABEL_PRINT");
        assertThat(blind.get("/codes/" + asset).refusal(404)).isEqualTo("not-found");
        assertThat(resolve(blind, "ST-001").refusal(404)).isEqualTo("not-found");
        var here = api.get("/codes/" + asset).expect(200).json();
        assertThat(here.path("label").asString()).isEqualTo("ST-001");
        assertThat(here.path("target").path("status").asString()).isEqualTo("AVAILABLE");
    }

    @Test
    void understandsWhateverAScannerReads() {
        var api = company.owner();
        var asset = assets("UN", 2);
        db.execute(
                "insert into inventory.asset_alias (code, shown, asset_id, added_at) values ('OLD-77', 'old-77', ?, now())",
                asset.getFirst());
        assertThat(resolve(api, " un-001 ").expect(200).id())
                .isEqualTo(asset.getFirst().toString());
        assertThat(resolve(api, "old-77").expect(200).id())
                .isEqualTo(asset.getFirst().toString());
        assertThat(resolve(api, "un-serial-2").expect(200).id())
                .isEqualTo(asset.getLast().toString());
        db.execute("update inventory.asset set serial = 'UN-SERIAL-1' where id = ?", asset.getLast());
        assertThat(resolve(api, "UN-SERIAL-1").refusal(409)).isEqualTo("code-ambiguous");
        kit("UN-001");
        var two = resolve(api, "UN-001");
        assertThat(two.refusal(409)).isEqualTo("code-ambiguous");
        assertThat(two.json().path("facts").path("matches").size()).isEqualTo(2);
        assertThat(resolve(api, "nothing of the kind").refusal(404)).isEqualTo("not-found");
        var foreign = resolve(api, "https://other.example.org/asset/" + asset.getFirst());
        assertThat(foreign.refusal(404)).isEqualTo("foreign-label");
        assertThat(foreign.json().path("facts").path("host").asString()).isEqualTo("other.example.org");
        assertThat(resolve(api, "https://other.example.org/").refusal(404)).isEqualTo("foreign-label");
    }

    @Test
    void labelsOfAnEarlierAddressStillLead() {
        var api = company.owner();
        var asset = assets("AD", 1).getFirst();
        var before = api.get("/company").expect(200);
        var first = api.patch("/company", Map.of("baseUrl", "https://kit.old.example/app"), before.etag())
                .expect(200);
        var second = api.patch("/company", Map.of("baseUrl", "https://kit.new.example"), first.etag())
                .expect(200);
        try {
            for (var base :
                    List.of("https://kit.old.example/app", "https://KIT.new.example", "http://kit.new.example")) {
                assertThat(resolve(api, base + "/asset/" + asset).expect(200).id())
                        .isEqualTo(asset.toString());
            }
            assertThat(resolve(api, "https://kit.old.example/asset/" + asset).refusal(404))
                    .isEqualTo("foreign-label");
            var zpl = api.post(
                            "/labels",
                            Map.of("items", List.of(Map.of("kind", "ASSET", "id", asset)), "formatId", ZPL_57X32))
                    .expect(200);
            assertThat(zpl.text()).contains("https://kit.new.example/asset/" + asset);
        } finally {
            var clear = new HashMap<String, Object>();
            clear.put("baseUrl", null);
            api.patch("/company", clear, second.etag()).expect(200);
        }
    }

    @Test
    void everyStatementOverOtherTablesIsPrepared() {
        LabelLines.statements().forEach((kind, statements) -> {
            for (var statement : statements) {
                var empty = statement.contains("any({0})") ? "null::uuid[]" : "null::text";
                assertThat(db.fetch(statement.replace("{0}", empty))).isEmpty();
            }
        });
    }

    private static Api.Answer resolve(Api api, String text) {
        return api.get("/codes?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static Map<String, Object> format(String name, Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "outlined",
                false,
                "output",
                "PDF",
                "showProduct",
                true,
                "showCompany",
                true,
                "showDetail",
                true,
                "showLogo",
                false));
        all.putAll(more);
        return all;
    }

    /** One column of two labels on a page of 200 by 200 mm. */
    private static Map<String, Object> geometry(double labelMm) {
        var all = new HashMap<String, Object>();
        for (var field : List.of(
                "marginLeftMillimetres", "marginTopMillimetres", "cornerRadiusMillimetres", "unprintableMillimetres"))
            all.put(field, 0);
        for (var field : List.of(
                "labelWidthMillimetres", "labelHeightMillimetres", "columnPitchMillimetres", "rowPitchMillimetres"))
            all.put(field, labelMm);
        all.putAll(Map.of("pageWidthMillimetres", 200, "pageHeightMillimetres", 200, "columns", 1, "rows", 2));
        return all;
    }

    private List<UUID> assets(String prefix, int count) {
        var product = UUID.randomUUID();
        db.execute(
                "insert into catalogue.product (id, kind, manufacturer, model, name, currency, created_at) values (?, 'SERIALISED', 'Robe', ?, ?, 'EUR', now())",
                product,
                "MegaPointe " + prefix,
                "Moving head " + prefix);
        var ids = new ArrayList<UUID>();
        for (int i = 1; i <= count; i++) {
            var id = UUID.randomUUID();
            db.execute(
                    "insert into inventory.asset (id, product_id, number, serial, status, currency, created_at) values (?, ?, ?, ?, 'AVAILABLE', 'EUR', now())",
                    id,
                    product,
                    "%s-%03d".formatted(prefix, i),
                    prefix + "-SERIAL-" + i);
            ids.add(id);
        }
        return ids;
    }

    private UUID location(String code) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into inventory.location (id, kind, name, code, path, warehouse_id) values (?, 'WAREHOUSE', ?, ?, array[?::uuid], ?)",
                id,
                "Hall " + code,
                code,
                id,
                id);
        return id;
    }

    private UUID flightCase(String number, UUID location) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into cases.flight_case (id, number, name, contents_kind, location_id, created_at, changed_at) values (?, ?, 'Trunk', 'FIXED', ?, now(), now())",
                id,
                number,
                location);
        return id;
    }

    private UUID kit(String code) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into catalogue.kit (id, code, name, mode, currency, created_at) values (?, ?, 'Front light', 'ALL_OR_NOTHING', 'EUR', now())",
                id,
                code);
        return id;
    }

    /** What an independent decoder reads on the pages. */
    private List<String> read(byte[] pdf, int dpi) throws Exception {
        var read = new ArrayList<String>();
        try (var document = Loader.loadPDF(new ByteArrayInputStream(pdf).readAllBytes())) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var png = folder.resolve("page-" + dpi + "-" + page + ".png");
                ImageIO.write(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY), "png", png.toFile());
                var decoder = new ProcessBuilder("zbarimg", "--nodbus", "-q", "--raw", png.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                new String(decoder.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> !l.isBlank())
                        .forEach(read::add);
                decoder.waitFor();
                Files.delete(png);
            }
        }
        return read;
    }
}

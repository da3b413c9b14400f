package eventkit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Jobs;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class ImportingTests {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final Company company;
    private final Jobs jobs;
    private final Outbox outbox;
    private final UploadFiles files;
    private final String mark = "I" + COUNT.incrementAndGet() + "T"
            + Long.toString(System.nanoTime() % 46_656, 36).toUpperCase(java.util.Locale.ROOT);

    ImportingTests(Company company, Jobs jobs, Outbox outbox, UploadFiles files) {
        this.company = company;
        this.jobs = jobs;
        this.outbox = outbox;
        this.files = files;
    }

    private Api.Answer upload(String kind, byte[] content) {
        return company.owner().upload("/imports", "file.csv", "text/csv", content, Map.of("kind", kind));
    }

    private Api.Answer upload(String kind, String content) {
        return upload(kind, content.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode map(String id, Map<String, Object> more) {
        var now = company.owner().get("/imports/" + id).expect(200);
        var mapping = new HashMap<String, Object>();
        now.json().path("suggested").properties().forEach(e -> mapping.put(e.getKey(), e.getValue()));
        mapping.putAll(more);
        return company.owner()
                .put("/imports/" + id + "/mapping", mapping, now.etag())
                .expect(200)
                .json();
    }

    private JsonNode job(String id, String step) {
        var job = company.owner()
                .post("/imports/" + id + "/" + step, Map.of())
                .expect(202)
                .json()
                .path("jobId")
                .asString();
        jobs.runQueued();
        return company.owner().get("/jobs/" + job).expect(200).json();
    }

    /** Uploads, maps as suggested, runs; the counts. */
    private JsonNode bring(String kind, byte[] content, Map<String, Object> more) {
        var id = upload(kind, content).expect(201).id();
        map(id, more);
        var done = job(id, "run");
        assertThat(done.path("state").asString())
                .as(done + company.owner().get("/imports/" + id + "/bad-rows").text())
                .isEqualTo("DONE");
        return done.path("result");
    }

    private JsonNode bring(String kind, String content) {
        return bring(kind, content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static String counts(JsonNode counts) {
        return "%s created, %s updated, %s existing, %s bad"
                .formatted(
                        counts.path("created").asLong(),
                        counts.path("updated").asLong(),
                        counts.path("existing").asLong(),
                        counts.path("bad").asLong());
    }

    private String told(String type) {
        return company.owner().get("/notifications?type=" + type).expect(200).text();
    }

    private void furnish() {
        bring(
                "LOCATIONS",
                "path;kind;code\n%s hall;WAREHOUSE;%sH\n%s hall > Zone A;ZONE;%sA\n".formatted(mark, mark, mark, mark));
        bring(
                "PRODUCTS",
                "Hersteller;Modell;prefix;Gewicht (kg);Mietpreis\n%s;Spot;%s;12,5;25,00\n".formatted(mark, mark));
    }

    private String asset(String number) {
        return company.owner().get("/assets?q=" + number).expect(200).text();
    }

    @Test
    void takesTheRealLightingCatalogueAsItIs() throws IOException {
        byte[] csv;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/demo/lighting-catalogue/products.csv"))) {
            csv = in.readAllBytes();
        }
        var upload = upload("PRODUCTS", csv).expect(201);
        assertThat(upload.json().path("rowCount").asInt()).isEqualTo(627);
        assertThat(upload.json().path("suggested").path("columns").size()).isEqualTo(12);
        map(upload.id(), Map.of());
        var preview = job(upload.id(), "preview");
        assertThat(counts(preview.path("result"))).isEqualTo("627 created, 0 updated, 0 existing, 0 bad");
        assertThat(company.owner()
                        .get("/products?q=Spica+250M")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(counts(job(upload.id(), "run").path("result")))
                .isEqualTo("627 created, 0 updated, 0 existing, 0 bad");
        var spica = company.owner()
                .get("/products?q=Spica+250M")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(spica.path("weightGrams").asLong()).isEqualTo(18_000);
        assertThat(spica.path("widthMillimetres").asInt()).isEqualTo(427);
        assertThat(spica.path("powerWatts").asInt()).isEqualTo(500);
        assertThat(counts(bring("PRODUCTS", csv, Map.of()))).isEqualTo("0 created, 0 updated, 627 existing, 0 bad");
        assertThat(counts(bring("PRODUCTS", csv, Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 0 updated, 627 existing, 0 bad");
        var exported = company.owner().get("/products.csv?q=Robe").expect(200).bytes();
        var again = bring("PRODUCTS", exported, Map.of("existing", "UPDATE"));
        assertThat(again.path("created").asInt()
                        + again.path("updated").asInt()
                        + again.path("bad").asInt())
                .as(again.toString())
                .isZero();
        assertThat(company.owner().get("/products.csv?q=Robe").expect(200).bytes())
                .isEqualTo(exported);
        assertThat(company.owner().get("/search?q=spicca").expect(200).text()).contains("Spica");
        assertThat(company.owner().get("/imports/" + upload.id() + "/mapping").status())
                .isEqualTo(405);
    }

    @Test
    void bringsAssetsOnce() {
        furnish();
        var csv =
                "number;product;serial;location;purchase date;purchase cost;barcode\n%1$s-7;%1$s Spot;S7;%1$sA;01.03.2026;1.250,50;B7%1$s\n;%1$s Spot;S8;%1$s hall > Zone A;2026-03-02;;B8%1$s | B9%1$s\n"
                        .formatted(mark);
        assertThat(counts(bring("ASSETS", csv))).isEqualTo("2 created, 0 updated, 0 existing, 0 bad");
        assertThat(counts(bring("ASSETS", csv))).isEqualTo("0 created, 0 updated, 2 existing, 0 bad");
        assertThat(counts(bring("ASSETS", csv.getBytes(StandardCharsets.UTF_8), Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 0 updated, 2 existing, 0 bad");
        assertThat(asset(mark + "-7")).contains("\"amountMinor\":125050", "2026-03-01", "Zone A");
        assertThat(company.owner().get("/search?q=b9" + mark).expect(200).text())
                .contains(mark + "-001");
        var exported = company.owner().get("/assets.csv?q=" + mark).expect(200).bytes();
        assertThat(counts(bring("ASSETS", exported, Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 0 updated, 2 existing, 0 bad");
        assertThat(company.owner().get("/assets.csv?q=" + mark).expect(200).bytes())
                .isEqualTo(exported);
        assertThat(counts(bring("ALIASES", "asset,barcode\n%s-7,EXTRA%s\n".formatted(mark, mark))))
                .isEqualTo("1 created, 0 updated, 0 existing, 0 bad");
        assertThat(counts(bring("ALIASES", "asset,barcode\n%s-7,EXTRA%s\n".formatted(mark, mark))))
                .isEqualTo("0 created, 0 updated, 1 existing, 0 bad");
    }

    @Test
    void takesAllOrNothingAndNamesEveryBadRow() {
        furnish();
        var csv =
                "number,product,location,purchase date,cost\n%1$s-1,%1$s Spot,%1$sA,2026-02-30,1\n%1$s-2,nonsense,%1$sA,,1\n%1$s-3,%1$s Spot,nowhere,,-5\n%1$s-4,%1$s Spot,%1$sA,,\n%1$s-4,%1$s Spot,%1$sA,,\n"
                        .formatted(mark);
        var id = upload("ASSETS", csv).expect(201).id();
        map(id, Map.of());
        assertThat(counts(job(id, "preview").path("result"))).isEqualTo("1 created, 0 updated, 0 existing, 4 bad");
        var failed = job(id, "run");
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("result").path("code").asString()).isEqualTo("import-rows-bad");
        outbox.drain();
        assertThat(told("IMPORT_FAILED")).contains(id);
        assertThat(company.owner()
                        .get("/assets?q=" + mark)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        var rows = company.owner()
                .get("/imports/" + id + "/bad-rows")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(r -> r.path("line").asString() + " " + r.path("column").asString() + " "
                        + r.path("value").asString("") + " " + r.path("code").asString())
                .toList();
        assertThat(rows)
                .containsExactly(
                        "2 purchase date 2026-02-30 not-a-date",
                        "3 product nonsense unknown-product",
                        "4 cost -5 out-of-range",
                        "6 number " + mark + "-4 duplicate-in-file");
        assertThat(company.owner()
                        .get("/imports/" + id + "/bad-rows.csv")
                        .expect(200)
                        .text())
                .startsWith("\uFEFFline,column,value,code,message\r\n2,purchase date,2026-02-30,not-a-date,");
        assertThat(company.owner()
                        .get("/imports/" + id + "/bad-rows?limit=2")
                        .expect(200)
                        .json()
                        .path("next")
                        .asString(""))
                .isNotEmpty();
        map(id, Map.of("mode", "GOOD_ROWS_ONLY"));
        assertThat(counts(job(id, "run").path("result"))).isEqualTo("1 created, 0 updated, 0 existing, 4 bad");
        assertThat(company.owner().post("/imports/" + id + "/run", Map.of()).refusal(409))
                .isEqualTo("import-done");
        outbox.drain();
        assertThat(told("IMPORT_FINISHED")).contains(id);
    }

    @Test
    void bringsCasesAndStock() {
        furnish();
        bring("PRODUCTS", "manufacturer,model,kind\n%s,Clamp,BULK\n".formatted(mark));
        var cases = "case number,name,location,tare weight (kg),length_mm\n%1$sC1,Cable trunk,%1$sA,20.5,1200\n"
                .formatted(mark);
        assertThat(counts(bring("CASES", cases))).isEqualTo("1 created, 0 updated, 0 existing, 0 bad");
        assertThat(counts(bring("CASES", cases))).isEqualTo("0 created, 0 updated, 1 existing, 0 bad");
        assertThat(company.owner().get("/search?q=" + mark + "c1").expect(200).text())
                .contains("Cable trunk");
        var stock = "product,location,quantity\n%1$s Clamp,%1$sA,40\n".formatted(mark);
        assertThat(counts(bring("STOCK", stock))).isEqualTo("1 created, 0 updated, 0 existing, 0 bad");
        assertThat(counts(bring("STOCK", stock.getBytes(StandardCharsets.UTF_8), Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 0 updated, 1 existing, 0 bad");
        assertThat(counts(bring(
                        "STOCK",
                        stock.replace(",40", ",44").getBytes(StandardCharsets.UTF_8),
                        Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 1 updated, 0 existing, 0 bad");
    }

    @Test
    void tellsOfWhatBrokeOnceItIsNotTriedAnyMore() throws IOException {
        var id = upload("PRODUCTS", "manufacturer,model\n%s,lost\n".formatted(mark))
                .expect(201)
                .id();
        map(id, Map.of());
        Files.delete(files.file(UUID.fromString(id)));
        company.owner().post("/imports/" + id + "/run", Map.of()).expect(202);
        for (int i = 0; i < 2; i++) assertThatThrownBy(jobs::runQueued).hasRootCauseInstanceOf(IOException.class);
        outbox.drain();
        assertThat(told("IMPORT_FAILED")).doesNotContain(id);
        jobs.runQueued();
        outbox.drain();
        assertThat(told("IMPORT_FAILED")).contains(id);
    }

    @Test
    void resumesWhereGoodRowsWereSettled() {
        var csv = new StringBuilder("manufacturer,model,weight\n");
        for (int i = 0; i < 450; i++)
            csv.append(mark)
                    .append(",M")
                    .append(i)
                    .append(",")
                    .append(i == 300 ? "heavy" : "1")
                    .append("\n");
        var id = upload("PRODUCTS", csv.toString()).expect(201).id();
        map(id, Map.of("mode", "GOOD_ROWS_ONLY"));
        assertThat(counts(job(id, "run").path("result"))).isEqualTo("449 created, 0 updated, 0 existing, 1 bad");
        assertThat(company.owner()
                        .get("/imports/" + id)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
    }

    @Test
    void refusesFilesThatAreNoTable() {
        assertThat(upload("PRODUCTS", "").refusal(400)).isEqualTo("csv-empty");
        assertThat(upload("PRODUCTS", "model\n").refusal(400)).isEqualTo("csv-empty");
        assertThat(upload("PRODUCTS", new byte[] {'P', 'K', 3, 4, 9, 9, 9}).refusal(415))
                .isEqualTo("csv-not-text");
        assertThat(upload("PRODUCTS", "a,b\n\"x,1\n").refusal(400)).isEqualTo("csv-quote-broken");
        assertThat(upload("PRODUCTS", "a\n" + ",".repeat(1_000_000)).refusal(413))
                .isEqualTo("csv-too-many-columns");
        assertThat(upload("PRODUCTS", "a\n" + "x".repeat(40_000)).refusal(413)).isEqualTo("csv-cell-too-long");
        assertThat(upload("PRODUCTS", new byte[] {'a', '\n', (byte) 0x81, '\n'}).refusal(400))
                .isEqualTo("csv-encoding");
        assertThat(upload("PRODUCTS", "a\n" + "1\n".repeat(1_000_001)).refusal(413))
                .isEqualTo("csv-too-many-rows");
        assertThat(upload("GHOSTS", "a\n1\n").refusal(400)).isEqualTo("invalid");
        assertThat(company.owner().post("/imports", Map.of()).status()).isEqualTo(400);
        var tricky = company.owner()
                .upload(
                        "/imports",
                        "../../etc/<b>pass\u0007wd.csv",
                        "text/csv",
                        "model\nx\n".getBytes(StandardCharsets.UTF_8),
                        Map.of("kind", "PRODUCTS"));
        assertThat(tricky.expect(201).json().path("fileName").asString()).isEqualTo("<b>passwd.csv");
    }

    @Test
    void readsWindowsLettersAndExcelsOwnLine() {
        var latin = "sep=;\r\nHersteller;Modell;Bemerkung\r\n%s;Größe;=1+1\r\n"
                .formatted(mark)
                .getBytes(Charset.forName("windows-1252"));
        assertThat(counts(bring("PRODUCTS", latin, Map.of()))).isEqualTo("1 created, 0 updated, 0 existing, 0 bad");
        var found = company.owner()
                .get("/products?q=" + mark)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(found.path("model").asString()).isEqualTo("Größe");
        assertThat(company.owner()
                        .get("/products.csv?columns=model&columns=notes&q=" + mark)
                        .expect(200)
                        .text())
                .isEqualTo("\uFEFFmodel,notes\r\nGröße,'=1+1\r\n");
    }

    @Test
    void keepsToItsOrderAndToPermissions() {
        var id = upload("PRODUCTS", "model\nx\n").expect(201).id();
        assertThat(company.owner().post("/imports/" + id + "/run", Map.of()).refusal(409))
                .isEqualTo("import-unmapped");
        var bad = Map.of(
                "columns", List.of(Map.of("column", 7, "field", "model"), Map.of("column", 0, "field", "ghost")));
        var refused = company.owner().put("/imports/" + id + "/mapping", bad, "*");
        assertThat(refused.refusal(400)).isEqualTo("invalid");
        assertThat(refused.json().path("errors").size()).isGreaterThanOrEqualTo(2);
        map(id, Map.of());
        company.owner().post("/imports/" + id + "/preview", Map.of()).expect(202);
        assertThat(company.owner().post("/imports/" + id + "/run", Map.of()).refusal(409))
                .isEqualTo("import-running");
        assertThat(company.owner().delete("/imports/" + id, "*").refusal(409)).isEqualTo("import-running");
        jobs.runQueued();
        company.owner().delete("/imports/" + id, "*").expect(204);
        assertThat(company.owner().get("/imports/" + id).refusal(404)).isEqualTo("not-found");
        var only = company.somebodyWho("IMPORT");
        assertThat(only.upload(
                                "/imports",
                                "f.csv",
                                "text/csv",
                                "model\nx\n".getBytes(StandardCharsets.UTF_8),
                                Map.of("kind", "PRODUCTS"))
                        .refusal(403))
                .isEqualTo("not-permitted");
        var noCosts = company.somebodyWho("IMPORT", "ASSET_EDIT", "PRODUCT_READ", "LOCATION_READ", "ASSET_READ");
        var costs = noCosts.upload(
                        "/imports",
                        "f.csv",
                        "text/csv",
                        "number,model,cost\nx,y,1\n".getBytes(StandardCharsets.UTF_8),
                        Map.of("kind", "ASSETS"))
                .expect(201);
        var mapping = Map.of(
                "columns",
                List.of(
                        Map.of("column", 0, "field", "number"),
                        Map.of("column", 1, "field", "model"),
                        Map.of("column", 2, "field", "purchaseCost")));
        assertThat(noCosts.put("/imports/" + costs.id() + "/mapping", mapping, costs.etag())
                        .refusal(403))
                .isEqualTo("not-permitted");
    }

    @Test
    void stopsWhereSomebodyCancels() {
        var id = upload("PRODUCTS", "manufacturer,model\n%s,cancelled\n".formatted(mark))
                .expect(201)
                .id();
        map(id, Map.of());
        var job = company.owner()
                .post("/imports/" + id + "/run", Map.of())
                .expect(202)
                .json()
                .path("jobId")
                .asString();
        company.owner().post("/jobs/" + job + "/cancellation", Map.of()).expect(200);
        jobs.runQueued();
        assertThat(company.owner()
                        .get("/products?q=" + mark)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(counts(job(id, "run").path("result"))).isEqualTo("1 created, 0 updated, 0 existing, 0 bad");
    }

    @Test
    void bringsClientsWithTheirPeople() {
        var mark = "Imp" + Long.toString(System.nanoTime(), 36);
        var file = """
                Firma;Kundennummer;USt-IdNr;Straße;PLZ;Ort;Land;Zahlungsziel;Ansprechpartner;Kontakt E-Mail
                %s Bühne GmbH;%s-1;DE136695976;Kai 1;20457;Hamburg;DE;30;Ada Lund;ada@%s.example
                %s Bühne GmbH;%s-1;;;;;;;Bo Lund;bo@%s.example
                %s Licht AG;;DE136695975;;;;DE;;;
                """.replace("%s", mark);
        var all = Map.<String, Object>of("existing", "UPDATE", "mode", "GOOD_ROWS_ONLY");
        var first = bring("CLIENTS", file.getBytes(StandardCharsets.UTF_8), all);
        assertThat(counts(first)).isEqualTo("1 created, 1 updated, 0 existing, 1 bad");
        var client = company.owner()
                .get("/clients?q=" + mark)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(client.path("code").asString()).isEqualToIgnoringCase(mark + "-1");
        assertThat(client.path("addressLines").toString()).isEqualTo("[\"Kai 1\",\"20457 Hamburg\"]");
        assertThat(client.path("paymentDays").asInt()).isEqualTo(30);
        assertThat(client.path("contacts").size()).isEqualTo(2);
        assertThat(client.path("contacts").get(0).path("preferred").asBoolean()).isTrue();
        var again = bring("CLIENTS", file.getBytes(StandardCharsets.UTF_8), all);
        assertThat(counts(again)).isEqualTo("0 created, 0 updated, 2 existing, 1 bad");
    }

    private List<String> badRows(String id) {
        return company.owner()
                .get("/imports/" + id + "/bad-rows")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(r -> r.path("line").asString() + " " + r.path("column").asString() + " "
                        + r.path("code").asString())
                .toList();
    }

    /** What an export says, brought back, changes nothing. */
    private void bringsItsOwnExport(String kind, String list, int rows) {
        var exported = company.owner().get(list).expect(200).bytes();
        assertThat(counts(bring(kind, exported, Map.of("existing", "UPDATE"))))
                .isEqualTo("0 created, 0 updated, " + rows + " existing, 0 bad");
        assertThat(company.owner().get(list).expect(200).bytes()).isEqualTo(exported);
    }

    @Test
    void bringsLeadsThatAreNewsToNobody() {
        var sales = company.somebody("SALES");
        var file = """
                Ansprechpartner;Firma;E-Mail;Telefon;Nachricht;Von;Bis;Ort;Quelle;Status;Grund
                Ada %s;%s Festival;ada@%s.example;;Ton für zwei Tage;04.06.2027;05.06.2027;Stadtpark;fair;qualified;
                Ada %s;%s Festival;ada@%s.example;;Ton wie im Vorjahr;03.06.2028;;;referral;;
                Bo %s;;;+49 40 %s;Nur eine Frage;;;;phone;discarded;Zu klein
                Cy %s;;;;Wer antwortet wem?;;;;phone;;
                Di %s;;di@%s.example;;Zu spät;;;;form;;
                Eb %s;;eb@%s.example;;Ohne Grund;;;;;discarded;
                """.replace("%s", mark);
        var id = upload("LEADS", file).expect(201).id();
        assertThat(map(id, Map.of("mode", "GOOD_ROWS_ONLY"))
                        .path("mapping")
                        .path("columns")
                        .size())
                .isEqualTo(11);
        assertThat(counts(job(id, "run").path("result"))).isEqualTo("3 created, 0 updated, 0 existing, 3 bad");
        assertThat(badRows(id)).containsExactly("5 E-Mail required", "6 Quelle form", "7 Grund required");
        assertThat(sales.get("/notifications?type=NEW_ENQUIRY").expect(200).text())
                .doesNotContain(mark);
        var bo = company.owner()
                .get("/leads?q=Bo+" + mark)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(bo.path("state").asString()).isEqualTo("DISCARDED");
        assertThat(bo.path("discardReason").asString()).isEqualTo("Zu klein");
        var again = Map.<String, Object>of("mode", "GOOD_ROWS_ONLY", "existing", "UPDATE");
        assertThat(counts(bring("LEADS", file.getBytes(StandardCharsets.UTF_8), again)))
                .isEqualTo("0 created, 0 updated, 3 existing, 3 bad");
        bringsItsOwnExport("LEADS", "/leads.csv?q=" + mark, 3);
    }

    @Test
    void bringsDealsIntoTheStageWhereTheyStand() {
        bring(
                "CLIENTS",
                "name;code;contact;contact email\n%1$s Tour;%1$s-T;Ada %1$s;ada@%1$s.example\n".formatted(mark));
        var file = """
                Titel,Kunde,Ansprechpartner,Stufe,Wert,Wahrscheinlichkeit,Abschluss,Von,Bis,Mitbewerber,Grund
                Summer %s,%s-T,ada@%s.example,Negotiation,"12,500.50",65 %,2027-05-01,2027-06-04,2027-06-05,,
                Winter %s,%s Tour,,Lost,4000,,,2026-12-01,,Lichtwerk,Too dear
                Autumn %s,%s Tour,,Won,9000,,,2026-10-01,,,
                Spring %s,%s Nobody,,,1,,,,,,
                Spring %s,%s Tour,Nobody,,1,,,,,,
                Spring %s,%s Tour,,Nowhere,1,,,,,,
                Spring %s,%s Tour,,Lost,1,,,,,,
                Spring %s,%s Tour,,,1,120,,,,,
                """.replace("%s", mark);
        var id = upload("DEALS", file).expect(201).id();
        assertThat(map(id, Map.of("mode", "GOOD_ROWS_ONLY"))
                        .path("mapping")
                        .path("columns")
                        .size())
                .isEqualTo(11);
        assertThat(counts(job(id, "preview").path("result"))).isEqualTo("3 created, 0 updated, 0 existing, 5 bad");
        assertThat(deals(mark)).isEmpty();
        assertThat(counts(job(id, "run").path("result"))).isEqualTo("3 created, 0 updated, 0 existing, 5 bad");
        assertThat(badRows(id))
                .containsExactly(
                        "5 Kunde unknown-client",
                        "6 Ansprechpartner unknown-contact",
                        "7 Stufe unknown-stage",
                        "8 Grund required",
                        "9 Wahrscheinlichkeit out-of-range");
        assertThat(deals(mark))
                .containsExactlyInAnyOrder(
                        "Summer " + mark + " Negotiation OPEN 1250050 65 null",
                        "Winter " + mark + " Lost LOST 400000 0 Too dear",
                        "Autumn " + mark + " Won WON 900000 100 null");
        var again = Map.<String, Object>of("mode", "GOOD_ROWS_ONLY", "existing", "UPDATE");
        assertThat(counts(bring("DEALS", file.getBytes(StandardCharsets.UTF_8), again)))
                .isEqualTo("0 created, 0 updated, 3 existing, 5 bad");
        bringsItsOwnExport("DEALS", "/deals.csv?q=" + mark, 3);
        var later =
                "name,client,stage,value,from\nSummer %1$s,%1$s-T,Lead,13000,2027-06-04\nSpring %1$s,%1$s Nobody,,1,\n"
                        .formatted(mark);
        assertThat(counts(bring(
                        "DEALS",
                        later.getBytes(StandardCharsets.UTF_8),
                        Map.of("existing", "UPDATE", "createMissing", true))))
                .isEqualTo("1 created, 1 updated, 0 existing, 0 bad");
        assertThat(deals("Summer " + mark)).containsExactly("Summer " + mark + " Lead OPEN 1300000 65 null");
        assertThat(company.owner()
                        .get("/clients?q=" + mark + "+Nobody")
                        .expect(200)
                        .text())
                .contains(mark + " Nobody");
    }

    private List<String> deals(String text) {
        return company.owner()
                .get("/deals?q=" + text.replace(' ', '+'))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(d -> "%s %s %s %s %s %s"
                        .formatted(
                                d.path("name").asString(),
                                d.path("stage").path("name").asString(),
                                d.path("state").asString(),
                                d.path("value").path("amountMinor").asString(),
                                d.path("chancePercent").asString(),
                                d.path("lostReason").asString("null")))
                .toList();
    }

    @Test
    void leavesDealsToThoseWhoMayChangeThem() {
        var warehouse = company.somebodyWho("IMPORT", "DEAL_READ");
        var upload = warehouse.upload(
                "/imports",
                "file.csv",
                "text/csv",
                "name,client\nStage,Nobody\n".getBytes(StandardCharsets.UTF_8),
                Map.of("kind", "DEALS"));
        assertThat(upload.refusal(403)).isEqualTo("not-permitted");
    }

    @Test
    void handsOutATableForEachKindThatItUnderstands() {
        for (var kind : ImportKind.values()) {
            var table = company.owner()
                    .get("/imports/template.csv?kind=" + kind)
                    .expect(200)
                    .text();
            var titles = table.replace("\uFEFF", "").strip().split(",");
            assertThat(titles).as(kind.name()).hasSize(kind.fields().size());
            assertThat(Headers.suggest(kind, List.of(titles)).stream()
                            .map(Mapping.ColumnUse::field)
                            .toList())
                    .containsExactlyElementsOf(
                            kind.fields().stream().map(ImportField::name).toList());
        }
    }
}

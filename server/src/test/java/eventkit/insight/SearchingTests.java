package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class SearchingTests {
    private static final UUID SPICA = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private static final UUID FACADE = UUID.fromString("0193a000-0000-7000-8000-000000000002");
    private static final UUID ASSET = UUID.fromString("0193a000-0000-7000-8000-000000000003");
    private static final UUID HALL = UUID.fromString("0193a000-0000-7000-8000-000000000004");
    private final Company company;
    private final DSLContext db;

    SearchingTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    /** Written by hand, past the modules: the index notices all the same. */
    @BeforeEach
    void furnish() {
        company.owner();
        db.execute("""
                insert into catalogue.product (id, kind, manufacturer, model, name, number_prefix, currency, created_at) values
                  (?, 'SERIALISED', 'Zwintek', 'Spikara 250M', 'Zwintek Spikara 250M', 'SPIKA', 'EUR', now()),
                  (?, 'SERIALISED', 'Zwintek', 'Façadeur Größe', 'Zwintek Façadeur Größe', 'FACA', 'EUR', now()) on conflict do nothing
                """, SPICA, FACADE);
        db.execute(
                "insert into inventory.location (id, kind, name, code, path, warehouse_id) values (?, 'WAREHOUSE', 'Quellhalle', 'QH-1', array[?]::uuid[], ?) on conflict do nothing",
                HALL,
                HALL,
                HALL);
        db.execute("delete from inventory.asset where id = ?", ASSET);
    }

    private void asset() {
        db.execute("""
                insert into inventory.asset (id, product_id, number, serial, status, status_since, location_id, currency, created_at)
                values (?, ?, 'SPIKA-00017', 'ZW/99-4711', 'AVAILABLE', now(), ?, 'EUR', now())
                """, ASSET, SPICA, HALL);
        db.execute(
                "insert into inventory.asset_alias (code, shown, asset_id, added_at) values ('OLD 4006381333931', 'old 4006381333931', ?, now())",
                ASSET);
    }

    private static List<String> titles(Api api, String q, String... more) {
        var path = "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                + (more.length == 0 ? "" : "&" + String.join("&", more));
        return api.get(path)
                .expect(200)
                .json()
                .path("groups")
                .valueStream()
                .flatMap(g -> g.path("items").valueStream())
                .map(i -> i.path("kind").asString() + " " + i.path("title").asString() + " "
                        + i.path("by").asString())
                .toList();
    }

    @Test
    void findsCodesByTheirBeginningWhateverTheirPunctuation() {
        asset();
        for (var q : List.of("SPIKA-00017", "spika 00017", "spika00017")) {
            assertThat(titles(company.owner(), q)).as(q).startsWith("asset SPIKA-00017 CODE");
        }
        assertThat(titles(company.owner(), "zw99")).contains("asset SPIKA-00017 CODE_PREFIX");
        assertThat(titles(company.owner(), "OLD-4006381333931")).contains("asset SPIKA-00017 CODE");
        db.execute("delete from inventory.asset_alias where asset_id = ?", ASSET);
        assertThat(titles(company.owner(), "OLD-4006381333931")).isEmpty();
        assertThat(titles(company.owner(), "zw/99-47")).contains("asset SPIKA-00017 CODE_PREFIX");
    }

    @Test
    void findsWordsInAnyOrderByTheirBeginningWithoutAccents() {
        asset();
        assertThat(titles(company.owner(), "spikar zwin"))
                .contains("product Zwintek Spikara 250M WORDS", "asset SPIKA-00017 WORDS");
        assertThat(titles(company.owner(), "facadeur")).contains("product Zwintek Façadeur Größe WORDS");
        assertThat(titles(company.owner(), "FAÇADEUR grosse")).contains("product Zwintek Façadeur Größe WORDS");
        assertThat(titles(company.owner(), "groesse zwintek")).contains("product Zwintek Façadeur Größe WORDS");
        assertThat(titles(company.owner(), "quellh")).contains("location Quellhalle WORDS");
        assertThat(titles(company.owner(), "spikara 0001")).doesNotContain("product Zwintek Façadeur Größe WORDS");
        assertThat(titles(company.owner(), "zwintek spika-00017")).isNotEmpty();
    }

    @Test
    void forgivesMistakes() {
        for (var q : List.of("spikraa", "spikra", "spikkara", "spjkara", "zwintk spikara", "zwinteck", "fasadeur")) {
            assertThat(titles(company.owner(), q))
                    .as(q)
                    .anyMatch(t -> t.startsWith("product Zwintek") && t.endsWith("TYPO"));
        }
        assertThat(titles(company.owner(), "xyzzyq")).isEmpty();
    }

    @Test
    void showsOnlyWhatTheCallerMayRead() {
        asset();
        assertThat(titles(company.somebodyWho("ASSET_READ"), "zwintek"))
                .isNotEmpty()
                .allMatch(t -> t.startsWith("asset "));
        assertThat(titles(company.somebodyWho("PRODUCT_READ"), "spika"))
                .isNotEmpty()
                .allMatch(t -> t.startsWith("product "));
        assertThat(titles(company.somebodyWho(), "zwintek")).isEmpty();
        assertThat(titles(company.somebodyWho("PRODUCT_READ"), "stagelight")).isEmpty();
        assertThat(titles(company.owner(), "ana ruiz")).contains("user Ana Ruiz WORDS");
        assertThat(titles(company.owner(), "zwintek", "kind=asset"))
                .isNotEmpty()
                .allMatch(t -> t.startsWith("asset "));
        assertThat(company.owner().get("/search?q=x&kind=ghost").refusal(400)).isEqualTo("invalid");
        assertThat(company.owner().get("/search?q=x&limit=51").refusal(400)).isEqualTo("invalid");
    }

    @Test
    void followsChangesAndRemovals() {
        asset();
        db.execute("update inventory.asset set number = 'SPIKA-00018' where id = ?", ASSET);
        assertThat(titles(company.owner(), "spika-00017")).isEmpty();
        assertThat(titles(company.owner(), "spika-00018")).contains("asset SPIKA-00018 CODE");
        db.execute("update catalogue.product set name = 'Zwintek Umbrella' where id = ?", FACADE);
        assertThat(titles(company.owner(), "umbrella")).contains("product Zwintek Umbrella WORDS");
        db.execute("update catalogue.product set name = 'Zwintek Façadeur Größe' where id = ?", FACADE);
        db.execute("select insight.rebuild_search()");
        assertThat(titles(company.owner(), "spika-00018")).contains("asset SPIKA-00018 CODE");
        db.execute("delete from inventory.asset where id = ?", ASSET);
        assertThat(titles(company.owner(), "spika-00018")).isEmpty();
    }

    @Test
    void bearsAnythingAsAQuery() {
        for (var q : List.of(
                "'",
                "\\",
                "a & b | !c",
                "<->",
                "':*",
                "%",
                "_",
                "\"",
                "(",
                "𝔘𝔫𝔦",
                "٣٤",
                "ß",
                "日本",
                "-",
                "a ".repeat(90),
                "\uFFFF")) {
            company.owner()
                    .get("/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                    .expect(200);
        }
    }
}

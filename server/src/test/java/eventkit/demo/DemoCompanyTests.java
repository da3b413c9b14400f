package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** What the demo wrote straight into the tables holds against the rules of the modules. */
@ServerTest
@TestPropertySource(properties = {"eventkit.demo.enabled=true", "eventkit.demo.scale=1"})
class DemoCompanyTests {
    private final JdbcTemplate db;
    private final Api api;

    DemoCompanyTests(JdbcTemplate db, WebServerApplicationContext server) {
        this.db = db;
        this.api = new Api(server.getWebServer().getPort());
    }

    private long count(String sql) {
        return java.util.Objects.requireNonNull(db.queryForObject(sql, Long.class));
    }

    @Test
    void isAsLargeAsPromised() {
        assertThat(count("select count(*) from catalogue.product where attributes <> '{}' or weight_grams is not null"))
                .isGreaterThan(500);
        assertThat(count("select count(*) from catalogue.product")).isGreaterThan(627);
        assertThat(count("select count(*) from inventory.asset")).isBetween(4_500L, 6_500L);
        assertThat(count("select count(*) from cases.flight_case")).isEqualTo(300);
        assertThat(count("select count(*) from inventory.location where kind = 'WAREHOUSE'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from inventory.location where kind = 'SHELF'"))
                .isEqualTo(120);
        assertThat(count("select count(*) from stock.level")).isGreaterThan(60);
        assertThat(count("select count(*) from inventory.asset_movement where at < now() - interval '1 year'"))
                .isGreaterThan(5_000);
    }

    @Test
    void letsEveryRoleIn() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        for (var person : DemoCompany.PEOPLE) {
            var answer = api.post("/session", Map.of("email", person.get(1), "password", DemoCompany.PASSWORD))
                    .expect(200);
            assertThat(answer.json().path("roles").size()).as(person.getFirst()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheRules() {
        for (var broken : List.of(
                "select count(*) from inventory.asset a where a.version <> (select count(*) from inventory.asset_movement m where m.asset_id = a.id)",
                """
                select count(*) from inventory.asset a
                  join lateral (select to_status, to_location_id from inventory.asset_movement m where m.asset_id = a.id order by m.at desc, m.id desc limit 1) last on true
                 where last.to_status <> a.status or last.to_location_id is distinct from a.location_id
                """,
                "select count(*) from stock.level l where l.quantity <> (select sum(delta) from stock.entry e where e.product_id = l.product_id and e.location_id = l.location_id)",
                "select count(*) from cases.packed_asset p join inventory.asset a on a.id = p.asset_id join cases.flight_case c on c.id = p.case_id where a.location_id is distinct from c.location_id",
                "select count(*) from inventory.asset a join catalogue.product p on p.id = a.product_id where p.kind <> 'SERIALISED'",
                "select count(*) from catalogue.product where hire_price_minor < 0")) {
            assertThat(count(broken)).as(broken).isZero();
        }
    }

    @Test
    void givesTheNextAssetTheNextNumber() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        var product =
                db.queryForObject("select id::text from catalogue.product where number_prefix = 'SM58'", String.class);
        var answer = api.post("/assets", Map.of("productId", String.valueOf(product)))
                .expect(201);
        assertThat(answer.text()).contains("SM58-061");
    }
}

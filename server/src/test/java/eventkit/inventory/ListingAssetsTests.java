package eventkit.inventory;

import static eventkit.inventory.Register.body;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class ListingAssetsTests {
    private final Company company;
    private final Register register;
    private final DSLContext db;

    ListingAssetsTests(Company company, Register register, DSLContext db) {
        this.company = company;
        this.register = register;
        this.db = db;
    }

    private List<String> numbers(String path) {
        var numbers = new ArrayList<String>();
        company.owner()
                .get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(i -> numbers.add(i.path("number").asString()));
        return numbers;
    }

    @Test
    void pagesThroughEverySortWithoutLosingOrRepeatingAny() {
        var product = register.product("Par can");
        var hall = Register.location(company.owner(), "WAREHOUSE", null);
        Register.many(company.owner(), product, 7, "locationId", hall, "purchaseDate", "2024-05-01");
        Register.many(company.owner(), product, 6);
        Register.many(company.owner(), product, 2, "serials", List.of("B", "a"));
        for (var sort : List.of("number", "product", "status", "location", "purchaseDate", "createdAt", "serial")) {
            for (var direction : List.of("", "-")) {
                var seen = new ArrayList<String>();
                String next = null;
                do {
                    var page = company.owner()
                            .get("/assets?product=" + product + "&limit=4&sort=" + direction + sort
                                    + (next == null ? "" : "&cursor=" + next))
                            .expect(200)
                            .json();
                    page.path("items").forEach(i -> seen.add(i.path("id").asString()));
                    next = page.path("next").isNull() ? null : page.path("next").asString();
                } while (next != null);
                assertThat(seen).as(direction + sort).hasSize(15);
                assertThat(new HashSet<>(seen)).as(direction + sort).hasSize(15);
            }
        }
        var sorted = numbers("/assets?product=" + product + "&sort=-number&limit=500");
        assertThat(sorted)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .hasSize(15);
    }

    @Test
    void filters() {
        var category = UUID.randomUUID();
        var below = UUID.randomUUID();
        db.execute("insert into catalogue.category (id, name) values (?, ?)", category, "Filtered " + category);
        db.execute("insert into catalogue.category (id, parent_id, name) values (?, ?, 'Below')", below, category);
        var product = register.product("Filtered thing");
        db.execute(
                "update catalogue.product set category_id = ?, manufacturer = 'Zünd', model = 'Quasar 9' where id = ?",
                below,
                product);
        var prefix = register.prefixOf(product);
        var owner = company.owner();
        var first = Register.asset(owner, product, "purchaseDate", "2024-02-01", "serial", "QZ-" + prefix);
        var second = Register.asset(
                owner, product, "purchaseDate", "2025-02-01", "aliases", List.of(Map.of("code", "ALT-" + prefix)));
        owner.post("/assets/" + second.id() + "/damage", Map.of("reason", "x")).expect(200);
        var n1 = prefix + "-001";
        var n2 = prefix + "-002";
        assertThat(numbers("/assets?category=" + category)).containsExactly(n1, n2);
        assertThat(numbers("/assets?product=" + product + "&status=DAMAGED&status=LOST"))
                .containsExactly(n2);
        assertThat(numbers("/assets?product=" + product + "&condition=DAMAGED")).containsExactly(n2);
        assertThat(numbers("/assets?product=" + product + "&purchasedFrom=2024-06-01"))
                .containsExactly(n2);
        assertThat(numbers("/assets?product=" + product + "&purchasedTo=2024-06-01"))
                .containsExactly(n1);
        assertThat(numbers("/assets?q=" + prefix.toLowerCase(java.util.Locale.ROOT) + "-"))
                .containsExactly(n1, n2);
        assertThat(numbers("/assets?q=qz-" + prefix)).containsExactly(n1);
        assertThat(numbers("/assets?q=alt-" + prefix)).containsExactly(n2);
        assertThat(numbers("/assets?q=quasar%20z%C3%BCnd")).containsExactly(n1, n2);
        assertThat(numbers("/assets?q=%25&product=" + product)).isEmpty();
        for (var bad : List.of(
                "status=HAPPY", "fit=maybe", "product=x", "purchasedFrom=yesterday", "sort=colour", "limit=501")) {
            assertThat(owner.get("/assets?" + bad).status()).as(bad).isEqualTo(400);
        }
        var line = owner.get("/assets?q=" + n1).expect(200).json().path("items").get(0);
        assertThat(line.path("product").path("categoryName").asString()).isEqualTo("Below");
        assertThat(line.path("id").asString()).isEqualTo(first.id());
    }

    @Test
    void followsNamesOfProductsAndCodesOfLocations() {
        var mark = Register.prefix();
        var product = register.product(mark + " alpha");
        var other = register.product(mark + " beta");
        var a = Register.asset(company.owner(), product).json().path("number").asString();
        var b = Register.asset(company.owner(), other).json().path("number").asString();
        var both = "/assets?sort=product&product=" + product + "&product=" + other;
        assertThat(numbers(both)).containsExactly(a, b);
        db.execute("update catalogue.product set name = ? where id = ?", mark + " zeta", product);
        assertThat(numbers(both)).containsExactly(b, a);
        var hall = Register.location(company.owner(), "WAREHOUSE", null, "code", mark + "-B");
        var ids = Register.many(company.owner(), product, 2, "locationId", hall);
        var second = Register.location(company.owner(), "WAREHOUSE", null, "code", mark + "-C");
        company.owner()
                .post("/assets/" + ids.get(0) + "/moves", Map.of("locationId", second))
                .expect(200);
        var byPlace = "/assets?sort=location&location=" + hall + "&location=" + second;
        assertThat(company.owner()
                        .get(byPlace)
                        .json()
                        .path("items")
                        .get(1)
                        .path("id")
                        .asString())
                .isEqualTo(ids.get(0));
        company.owner()
                .patch("/locations/" + second, body("code", mark + "-A"), "*")
                .expect(200);
        assertThat(company.owner()
                        .get(byPlace)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(ids.get(0));
    }
}

package eventkit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServerTest
class EquipmentReturnTests {
    private final Api api;
    private final Warehouse warehouse;

    EquipmentReturnTests(Company company, Warehouse warehouse) {
        this.api = company.owner();
        this.warehouse = warehouse;
    }

    private static Map<String, Object> line(String id, UUID product, int price, Map<String, ?> more) {
        var line = new HashMap<String, Object>(
                Map.of("id", id, "kind", "PRODUCT", "productId", product, "quantity", 2, "listPrice", price));
        line.putAll(more);
        return line;
    }

    private long income(UUID product, String by) {
        var total = api.get("/reports/EQUIPMENT_RETURN?span=ALL&by=" + by + "&product=" + product)
                .expect(200)
                .json()
                .path("total");
        return !total.isObject()
                ? 0
                : total.path("cells").get(5).path("money").path("amountMinor").asLong();
    }

    /** An option that was taken brings something, a line that another was taken for brings nothing, and what is taken off is spread over what counts. */
    @Test
    void countsWhatTheClientChose() {
        var lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        var spot = warehouse.product("SERIALISED", "Spot", 1L);
        var wash = warehouse.product("SERIALISED", "Wash", 1L);
        var standard = UUID.randomUUID().toString();
        var better = UUID.randomUUID().toString();
        var more = UUID.randomUUID().toString();
        var client = api.post("/clients", Map.of("name", "Chooser")).expect(201).id();
        var quote = api.post("/quotes", Map.of("clientId", client, "name", "Choices"))
                .expect(201)
                .id();
        var lines = List.of(
                line(standard, lamp, 100, Map.of()),
                line(better, spot, 150, Map.of("alternativeTo", standard)),
                line(more, wash, 50, Map.of("optional", true)));
        api.patch(
                        "/quotes/" + quote,
                        Map.of("discountPercent", 10, "groups", List.of(Map.of("name", "Light", "lines", lines))),
                        "*")
                .expect(200);
        api.send("POST", "/quotes/" + quote + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        api.post("/quotes/" + quote + "/acceptances", Map.of("chosen", List.of(better, more), "name", "Jo"))
                .expect(201);
        for (var by : List.of("PRODUCT", "LINE")) {
            assertThat(income(lamp, by)).isZero();
            assertThat(income(spot, by)).isEqualTo(27_000);
            assertThat(income(wash, by)).isEqualTo(9_000);
        }
    }
}

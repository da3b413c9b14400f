package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What travels between warehouses is missed where it was, and expected where it goes (section 7 of the specification). */
@ServerTest
class TransferSupplyTests {
    private final Api api;
    private final Warehouse warehouse;
    private final UUID from;
    private final UUID to;
    private final UUID product;

    TransferSupplyTests(Company company, Warehouse warehouse) {
        this.api = company.owner();
        this.warehouse = warehouse;
        from = warehouse.hall();
        to = warehouse.hall();
        product = warehouse.product("SERIALISED", "Lamp", 1L);
    }

    private String transfer(Map<String, Object> lines, LocalDate leaves, LocalDate arrives) {
        var id = api.post("/transfers", Map.of("fromId", from, "toId", to, "plannedOn", leaves, "arrivesOn", arrives))
                .expect(201)
                .id();
        api.post("/transfers/" + id + "/lines", lines).expect(200);
        return id;
    }

    /** Firm and worst case at noon of a day. */
    private String free(UUID hall, String kind, UUID item, LocalDate day) {
        var steps = api.get("/availability/timeline?kind=" + kind + "&item=" + item + "&warehouse=" + hall + "&from="
                        + day + "T12:00:00Z&to=" + day + "T12:00:01Z")
                .expect(200)
                .json()
                .path("items");
        return steps.get(0).path("firm").asInt() + " "
                + steps.get(0).path("worst").asInt();
    }

    private void nothingDiffers() {
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    /** Ten of them, where transfers leave. */
    private UUID cables() {
        var cable = warehouse.cable();
        api.post(
                        "/stock/receipts",
                        Map.of("lines", List.of(Map.of("productId", cable, "locationId", from, "quantity", 10))))
                .expect(201);
        return cable;
    }

    private UUID trunk(String contentsKind) {
        var facts = Map.of("name", "Trunk " + Warehouse.running(), "locationId", from, "contentsKind", contentsKind);
        return UUID.fromString(api.post("/cases", facts).expect(201).id());
    }

    @Test
    void assetsAreExpectedWhereTheyGo() {
        var lamp = warehouse.asset(product, from);
        warehouse.asset(product, from);
        var today = LocalDate.now(ZoneOffset.UTC);
        var leaves = today.plusDays(10);
        var there = leaves.plusDays(3);
        var id = transfer(Map.of("assetIds", List.of(lamp)), leaves, there);
        assertThat(free(from, "PRODUCT", product, leaves.minusDays(2))).isEqualTo("2 2");
        assertThat(free(from, "PRODUCT", product, leaves.plusDays(1))).isEqualTo("1 1");
        assertThat(free(to, "PRODUCT", product, there.minusDays(1))).isEqualTo("0 0");
        assertThat(free(to, "PRODUCT", product, there.plusDays(1)))
                .as("planned only")
                .isEqualTo("1 0");
        api.post("/transfers/" + id + "/dispatch", null).expect(200);
        assertThat(free(from, "PRODUCT", product, today.plusDays(1))).isEqualTo("1 1");
        assertThat(free(to, "PRODUCT", product, there.minusDays(1))).isEqualTo("0 0");
        assertThat(free(to, "PRODUCT", product, there.plusDays(1))).isEqualTo("1 1");
        nothingDiffers();
        api.post("/transfers/" + id + "/receipt", Map.of()).expect(200);
        assertThat(free(to, "PRODUCT", product, today.plusDays(1))).isEqualTo("1 1");
        nothingDiffers();
    }

    @Test
    void whatDoesNotArriveIsLate() {
        var lamp = warehouse.asset(product, from);
        var today = LocalDate.now(ZoneOffset.UTC);
        var id = transfer(Map.of("assetIds", List.of(lamp)), today.minusDays(6), today.minusDays(4));
        api.post("/transfers/" + id + "/dispatch", null).expect(200);
        assertThat(free(to, "PRODUCT", product, today.plusDays(1))).isEqualTo("0 0");
        assertThat(free(to, "PRODUCT", product, today.plusDays(10))).isEqualTo("1 1");
        api.post("/transfers/" + id + "/cancellation", Map.of("reason", "The truck broke down"))
                .expect(200);
        assertThat(free(to, "PRODUCT", product, today.plusDays(10))).isEqualTo("0 0");
        assertThat(free(from, "PRODUCT", product, today.plusDays(1))).isEqualTo("1 1");
        nothingDiffers();
    }

    @Test
    void piecesAndCasesTravelToo() {
        var cable = cables();
        var trunk = trunk("FIXED");
        var today = LocalDate.now(ZoneOffset.UTC);
        var leaves = today.plusDays(10);
        var there = leaves.plusDays(3);
        var id = transfer(
                Map.of(
                        "caseIds",
                        List.of(trunk),
                        "stock",
                        List.of(Map.of("productId", cable, "fromLocationId", from, "quantity", 4))),
                leaves,
                there);
        assertThat(free(from, "PRODUCT", cable, leaves.plusDays(1))).isEqualTo("6 6");
        assertThat(free(to, "PRODUCT", cable, there.plusDays(1))).isEqualTo("4 0");
        assertThat(free(from, "CASE", trunk, leaves.plusDays(1))).isEqualTo("0 0");
        assertThat(free(to, "CASE", trunk, there.plusDays(1))).isEqualTo("1 0");
        api.patch("/transfers/" + id, Map.of("arrivesOn", there.plusDays(2).toString()), "*")
                .expect(200);
        assertThat(free(to, "PRODUCT", cable, there.plusDays(1))).isEqualTo("0 0");
        api.post("/transfers/" + id + "/dispatch", null).expect(200);
        assertThat(free(from, "PRODUCT", cable, today.plusDays(1))).isEqualTo("6 6");
        assertThat(free(to, "PRODUCT", cable, there.plusDays(3))).isEqualTo("4 4");
        assertThat(free(to, "CASE", trunk, there.plusDays(3))).isEqualTo("1 1");
        nothingDiffers();
        api.post("/transfers/" + id + "/receipt", Map.of()).expect(200);
        assertThat(free(to, "PRODUCT", cable, today.plusDays(1))).isEqualTo("4 4");
        assertThat(free(to, "CASE", trunk, today.plusDays(1))).isEqualTo("1 1");
        nothingDiffers();
    }

    @Test
    void whatIsPackedForAJobTravelsWithItsCase() {
        var cable = cables();
        var trunk = trunk("PER_JOB");
        var today = LocalDate.now(ZoneOffset.UTC);
        var leaves = today.plusDays(10);
        var there = leaves.plusDays(3);
        var id = transfer(Map.of("caseIds", List.of(trunk)), leaves, there);
        pack(trunk, cable, 3);
        assertThat(free(from, "PRODUCT", cable, leaves.minusDays(2))).isEqualTo("10 10");
        assertThat(free(from, "PRODUCT", cable, leaves.plusDays(1))).isEqualTo("7 7");
        assertThat(free(to, "PRODUCT", cable, there.plusDays(1))).isEqualTo("3 0");
        pack(trunk, cable, 1);
        assertThat(free(to, "PRODUCT", cable, there.plusDays(1))).isEqualTo("4 0");
        nothingDiffers();
        api.post("/transfers/" + id + "/dispatch", null).expect(200);
        assertThat(free(from, "PRODUCT", cable, today.plusDays(1))).isEqualTo("6 6");
        assertThat(free(to, "PRODUCT", cable, there.minusDays(1))).isEqualTo("0 0");
        assertThat(free(to, "PRODUCT", cable, there.plusDays(1))).isEqualTo("4 4");
        nothingDiffers();
        api.post("/transfers/" + id + "/receipt", Map.of()).expect(200);
        assertThat(free(to, "PRODUCT", cable, today.plusDays(1))).isEqualTo("4 4");
        nothingDiffers();
    }

    private void pack(UUID flightCase, UUID product, int quantity) {
        api.post(
                        "/cases/" + flightCase + "/contents",
                        Map.of("items", List.of(Map.of("productId", product, "quantity", quantity))))
                .expect(200);
    }

    @Test
    void arrivesAfterItLeaves() {
        assertThat(api.post(
                                "/transfers",
                                Map.of(
                                        "fromId",
                                        from,
                                        "toId",
                                        to,
                                        "plannedOn",
                                        "2028-02-02",
                                        "arrivesOn",
                                        "2028-02-01"))
                        .expect(400)
                        .text())
                .contains("before-planned");
    }
}

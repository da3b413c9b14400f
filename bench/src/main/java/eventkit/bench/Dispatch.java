package eventkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A company whose trucks are being loaded: events at the same time that want all assets there are, each ten products, and are in the phase in which they
 * leave. Once everything went and came back, the next ones are on other days.
 */
final class Dispatch {
    static final int PRODUCTS = 10;

    /** At the same time; as many trucks as a large company has at its doors. */
    static final int EVENTS = 8;

    private static final Instant FIRST = Instant.parse("2028-01-01T08:00:00Z");
    private static final Duration APART = Duration.ofDays(3);

    /** An asset, and the event and the line of its list that it goes out for. */
    record Item(UUID asset, String number, UUID event, UUID line, int stock) {}

    private final Company company;
    private final Connection connection;
    private final int each;
    private final String customer;
    private final String planner;
    private int times;

    private Dispatch(Company company, Connection connection, int each) throws Exception {
        this.company = company;
        this.connection = connection;
        this.each = each;
        planner = company.owner().get("/api/v1/me").path("id").asString();
        customer = company.owner()
                .post("/api/v1/clients", Map.of("name", "Bench festivals"))
                .path("id")
                .asString();
    }

    /** @param each how many assets of each product an event wants */
    static Dispatch furnish(Server server, Connection connection, int each) throws Exception {
        var company = Company.furnish(server, PRODUCTS);
        company.register(PRODUCTS * EVENTS * each);
        BookedCompany.awaitSupply(connection, PRODUCTS);
        return new Dispatch(company, connection, each);
    }

    Client owner() {
        return company.owner();
    }

    int assets() {
        return PRODUCTS * EVENTS * each;
    }

    /** The next events, each with its assets; none of those is out. */
    List<List<Item>> load(int events) throws Exception {
        var from = FIRST.plus(APART.multipliedBy(times++));
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < events; i++) ids.add(event("Truck " + times + "/" + i, from));
        var all = new ArrayList<List<Item>>();
        for (int i = 0; i < events; i++) all.add(items(ids.get(i), i));
        return all;
    }

    private UUID event(String name, Instant from) throws Exception {
        var owner = company.owner();
        var id = owner.post(
                        "/api/v1/events",
                        Map.of(
                                "name",
                                name,
                                "from",
                                from.toString(),
                                "to",
                                from.plus(Duration.ofHours(12)).toString(),
                                "clientId",
                                customer,
                                "plannerId",
                                planner,
                                "warehouseId",
                                company.location().toString(),
                                "occupancy",
                                Map.of(
                                        "prepMinutes",
                                        0,
                                        "transitBeforeMinutes",
                                        0,
                                        "transitAfterMinutes",
                                        0,
                                        "turnaroundMinutes",
                                        60)))
                .path("id")
                .asString();
        var list = owner.post("/api/v1/events/" + id + "/pull-lists", Map.of("name", "All of it"));
        var lines = company.products().stream()
                .map(product -> Map.of("kind", "PRODUCT", "productId", product.toString(), "quantity", each))
                .toList();
        post("/api/v1/pull-lists/" + list.path("id").asString() + "/lines", Map.of("lines", lines));
        for (var phase : List.of("CONFIRMED", "PREP", "LOAD_OUT"))
            post("/api/v1/events/" + id + "/phase", Map.of("phase", phase));
        return UUID.fromString(id);
    }

    private void post(String path, Object body) throws Exception {
        company.owner()
                .send("POST", path, Client.JSON.writeValueAsBytes(body), "application/json", Map.of("If-Match", "*"));
    }

    /** The share of one of the events in all assets, product by product. */
    private List<Item> items(UUID event, int share) throws SQLException {
        var items = new ArrayList<Item>();
        try (var statement = connection.prepareStatement("""
                select a.id, a.number, b.line_id, b.stock_id
                  from (select id, number, product_id, row_number() over (partition by product_id order by number_key) - 1 as place
                          from inventory.asset) a
                  join availability.stock s on s.product_id = a.product_id
                  join availability.booking b on b.stock_id = s.id and b.owner_id = ? and b.known_to is null
                 where a.place between ? and ?
                 order by b.line_id, a.place
                """)) {
            statement.setObject(1, event);
            statement.setInt(2, share * each);
            statement.setInt(3, share * each + each - 1);
            try (var rows = statement.executeQuery()) {
                while (rows.next())
                    items.add(new Item(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            event,
                            rows.getObject(3, UUID.class),
                            rows.getInt(4)));
            }
        }
        if (items.size() != PRODUCTS * each)
            throw new IllegalStateException("an event is booked with " + items.size() + " assets");
        return items;
    }
}

package eventkit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A company on a running server with something to work on: products of which serialised assets are registered, and one location.
 *
 * @param owner signed in
 */
record Company(Client owner, List<UUID> products, UUID location) {
    static Company furnish(Server server, int products) throws IOException, InterruptedException {
        var owner = new Client(server.port).setUp();
        var hall = owner.post("/api/v1/locations", Map.of("kind", "WAREHOUSE", "name", "Bench hall", "code", "BH"));
        var made = new ArrayList<UUID>();
        for (int i = 0; i < products; i++) {
            var product = Map.of(
                    "kind",
                    "SERIALISED",
                    "name",
                    name(i),
                    "manufacturer",
                    "Bench",
                    "model",
                    "Spot " + i,
                    "numberPrefix",
                    "BSPOT" + i);
            made.add(UUID.fromString(
                    owner.post("/api/v1/products", product).path("id").asString()));
        }
        return new Company(owner, made, UUID.fromString(hall.path("id").asString()));
    }

    static String name(int product) {
        return "Bench Spot " + product;
    }

    /** What a client sends to register one asset of a product. */
    byte[] registration(int product, String serial) {
        return Client.JSON.writeValueAsBytes(Map.of(
                "productId",
                products.get(product % products.size()).toString(),
                "locationId",
                location.toString(),
                "serial",
                serial,
                "purchaseDate",
                "2026-03-17",
                "supplier",
                "Bench Supply"));
    }

    /** Registers so many, spread over the products, with running numbers. */
    void register(int assets) throws IOException, InterruptedException {
        int each = Math.ceilDiv(assets, products.size());
        for (var product : products) {
            for (int done = 0; done < each; done += 1000) {
                owner.post(
                        "/api/v1/assets/registrations",
                        Map.of(
                                "productId",
                                product.toString(),
                                "locationId",
                                location.toString(),
                                "quantity",
                                Math.min(1000, each - done)));
            }
        }
    }

    /** What autovacuum does within a minute, so that no side of a measurement pays for it. */
    static void settle(Path data) throws Exception {
        try (var connection = ImportBench.connect(data)) {
            ImportBench.execute(connection, "vacuum analyze");
            ImportBench.execute(connection, "checkpoint");
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) throw e; // a checkpoint takes a superuser; it is only a courtesy
        }
    }

    static List<UUID> assets(Connection connection) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from inventory.asset order by id")) {
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }
}
